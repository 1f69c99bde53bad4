namespace Dlp.Documents.OldOffice;

/// <summary>A record of a workbook ([MS-XLS] 2.1.4) with the records that continue it.</summary>
/// <param name="Type">Its number.</param>
/// <param name="Offset">Where it begins.</param>
/// <param name="Segments">Its bytes, then those of each record that continues it.</param>
internal readonly record struct ExcelRecord(int Type, int Offset, IReadOnlyList<ReadOnlyMemory<byte>> Segments)
{
    private const int HeaderSize = 4;
    private const int Continue = 0x003C;

    public ReadOnlySpan<byte> Data => Segments[0].Span;

    /// <summary>The records of a stream, up to one whose length is that of none.</summary>
    public static IEnumerable<ExcelRecord> Read(ReadOnlyMemory<byte> stream, CancellationToken token)
    {
        for (var at = 0; at + HeaderSize <= stream.Length;)
        {
            token.ThrowIfCancellationRequested();
            var start = at;
            int type = stream.Span.UInt16At(at);
            var first = Next(stream, ref at);
            if (at + HeaderSize > stream.Length || stream.Span.UInt16At(at) != Continue)
            {
                yield return new ExcelRecord(type, start, [first]);
                continue;
            }

            var segments = new List<ReadOnlyMemory<byte>> { first };
            while (at + HeaderSize <= stream.Length && stream.Span.UInt16At(at) == Continue)
                segments.Add(Next(stream, ref at));
            yield return new ExcelRecord(type, start, segments);
        }
    }

    private static ReadOnlyMemory<byte> Next(ReadOnlyMemory<byte> stream, ref int at)
    {
        int size = stream.Span.UInt16At(at + 2);
        var data = stream.At(at + HeaderSize, size);
        at += HeaderSize + size;
        return data;
    }
}
