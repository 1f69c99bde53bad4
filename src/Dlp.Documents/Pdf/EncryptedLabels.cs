using System.Text;

namespace Dlp.Documents.Pdf;

/// <summary>
/// The sensitivity labels of a document that is encrypted. The keys of a dictionary are names, which are never encrypted (ISO 32000-1, 7.6.1), and a label's
/// properties are such keys in the Info dictionary; what Microsoft's own protection writes keeps the values readable too.
/// </summary>
internal static class EncryptedLabels
{
    private const int MostLabels = 200;
    private const int LongestName = 128;
    private const int LongestValue = 256;

    /// <summary>Looks for them in the bytes of the file, for the document cannot be opened; whether there are any.</summary>
    public static bool Read(OpenedFile file)
    {
        var labels = new SensitivityLabels();
        var rest = file.Content.Span;
        var count = 0;
        for (int at; count < MostLabels && (at = rest.IndexOf("/MSIP_Label_"u8)) >= 0; count++)
        {
            rest = rest[(at + 1)..];
            var length = NameLength(rest);
            var name = Encoding.ASCII.GetString(rest[..length]);
            labels.Take(name, ValueOf(rest[length..]));
            rest = rest[length..];
        }

        labels.Tell(file.Text.Add);
        return count > 0;
    }

    private static int NameLength(ReadOnlySpan<byte> from)
    {
        var length = 0;
        while (length < Math.Min(from.Length, LongestName) && (char.IsAsciiLetterOrDigit((char)from[length]) || from[length] is (byte)'_' or (byte)'-'))
            length++;
        return length;
    }

    /// <summary>A literal string of plain characters (7.3.4.2); empty for what is encrypted.</summary>
    private static string ValueOf(ReadOnlySpan<byte> behind)
    {
        behind = behind.TrimStart(" \t\r\n"u8);
        if (behind.IsEmpty || behind[0] != '(')
            return "";
        var end = behind[..Math.Min(behind.Length, LongestValue)].IndexOf((byte)')');
        return end > 0 && behind[1..end].IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0 ? Encoding.ASCII.GetString(behind[1..end]) : "";
    }
}
