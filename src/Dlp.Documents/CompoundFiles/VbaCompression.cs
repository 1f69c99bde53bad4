namespace Dlp.Documents.CompoundFiles;

/// <summary>The compression of macros' source ([MS-OVBA] 2.4.1): chunks of at most 4,096 bytes, literals and copies.</summary>
internal static class VbaCompression
{
    private const byte Signature = 1;
    private const int ChunkSize = 4096;

    /// <summary>What is compressed there, up to the first chunk that is none; empty when there is no container.</summary>
    public static byte[] Decompress(ReadOnlySpan<byte> container, AttachmentBudget budget)
    {
        if (container.Length < 3 || container[0] != Signature)
            return [];
        using var result = new MemoryStream();
        var chunk = new byte[ChunkSize];
        for (var at = 1; at + 2 <= container.Length;)
        {
            int header = container.UInt16At(at);
            var size = (header & 0x0FFF) + 3;
            if ((header & 0x7000) != 0x3000 || !budget.TakeDecoded(ChunkSize))
                break;
            var data = container.At(at + 2L, size - 2);
            if ((header & 0x8000) == 0)
                result.Write(data);
            else
                result.Write(chunk, 0, DecompressChunk(data, chunk));
            at += size;
        }

        return result.ToArray();
    }

    /// <summary>Where source begins in a module's stream: every module's first line is <c>Attribute VB_Name</c>, whose letters are literals.</summary>
    public static int FindSource(ReadOnlySpan<byte> stream)
    {
        var from = 0;
        while (from < stream.Length)
        {
            var found = stream[from..].IndexOf("\0Attribut"u8);
            if (found < 0)
                return -1;
            var start = from + found - 3;
            if (start >= 0 && stream[start] == Signature && (stream.UInt16At(start + 1) & 0x7000) == 0x3000)
                return start;
            from += found + 1;
        }

        return -1;
    }

    private static int DecompressChunk(ReadOnlySpan<byte> data, Span<byte> chunk)
    {
        var length = 0;
        for (var at = 0; at < data.Length;)
        {
            var flags = data[at++];
            for (var bit = 0; bit < 8 && at < data.Length; bit++)
            {
                if ((flags & (1 << bit)) == 0)
                {
                    if (length == chunk.Length)
                        return length;
                    chunk[length++] = data[at++];
                    continue;
                }

                var token = data.UInt16At(at);
                at += 2;
                var offsetBits = 4;
                while (1 << offsetBits < length)
                    offsetBits++;
                var offset = (token >> (16 - offsetBits)) + 1;
                var count = (token & (0xFFFF >> offsetBits)) + 3;
                if (offset > length)
                    return length;
                for (var i = 0; i < count && length < chunk.Length; i++, length++)
                    chunk[length] = chunk[length - offset];
            }
        }

        return length;
    }
}
