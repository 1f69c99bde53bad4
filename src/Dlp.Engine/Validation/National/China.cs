namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that the People's Republic of China issues.</summary>
internal static class China
{
    /// <summary>
    /// Resident identity card number. Source: GB 11643-1999: six digits of the place of registration, eight of the date of birth, three of the
    /// sequence, and a check character (ISO/IEC 7064, MOD 11-2). The 15 digits that were issued until 1999 have a short year and no check.
    /// </summary>
    public static bool IsRic(ReadOnlySpan<char> value)
    {
        var ric = CompactValue.Of(value, stackalloc char[18]);
        if (ric.Length is not 15 and not 18 || ric[..^1].ContainsAnyExceptInRange('0', '9') || !char.IsAsciiDigit(ric[^1]) && ric[^1] != 'X')
            return false;
        if (!IsProvince(CompactValue.Number(ric[..2])))
            return false;
        return ric.Length == 15
            ? ric[^1] != 'X' && CalendarDate.Exists(1900 + CompactValue.Number(ric[6..8]), CompactValue.Number(ric[8..10]), CompactValue.Number(ric[10..12]))
            : CompactValue.Number(ric[6..10]) is >= 1850 and <= 2099
                && CalendarDate.Exists(CompactValue.Number(ric[6..10]), CompactValue.Number(ric[10..12]), CompactValue.Number(ric[12..14]))
                && CheckDigits.Mod11To2(ric);
    }

    // GB/T 2260, and 81 to 83 of the residence permits for people from Hong Kong, Macao and Taiwan.
    private static bool IsProvince(long code) => code is >= 11 and <= 15 or >= 21 and <= 23 or >= 31 and <= 37 or >= 41 and <= 46
        or >= 50 and <= 54 or >= 61 and <= 65 or 71 or >= 81 and <= 83;

    /// <summary>
    /// Unified social credit code of an organisation, 18 characters without I, O, S, V and Z. Source: GB 32100-2015: the authority, the kind of
    /// organisation, six digits of the place, nine characters of the organisation, and a check character, for which the sum of the others, weighted with
    /// the powers of three, is taken modulo 31.
    /// </summary>
    public static bool IsUscc(ReadOnlySpan<char> value)
    {
        const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var uscc = CompactValue.Of(value, stackalloc char[18]);
        if (uscc.Length != 18 || uscc[2..8].ContainsAnyExceptInRange('0', '9'))
            return false;

        var (sum, weight) = (0, 1);
        foreach (var character in uscc[..17])
        {
            var number = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (number < 0)
                return false;
            sum += number * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet.IndexOf(uscc[17], StringComparison.Ordinal) == (31 - sum % 31) % 31;
    }
}
