using System.Text.RegularExpressions;

namespace Dlp.Documents.Images;

/// <summary>What text recognition sees otherwise than it can have been written, put right: gaps, and letters and digits that look alike.</summary>
internal static partial class Misreadings
{
    public static string Mended(string text)
    {
        text = GapInAddress().Replace(text, "");
        text = GapAtUnderscore().Replace(text, "");
        text = LoneBar().Replace(text, "I");
        text = MisreadKeys.Mended(text);
        return MisreadIban.Mended(text);
    }

    /// <summary>The gaps that are seen behind dots of small letters, and beside the sign: <c>camille. lefevre @orvalis. example</c>.</summary>
    [GeneratedRegex(@"(?<=[a-z]\.) (?=[a-z0-9][a-z0-9._-]{0,63}@)|(?<=@[a-z0-9-]{1,63}\.) (?=[a-z]{2})|(?<=[a-z]\.[a-z0-9._-]{1,63}) ?(?=@ ?[a-z0-9-]{1,63}\.[a-z]{2})|(?<=[a-z]\.[a-z0-9._-]{1,63} ?@) (?=[a-z0-9-]{1,63}\.[a-z]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex GapInAddress();

    /// <summary>The gaps that are seen beside underscores: <c>sk_ live _4eC39H</c>.</summary>
    [GeneratedRegex(@"(?<=[A-Za-z0-9]_) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) (?=_[A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex GapAtUnderscore();

    /// <summary>The English pronoun, which looks like a bar in fonts without serifs: <c>| have attached</c>.</summary>
    [GeneratedRegex(@"(?<=^|[ \n])\|(?= [a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex LoneBar();
}
