using System.Text.RegularExpressions;
using Dlp.Documents.FileTypes;

namespace Dlp.Documents.PlainText;

/// <summary>Reads whatever is written in characters: notes, CSV, JSON, Markdown, source code, logs. The text is given as it stands in the file.</summary>
internal static partial class PlainTextReader
{
    /// <summary>Up to this share of odd characters a file is a text with something in it; above, it is binary data.</summary>
    private const double OddAtMost = 0.02;

    /// <summary>So few that the share says nothing in a short text.</summary>
    private const int FewOdd = 2;

    private const int MailHeaderWindow = 65_536;

    /// <summary>Whether a file is a text beyond doubt: UTF-8 with no character that texts do not have, which no other format claims.</summary>
    public static bool IsCertain(ReadOnlyMemory<byte> content) => TextDecoder.InPieces(content) is not null && FileType.Of(content.Span) is null;

    /// <summary>Reads a text; false, and said so, when it is none.</summary>
    public static bool Read(OpenedFile file)
    {
        if (ReadInPieces(file))
            return true;
        if (Decode(file, declared: null) is not { } decoded)
            return false;
        file.Text.Add(decoded);
        TellOfMail(file, decoded);
        return true;
    }

    /// <summary>Reads what is plainly UTF-8 without holding the whole text; false when it must be looked at as a whole to tell what it is.</summary>
    private static bool ReadInPieces(OpenedFile file)
    {
        if (TextDecoder.InPieces(file.Content) is not { } pieces)
            return false;
        var isFirst = true;
        foreach (var piece in pieces)
        {
            file.Token.ThrowIfCancellationRequested();
            file.Text.Add(piece.Span);
            if (isFirst)
                TellOfMail(file, piece.Span);
            isFirst = false;
        }

        return true;
    }

    private static void TellOfMail(OpenedFile file, ReadOnlySpan<char> text)
    {
        if (EncodedMailPart().IsMatch(text[..Math.Min(text.Length, MailHeaderWindow)]))
            file.Text.Miss(new("it is an e-mail or web archive: its encoded contents were not decoded", "c'est un message ou une archive web : son contenu encodé n'a pas été décodé"));
    }

    /// <summary>The file's text; null, and said so, when it is none. Characters that are none are told of.</summary>
    /// <param name="file">The file.</param>
    /// <param name="declared">The encoding that it declares, if any.</param>
    public static string? Decode(OpenedFile file, string? declared)
    {
        var decoded = TextDecoder.Decode(file.Content.Span, declared);
        var odd = OddCharacters.Count(decoded);
        if (odd > Math.Max(FewOdd, OddAtMost * decoded.Length) || (odd > 0 && odd >= decoded.Length / 2))
        {
            file.Text.Refuse(PartStatus.Unsupported, new("binary data of an unknown kind, or text in an unknown encoding", "données binaires de nature inconnue, ou texte dans un encodage inconnu"));
            return null;
        }

        if (odd > 0)
            file.Text.Miss(new($"it is read as text, but {Format.Count(odd)} of its characters are not text", $"il est lu comme un texte, mais {Format.Count(odd, Language.Fr)} de ses caractères n'en sont pas"));
        return decoded;
    }

    [GeneratedRegex(
        @"^content-transfer-encoding:[ \t]*(base64|quoted-printable)",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex EncodedMailPart();
}
