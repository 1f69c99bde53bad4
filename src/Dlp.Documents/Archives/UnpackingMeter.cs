namespace Dlp.Documents.Archives;

/// <summary>Counts what is decompressed of one file, against the budget of the attachment and against the file's own size.</summary>
internal sealed class UnpackingMeter(OpenedFile file)
{
    /// <summary>A small file of repeated lines is no bomb.</summary>
    private const long FreeOfRatio = 10 * 1024 * 1024;

    /// <summary>Bytes that were decompressed so far.</summary>
    public long Total { get; private set; }

    /// <exception cref="UnpackingLimitException">There is too much of it.</exception>
    /// <exception cref="OperationCanceledException">Time is up, or nobody waits any more.</exception>
    public void Take(int bytes)
    {
        file.Token.ThrowIfCancellationRequested();
        Total += bytes;
        if (Total > FreeOfRatio && Total / file.Options.MaxRatio > file.Content.Length)
            throw new UnpackingLimitException(new(
                $"it grows more than {Format.Count(file.Options.MaxRatio)} times when it is decompressed; the rest was not read",
                $"sa taille est multipliée par plus de {Format.Count(file.Options.MaxRatio, Language.Fr)} à la décompression ; le reste n'a pas été lu"));
        if (!file.Budget.TakeDecoded(bytes))
            throw new UnpackingLimitException(Details.TooMuchDecoded);
    }

    /// <summary>The stream, each byte of which is counted as it is read.</summary>
    public Stream Over(Stream decompressed) => new MeteredStream(decompressed, this);

    private sealed class MeteredStream(Stream decompressed, UnpackingMeter meter) : ForwardStream
    {
        public override int Read(Span<byte> buffer)
        {
            var read = decompressed.Read(buffer);
            meter.Take(read);
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                decompressed.Dispose();
            base.Dispose(disposing);
        }
    }
}
