namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Ireland issues.</summary>
internal static class Ireland
{
    private const string CheckLetters = "WABCDEFGHIJKLMNOPQRSTUV";

    private static ReadOnlySpan<int> Weights => [8, 7, 6, 5, 4, 3, 2];

    /// <summary>
    /// Personal public service number: seven digits, a check letter, and since 2013 a second letter (A, B from 2024; H for trusts and the
    /// like; W, T, X and Z, which do not count, once told a spouse or a second employment). The check letter is the sum of the digits weighted
    /// by 8 to 2, plus nine times the second letter, modulo 23. Source: Revenue, eBrief 03/13; Department of Social Protection, "Personal
    /// Public Service number"; European Commission, "TIN algorithms".
    /// </summary>
    public static bool IsPps(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[9]);
        if (number.Length is not (8 or 9) || number[..7].ContainsAnyExceptInRange('0', '9') || !number[..7].ContainsAnyExcept('0'))
            return false;

        return number.Length == 8 ? HasLetter(number[..7], number[7], 0) : number[8] switch
        {
            'W' or 'T' or 'X' or 'Z' => HasLetter(number[..7], number[7], 0),
            >= 'A' and <= 'I' => HasLetter(number[..7], number[7], number[8] - 'A' + 1),
            _ => false,
        };
    }

    /// <summary>
    /// VAT number: IE, which may be left out, and a tax number (seven digits and one or two letters), or one from before 1990: a digit, a
    /// letter or + or *, five digits, a check letter of a zero, the five digits and the first. Source: European Commission, "VAT number
    /// construction rules"; Revenue, eBrief 03/13.
    /// </summary>
    public static bool IsVat(ReadOnlySpan<char> value)
    {
        // A plus or a star can only be the second character, where it counts for nothing: any letter does.
        Span<char> typed = stackalloc char[40];
        if (value.Length > typed.Length)
            return false;
        value.CopyTo(typed);
        var sign = value.IndexOfAny('+', '*');
        if (sign >= 0)
            typed[sign] = 'A';

        var number = VatPrefix.Without(CompactValue.Of(typed[..value.Length], stackalloc char[11]), "IE");
        if (number.Length == 8 && char.IsAsciiLetter(number[1]))
        {
            return char.IsAsciiDigit(number[0])
                && !number[2..7].ContainsAnyExceptInRange('0', '9')
                && HasLetter(['0', .. number[2..7], number[0]], number[7], 0);
        }

        return sign < 0 && IsPps(number);
    }

    private static bool HasLetter(ReadOnlySpan<char> digits, char letter, int second) =>
        CheckLetters[(CheckDigits.WeightedSum(digits, Weights) + 9 * second) % 23] == letter;
}
