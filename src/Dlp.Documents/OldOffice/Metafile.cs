using System.Text;

namespace Dlp.Documents.OldOffice;

/// <summary>The text that a metafile draws ([MS-EMF] 2.3.5, [MS-WMF] 2.3.3), as the pictures of embedded objects and of slides do.</summary>
internal static class Metafile
{
    private const uint PlaceableKey = 0x9AC6CDD7;

    /// <summary>Whether it is a metafile of either kind.</summary>
    public static bool Is(ReadOnlySpan<byte> bytes) => IsEnhanced(bytes) || WindowsStart(bytes) >= 0;

    public static string Read(ReadOnlySpan<byte> bytes, CancellationToken token) =>
        IsEnhanced(bytes) ? ReadEnhanced(bytes, token) : ReadWindows(bytes, token);

    private static bool IsEnhanced(ReadOnlySpan<byte> bytes) => bytes.UInt32At(0) == 1 && bytes.UInt32At(40) == 0x464D4520;

    private static int WindowsStart(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.UInt32At(0) == PlaceableKey ? 22 : 0;
        return bytes.UInt16At(start) is 1 or 2 && bytes.UInt16At(start + 2) == 9 && bytes.UInt16At(start + 4) is 0x0100 or 0x0300 ? start : -1;
    }

    private static string ReadEnhanced(ReadOnlySpan<byte> bytes, CancellationToken token)
    {
        const uint textA = 83, textW = 84, smallText = 108;
        var text = new StringBuilder();
        for (long at = 0; at + 8 <= bytes.Length;)
        {
            token.ThrowIfCancellationRequested();
            var record = bytes.At(at, Math.Max(bytes.UInt32At((int)at + 4), 8));
            switch (record.UInt32At(0))
            {
                case textW:
                    Append(text, Encoding.Unicode.GetString(record.At(record.UInt32At(48), 2L * Math.Min(record.UInt32At(44), (uint)record.Length))));
                    break;
                case textA:
                    Append(text, CodePage.Of(0).GetString(record.At(record.UInt32At(48), record.UInt32At(44))));
                    break;
                case smallText:
                    // Without the flag NO_RECT (0x100) a rectangle stands before the text; SMALL_CHARS (0x200) are bytes.
                    var options = record.UInt32At(24);
                    var start = (options & 0x100) != 0 ? 36 : 52;
                    var count = Math.Min(record.UInt32At(16), (uint)record.Length);
                    Append(text, (options & 0x200) != 0 ? CodePage.Of(0).GetString(record.At(start, count)) : Encoding.Unicode.GetString(record.At(start, 2L * count)));
                    break;
                default:
                    break;
            }

            at += Math.Max(bytes.UInt32At((int)at + 4), 8);
        }

        return text.ToString();
    }

    private static string ReadWindows(ReadOnlySpan<byte> bytes, CancellationToken token)
    {
        const int textOut = 0x0521, extTextOut = 0x0A32;
        var text = new StringBuilder();
        for (long at = WindowsStart(bytes) + 18; at + 6 <= bytes.Length;)
        {
            token.ThrowIfCancellationRequested();
            var size = Math.Max(2L * bytes.UInt32At((int)at), 6);
            var record = bytes.At(at, size);
            switch (record.UInt16At(4))
            {
                case textOut:
                    Append(text, CodePage.Of(0).GetString(record.At(8, record.UInt16At(6))));
                    break;
                case extTextOut:
                    // ETO_CLIPPED and ETO_OPAQUE bring a rectangle.
                    Append(text, CodePage.Of(0).GetString(record.At((record.UInt16At(12) & 6) != 0 ? 22 : 14, record.UInt16At(10))));
                    break;
                default:
                    break;
            }

            at += size;
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string run)
    {
        if (run.Length > 0)
            text.Append(run).Append('\n');
    }
}
