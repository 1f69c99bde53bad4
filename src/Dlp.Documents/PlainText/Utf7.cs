using System.Text;

namespace Dlp.Documents.PlainText;

/// <summary>
/// UTF-7 (RFC 2152): ASCII, with what is not ASCII as UTF-16 in base 64 between <c>+</c> and <c>-</c>. Read only where it is declared or has its mark, for any text in ASCII is
/// some UTF-7 too. The base library's own is withdrawn.
/// </summary>
internal static class Utf7
{
    private const string Base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private const int SextetBits = 6;
    private const int UnitBits = 16;

    /// <summary>The text; null when it is neither declared nor marked, or not in ASCII.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, string? declared)
    {
        // U+FEFF ends within a sextet, so that the last character of the mark depends on what follows.
        var isMarked = bytes is [(byte)'+', (byte)'/', (byte)'v', (byte)'8' or (byte)'9' or (byte)'+' or (byte)'/', ..];
        var isDeclared = declared is not null && (declared.Equals("utf-7", StringComparison.OrdinalIgnoreCase) || declared.EndsWith("unicode-1-1-utf-7", StringComparison.OrdinalIgnoreCase));
        if (!(isMarked || isDeclared) || !Ascii.IsValid(bytes))
            return null;
        var text = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '+')
                text.Append((char)bytes[i]);
            else if (i + 1 < bytes.Length && bytes[i + 1] == '-')
                text.Append((char)bytes[i++]);
            else
                i = DecodeShifted(bytes, i + 1, text) - 1;
        }

        return text.Length > 0 && text[0] == '\uFEFF' ? text.ToString(1, text.Length - 1) : text.ToString();
    }

    /// <summary>Reads on to where base 64 ends; gives what comes then. Bits that are no whole character are filling.</summary>
    private static int DecodeShifted(ReadOnlySpan<byte> bytes, int at, StringBuilder text)
    {
        var (bits, count) = (0u, 0);
        for (; at < bytes.Length && Base64.IndexOf((char)bytes[at], StringComparison.Ordinal) is >= 0 and var sextet; at++)
        {
            bits = (bits << SextetBits) | (uint)sextet;
            count += SextetBits;
            if (count < UnitBits)
                continue;
            count -= UnitBits;
            text.Append((char)(bits >> count));
        }

        return at < bytes.Length && bytes[at] == '-' ? at + 1 : at;
    }
}
