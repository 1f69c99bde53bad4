using System.Text.RegularExpressions;

namespace Dlp.Documents.PlainText;

/// <summary>Reads whatever is written in characters: notes, CSV, JSON, HTML, source code, logs. The text is given as it stands in the file.</summary>
internal static partial class PlainTextReader
{
    /// <summary>Up to this share of odd characters a file is a text with something in it; above, it is binary data.</summary>
    private const double OddAtMost = 0.02;

    /// <summary>So few that the share says nothing in a short text.</summary>
    private const int FewOdd = 2;

    private const int MailHeaderWindow = 65_536;

    public static void Read(OpenedFile file)
    {
        var text = file.Text;
        var decoded = TextDecoder.Decode(file.Content.Span);
        var odd = OddCharacters.Count(decoded);
        if (odd > Math.Max(FewOdd, OddAtMost * decoded.Length) || (odd > 0 && odd >= decoded.Length / 2))
        {
            text.Refuse(PartStatus.Unsupported, "binary data of an unknown kind, or text in an unknown encoding");
            return;
        }

        text.Add(decoded);
        if (odd > 0)
            text.Miss($"it is read as text, but {Format.Count(odd)} of its characters are not text");
        if (EncodedMailPart().IsMatch(decoded.AsSpan(0, Math.Min(decoded.Length, MailHeaderWindow))))
            text.Miss("it is an e-mail or web archive: its encoded contents were not decoded");
    }

    [GeneratedRegex(
        @"^content-transfer-encoding:[ \t]*(base64|quoted-printable)",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex EncodedMailPart();
}
