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
    // A sign that stands for a whole sentence (U+FDFA) would make a text many times longer, in letters that no rule is written in.
    private const int LongestForm = 6;

    // ASCII that is sooner looked up than handed to vectors.
    private const int LongestAscii = 16;

    // Of all characters, by their upper and lower bits.
    private static readonly string?[]?[] Strings = new string?[0x1100][];

    /// <summary>What is known of the characters up to U+3FFFF. Filled as they are met; threads that race write the same.</summary>
    public static readonly FoldedForm[] Forms = AsciiForms();

    /// <summary>What the character that a text starts with folds to; a lone surrogate is the replacement character.</summary>
    /// <param name="text">The rest of the original, not empty.</param>
    /// <param name="width">The length of the character.</param>
    public static FoldedForm FormOf(ReadOnlySpan<char> text, out int width)
    {
        var first = text[0];
        width = 1;
        if (!char.IsSurrogate(first))
            return FormOf(first);
        if (text.Length == 1 || !char.IsSurrogatePair(first, text[1]))
            return FoldedForm.Of('\ufffd');
        width = 2;
        return FormOf(char.ConvertToUtf32(first, text[1]));
    }

    /// <summary>
    /// Folds the characters that a text starts with and that are known to fold to one unit for one, until so much of them is ASCII
    /// that <see cref="AsciiFolding"/> is sooner done.
    /// </summary>
    /// <returns>How many they were.</returns>
    public static int FoldUnits(ReadOnlySpan<char> source, Span<char> folded)
    {
        var forms = Forms;
        var lastOther = 0;
        for (var i = 0; i < source.Length; i++)
        {
            var form = forms[source[i]];
            if (!form.IsUnit)
                return i;
            folded[i] = form.Unit;
            if (source[i] >= 128)
                lastOther = i;
            else if (i - lastOther >= LongestAscii)
                return i + 1;
        }

        return source.Length;
    }

    /// <summary>Whether the character that a text starts with cannot be seen.</summary>
    public static bool IsDropped(ReadOnlySpan<char> text) => text[0] >= 128 && Fold(text).Length == 0;

    /// <summary>The folded form of the character that a text starts with.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        _ = Rune.DecodeFromUtf16(text, out var rune, out _);
        return Fold(rune);
    }

    /// <summary>The folded form of a character: none, one or more units.</summary>
    public static string Fold(Rune rune)
    {
        var page = Strings[rune.Value >> 8] ??= new string?[0x100];
        if (page[rune.Value & 0xFF] is { } known)
            return known;
        var folded = Compute(rune);
        if (rune.Value < Forms.Length)
            Forms[rune.Value] = FormOf(folded, rune.ToString());
        return page[rune.Value & 0xFF] = folded;
    }

    // Beyond the characters whose forms are kept, only what cannot be seen is assigned.
    private static FoldedForm FormOf(int value)
    {
        if (value >= Forms.Length)
            return value is >= 0xE0000 and <= 0xE0FFF ? FoldedForm.Dropped : FoldedForm.Same;
        if (Forms[value] == FoldedForm.Unknown)
            _ = Fold(new Rune(value));
        return Forms[value];
    }

    private static FoldedForm FormOf(string folded, string character) =>
        folded.Length == 0 ? FoldedForm.Dropped
        : folded.Length == 1 && folded != "#" ? FoldedForm.Of(folded[0])
        : folded == character ? FoldedForm.Same
        : FoldedForm.Other;

    private static FoldedForm[] AsciiForms()
    {
        var forms = new FoldedForm[0x40000];
        for (var unit = '\0'; unit < 128; unit++)
            forms[unit] = AsciiFolding.IsPlain(unit) ? FoldedForm.Of(AsciiFolding.Lower(unit)) : FoldedForm.Other;
        forms['＃'] = FoldedForm.Other;
        return forms;
    }

    private static string Compute(Rune rune)
    {
        if (IsInvisible(rune))
            return "";
        // The micro sign is no Greek letter to its reader: 5 µm are not 5 mm.
        if (rune.Value == 'µ')
            return rune.ToString();
        if (Plain(rune) is { } plain)
            return plain;
        if (IsHangulSyllable(rune) || rune.Value is 0xFFFE or 0xFFFF)
            return rune.ToString();

        var folded = new StringBuilder();
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (!IsInvisible(part))
                folded.Append(Plain(part) ?? Rune.ToLowerInvariant(part).ToString());
        }

        return folded.Length <= LongestForm ? folded.ToString() : rune.ToString();
    }

    private static string? Plain(Rune rune) => Punctuation(rune) ?? Digit(rune) ?? Ligature(Rune.ToLowerInvariant(rune)) ?? LookAlikes.Latin(rune);

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
        || rune.Value is (>= 0x80 and <= 0x9F and not 0x85) or 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2065 or 0x2800 or 0x3164 or 0xFFA0
            or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF);

    private static string? Punctuation(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.SpaceSeparator => " ",
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => "\n",
        UnicodeCategory.DashPunctuation => "-",
        _ => rune.Value switch
        {
            0x85 => "\n",
            0x2212 or '➖' => "-",
            '‘' or '’' or '‚' or '‛' or '′' or 'ʻ' or 'ʼ' or '´' or '‹' or '›' or '❛' or '❜' or 'Ꞌ' or 'ꞌ' => "'",
            '“' or '”' or '„' or '‟' or '″' or '«' or '»' or '❝' or '❞' => "\"",
            '∕' or '⁄' => "/",
            '․' or '。' or 'ꓸ' or '·' or '‧' => ".",
            '∶' or 'ː' or 'ꓽ' => ":",
            _ => null,
        },
    };

    // Digits of every script, and the encircled ones that compatibility forms leave as they are.
    private static string? Digit(Rune rune)
    {
        if (rune.Value == '〇')
            return "0";
        if (rune.IsAscii || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber))
            return null;
        var value = Rune.GetNumericValue(rune);
        return value is >= 0 and <= 9 && double.IsInteger(value) ? ((int)value).ToString(CultureInfo.InvariantCulture) : null;
    }

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
