using System.Globalization;
using System.Text;

namespace Dlp.Engine.Normalization;

/// <summary>
/// What one character folds to: compatibility form (Unicode NFKD), no accents, lower case, plain spaces, quotes and dashes,
/// digits of every script as 0–9, look-alikes of other scripts as the Latin letter they imitate; nothing for characters that
/// cannot be seen.
/// </summary>
internal static class CharacterFolding
{
    // Filled as characters are met; two threads that race write the same value.
    private static readonly string?[] BasicPlane = new string?[0x10000];

    /// <summary>The folded form of a character: none, one or more units.</summary>
    public static string Fold(Rune rune) =>
        rune.IsBmp ? BasicPlane[rune.Value] ??= Compute(rune) : Compute(rune);

    private static string Compute(Rune rune)
    {
        if (IsInvisible(rune))
            return "";
        if (Punctuation(rune) is { } punctuation)
            return punctuation;
        if (LookAlikes.Latin(rune) is { } latin)
            return latin;
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
            return ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture);
        if (IsHangulSyllable(rune) || rune.Value is 0xFFFE or 0xFFFF)
            return rune.ToString();

        var folded = new StringBuilder();
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (IsInvisible(part))
                continue;
            var lower = Rune.ToLowerInvariant(part);
            folded.Append(Punctuation(part) ?? Ligature(lower) ?? LookAlikes.Latin(part) ?? LookAlikes.Latin(lower) ?? lower.ToString());
        }

        return folded.ToString();
    }

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0 or 0x2800;

    private static string? Punctuation(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.SpaceSeparator => " ",
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => "\n",
        UnicodeCategory.DashPunctuation => "-",
        _ => rune.Value switch
        {
            0x85 => "\n",
            0x2212 => "-",
            '‘' or '’' or '‚' or '‛' or '′' or 'ʼ' or '´' or '‹' or '›' => "'",
            '“' or '”' or '„' or '‟' or '″' or '«' or '»' => "\"",
            '∕' or '⁄' => "/",
            '․' => ".",
            '∶' => ":",
            _ => null,
        },
    };

    // Letters that NFKD leaves whole although their readers write them with plain ones.
    private static string? Ligature(Rune lower) => lower.Value switch
    {
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'þ' => "th",
        _ => null,
    };

    // NFKD would take a Korean syllable apart into letters that no rule is written in.
    private static bool IsHangulSyllable(Rune rune) => rune.Value is >= 0xAC00 and <= 0xD7A3;
}
