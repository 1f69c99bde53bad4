namespace Dlp.Documents.OldOffice;

/// <summary>A record of a presentation ([MS-PPT] 2.3.1).</summary>
/// <param name="Version">0xF in a record that holds records.</param>
/// <param name="Instance">What kind of its type it is.</param>
/// <param name="Type">Its number.</param>
/// <param name="Offset">Where its header begins in the stream.</param>
/// <param name="Body">Its bytes, as many as there are.</param>
internal readonly record struct PowerPointRecord(int Version, int Instance, int Type, int Offset, ReadOnlyMemory<byte> Body)
{
    public const int HeaderSize = 8;

    private const int TagData = 0x138B;

    /// <summary>Whether records lie in it. Those that newer versions add, comments for one, lie in the data of a tag ([MS-PPT] 2.11.27), whose header does not say so.</summary>
    public bool IsContainer => Version == 0xF || Type == TagData;

    public ReadOnlySpan<byte> Data => Body.Span;

    /// <summary>The records in a range of a stream, one after the other.</summary>
    public static IEnumerable<PowerPointRecord> Read(ReadOnlyMemory<byte> stream, int offset = 0)
    {
        for (long at = 0; at + HeaderSize <= stream.Length;)
        {
            var header = stream.Span.UInt16At((int)at);
            var size = stream.Span.UInt32At((int)at + 4);
            yield return new PowerPointRecord(header & 0xF, header >> 4, stream.Span.UInt16At((int)at + 2), offset + (int)at, stream.At(at + HeaderSize, size));
            at += HeaderSize + (long)size;
        }
    }

    /// <summary>The records in this one.</summary>
    public IEnumerable<PowerPointRecord> Children() => IsContainer ? Read(Body, Offset + HeaderSize) : [];

    /// <summary>The record at an offset of the stream.</summary>
    public static PowerPointRecord? At(ReadOnlyMemory<byte> stream, uint offset)
    {
        if (offset + HeaderSize > stream.Length)
            return null;
        foreach (var record in Read(stream.At(offset, stream.Length), (int)offset))
            return record;
        return null;
    }
}
