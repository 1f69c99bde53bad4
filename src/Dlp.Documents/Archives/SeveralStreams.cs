namespace Dlp.Documents.Archives;

/// <summary>
/// Compressed streams that follow one another and are one when they are decompressed, as the formats allow (The .xz File Format, 2; lzip, "File format") and tools that compress in parallel write them.
/// </summary>
/// <param name="packed">Can be sought.</param>
/// <param name="signature">Each stream begins with it; zeros may stand between.</param>
/// <param name="open">Opens the one at which <paramref name="packed"/> stands.</param>
internal sealed class SeveralStreams(MemoryStream packed, ReadOnlyMemory<byte> signature, Func<Stream, Stream> open) : ForwardStream
{
    private Stream _current = open(packed);

    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length == 0)
            return 0;
        while (true)
        {
            if (_current.Read(buffer) is > 0 and var read)
                return read;
            if (!MoveNext())
                return 0;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _current.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Where a stream ends that tells what it read; bytes that are no stream are no more of it.</summary>
    private bool MoveNext()
    {
        var start = new byte[signature.Length];
        while (packed.Position < packed.Length)
        {
            var at = packed.Position;
            if (packed.ReadByte() == 0)
                continue;
            packed.Position = at;
            var isNext = packed.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.AsSpan().SequenceEqual(signature.Span);
            packed.Position = at;
            if (!isNext)
                return false;
            _current = open(packed);
            return true;
        }

        return false;
    }
}
