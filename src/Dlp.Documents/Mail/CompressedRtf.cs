using System.Text;

namespace Dlp.Documents.Mail;

/// <summary>The compression of a message's rich text ([MS-OXRTFCP]).</summary>
internal static class CompressedRtf
{
    private const uint Compressed = 0x75465A4C;
    private const uint Uncompressed = 0x414C454D;
    private const int WindowSize = 4096;

    private static readonly byte[] Prefix = Encoding.ASCII.GetBytes(
        "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier"
        + "{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx");

    /// <summary>The rich text; as much as there is when it is cut off, empty when it is none or over the budget.</summary>
    public static byte[] Decompress(ReadOnlySpan<byte> stream, AttachmentBudget budget)
    {
        var rawSize = stream.UInt32At(4);
        switch (stream.UInt32At(8))
        {
            case Uncompressed:
                return stream.At(16, rawSize).ToArray();
            case Compressed:
                break;
            default:
                return [];
        }

        var data = stream.At(16, stream.Length);

        // Two bytes give 17 at most.
        var size = (int)Math.Min(rawSize, Math.Min(data.Length * 9L, int.MaxValue / 2));
        if (!budget.TakeDecoded(size))
            return [];
        using var result = new MemoryStream(size);
        Span<byte> window = stackalloc byte[WindowSize];
        Prefix.CopyTo(window);
        var write = Prefix.Length;
        for (var at = 0; at < data.Length && result.Length < size;)
        {
            var control = data[at++];
            for (var bit = 0; bit < 8 && at < data.Length; bit++)
            {
                if ((control & (1 << bit)) == 0)
                {
                    Put(window, data[at++], ref write, result);
                    continue;
                }

                var token = (data[at] << 8) | data.ByteAt(at + 1);
                at += 2;
                var offset = token >> 4;
                if (offset == write)
                    return result.ToArray();
                for (var i = (token & 0xF) + 2; i > 0; i--, offset = (offset + 1) % WindowSize)
                    Put(window, window[offset], ref write, result);
            }
        }

        return result.ToArray();
    }

    private static void Put(Span<byte> window, byte value, ref int write, MemoryStream result)
    {
        window[write] = value;
        write = (write + 1) % WindowSize;
        result.WriteByte(value);
    }
}
