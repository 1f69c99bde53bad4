using System.Buffers;
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
    private const char Unknown = '\0';
    private const char Dropped = '\u0001';
    private const char Several = '\u0002';

    // Characters up to U+1FFFF: the unit they fold to, or one of the above. Filled as they are met; threads that race write the same.
    private static readonly char[] Units = AsciiUnits();

    // Characters that fold to several units, and those beyond U+1FFFF, by their upper and lower bits.
    private static readonly string?[]?[] Strings = new string?[0x1100][];

    /// <summary>Folds the units, up to the first other, that fold to one unit each whatever stands beside them.</summary>
    /// <returns>How many they were; ASCII ends them too, unless something else follows it at once.</returns>
    public static int FoldSingles(ReadOnlySpan<char> source, Span<char> folded)
    {
        var units = Units;
        for (var i = 0; i < source.Length; i++)
        {
            var single = units[source[i]];
            if (single <= Several || (source[i] < 128 && (i + 1 == source.Length || source[i + 1] < 128)))
                return i;
            folded[i] = single;
        }

        return source.Length;
    }

    /// <summary>Whether a unit is known to fold to one unit whatever stands beside it.</summary>
    public static bool IsSingle(char unit) => Units[unit] > Several;

    /// <summary>Whether the character that a text starts with cannot be seen.</summary>
    public static bool IsDropped(ReadOnlySpan<char> text) =>
        text[0] >= 128 && Rune.DecodeFromUtf16(text, out var rune, out _) == OperationStatus.Done && Fold(rune).Length == 0;

    /// <summary>Folds the character that a text starts with; a lone surrogate is the replacement character.</summary>
    /// <param name="text">The rest of the original.</param>
    /// <param name="position">Where in the original it starts.</param>
    /// <param name="folded">Where it goes.</param>
    /// <returns>The length of the character.</returns>
    public static int Fold(ReadOnlySpan<char> text, int position, NormalizedTextBuilder folded)
    {
        _ = Rune.DecodeFromUtf16(text, out var rune, out var width);
        var unit = rune.Value < Units.Length ? Units[rune.Value] : Unknown;
        if (unit > Several)
        {
            folded.Append(unit, position, width);
        }
        else if (unit != Dropped)
        {
            var units = Fold(rune);
            // A pair that stays as it is has not moved: emoji leave a text in place.
            if (width == 2 && text.StartsWith(units) && units.Length == width)
            {
                folded.Append(units[0], position, 1);
                folded.Append(units[1], position + 1, 1);
            }
            else
            {
                folded.Append(units, position, width);
            }
        }

        return rune.Utf16SequenceLength;
    }

    /// <summary>The folded form of a character: none, one or more units.</summary>
    public static string Fold(Rune rune)
    {
        var page = Strings[rune.Value >> 8] ??= new string?[0x100];
        if (page[rune.Value & 0xFF] is { } known)
            return known;
        var folded = Compute(rune);
        if (rune.Value < Units.Length && rune.Value is not ('#' or '＃'))
            Units[rune.Value] = folded.Length == 0 ? Dropped : folded.Length == 1 && folded[0] > Several ? folded[0] : Several;
        return page[rune.Value & 0xFF] = folded;
    }

    private static char[] AsciiUnits()
    {
        var units = new char[0x20000];
        for (var unit = '\0'; unit < 128; unit++)
            units[unit] = AsciiFolding.IsPlain(unit) && unit > Several ? AsciiFolding.Lower(unit) : Several;
        return units;
    }

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
