using System.Text;
using System.Text.RegularExpressions;
using Dlp.Documents.Archives;

namespace Dlp.Documents.Mail;

/// <summary>
/// Files that stand in the plain body itself, as mail programs attached them before MIME and still show them as attachments (uuencode, POSIX.1-2017, XCU):
/// <c>begin 644 name</c>, lines of which the first character tells the length, <c>end</c>.
/// </summary>
internal static partial class UuencodedFiles
{
    private const int Zero = ' ';
    private const int LongestLine = 63;

    /// <summary>Reads them as parts of their own, and gives the text without them.</summary>
    public static string TakeOut(OpenedFile file, string text)
    {
        if (!text.Contains("begin ", StringComparison.Ordinal))
            return text;
        var rest = new StringBuilder();
        var at = 0;
        foreach (Match begin in Begin().Matches(text))
        {
            if (begin.Index < at || Decode(text, begin.Index + begin.Length) is not ({ Length: > 0 } bytes, var end))
                continue;
            if (!ArchivedFile.TakeEntry(file) || !file.Budget.TakeDecoded(bytes.Length))
                break;
            file.ReadEmbedded(begin.Groups[1].Value.Trim(), bytes);
            rest.Append(text, at, begin.Index - at);
            at = end;
        }

        return at == 0 ? text : rest.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The bytes of the lines from <paramref name="at"/> to the one that says <c>end</c>, and where that ends; nothing when one is no such line.</summary>
    private static (byte[] Bytes, int End)? Decode(string text, int at)
    {
        using var bytes = new MemoryStream();
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at);
            var line = text.AsSpan(at, (end < 0 ? text.Length : end) - at).TrimEnd("\r");
            at = end < 0 ? text.Length : end + 1;
            if (line is "end")
                return (bytes.ToArray(), at);
            if (!line.IsEmpty && !TryDecodeLine(line, bytes))
                return null;
        }

        return null;
    }

    private static bool TryDecodeLine(ReadOnlySpan<char> line, MemoryStream bytes)
    {
        var length = Bits(line[0]);
        var characters = (length + 2) / 3 * 4;

        // Spaces at the end, which stand for nought, get lost; some programs add a character that checks the line.
        if (length is < 0 or > LongestLine || line.Length > characters + 2)
            return false;
        for (var i = 0; i < length; i++)
        {
            var place = 1 + (i / 3 * 4) + (i % 3);
            var (first, second) = (At(line, place), At(line, place + 1));
            if (first < 0 || second < 0)
                return false;
            bytes.WriteByte((byte)((i % 3) switch
            {
                0 => (first << 2) | (second >> 4),
                1 => (first << 4) | (second >> 2),
                _ => (first << 6) | second,
            }));
        }

        return true;
    }

    private static int At(ReadOnlySpan<char> line, int place) => place < line.Length ? Bits(line[place]) : 0;

    private static int Bits(char character) => character is >= ' ' and <= '`' ? (character - Zero) & 0x3F : -1;

    [GeneratedRegex(@"^begin [0-7]{3,4} ([^\r\n]{1,255})\r?\n", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Begin();
}
