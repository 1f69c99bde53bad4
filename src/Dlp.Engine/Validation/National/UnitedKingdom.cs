namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that the United Kingdom issues.</summary>
internal static class UnitedKingdom
{
    // The letters of a pupil's number, in the order of the remainders.
    private const string PupilLetters = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private static ReadOnlySpan<int> TenToTwo => [10, 9, 8, 7, 6, 5, 4, 3, 2];

    private static ReadOnlySpan<int> TaxpayerWeights => [6, 7, 8, 9, 10, 5, 4, 3, 2];

    private static ReadOnlySpan<int> VatWeights => [8, 7, 6, 5, 4, 3, 2, 10, 1];

    /// <summary>
    /// NHS number: ten digits, the last a check digit: 11 less the remainder modulo 11 of the others weighted by 10 to 2; 11 is written 0,
    /// 10 is never issued. Source: NHS Data Model and Dictionary, "NHS number".
    /// </summary>
    public static bool IsNhs(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[10]);
        return digits.Length == 10
            && digits.ContainsAnyExcept(digits[0])
            && (CheckDigits.WeightedSum(digits[..9], TenToTwo) + digits[9] - '0') % 11 == 0;
    }

    /// <summary>
    /// Unique pupil number of England: a check letter, three digits of the local authority, four of the school, two of the year, three of
    /// the pupil, the last of which is a letter in temporary numbers. The check letter is the sum, weighted by 2 to 13, modulo 23.
    /// Source: Department for Education, "Unique pupil numbers (UPNs): a guide"; Government Data Standards Catalogue, "Unique Pupil Number".
    /// Authorities: Get Information about Schools, and those abolished since 1999, whose pupils keep their numbers.
    /// </summary>
    public static bool IsUpn(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[13]);
        if (number.Length != 13 || number[1..12].ContainsAnyExceptInRange('0', '9'))
            return false;

        var last = char.IsAsciiDigit(number[12]) ? number[12] - '0' : PupilLetters.IndexOf(number[12]);
        if (last < 0 || !IsLocalAuthority(CompactValue.Number(number[1..4])))
            return false;

        var sum = 13 * last;
        for (var i = 1; i < 12; i++)
            sum += (i + 1) * (number[i] - '0');
        return PupilLetters[sum % 23] == number[0];
    }

    /// <summary>
    /// Unique taxpayer reference: ten digits, the first a check digit of the others, weighted by 6, 7, 8, 9, 10, 5, 4, 3 and 2, modulo 11.
    /// A K may follow on letters. Source: HM Revenue and Customs, "Find your UTR number"; European Commission, "TIN algorithms"; the
    /// check digit: HMRC, "Corporation Tax technical specifications: modulus 11 check".
    /// </summary>
    public static bool IsUtr(ReadOnlySpan<char> value)
    {
        const string checkDigits = "21987654321";
        var number = CompactValue.Of(value, stackalloc char[11]);
        if (number.EndsWith("K", StringComparison.Ordinal))
            number = number[..^1];
        return number.Length == 10
            && !number.ContainsAnyExceptInRange('0', '9')
            && number[1..].ContainsAnyExcept('0')
            && checkDigits[CheckDigits.WeightedSum(number[1..], TaxpayerWeights) % 11] == number[0];
    }

    /// <summary>
    /// VAT number: GB, or XI for Northern Ireland, which may be left out; nine digits, of which the last two make the sum of the others,
    /// weighted by 8 to 2, a multiple of 97, or from 100 000 000 on a multiple of 97 less 55; three digits of a branch may follow. Government
    /// departments have GD and 000 to 499, health authorities HA and 500 to 999. Source: HMRC, "VAT notice 700" and V1-7A;
    /// European Commission, "VAT number construction rules".
    /// </summary>
    public static bool IsVat(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[14]);
        number = VatPrefix.Without(VatPrefix.Without(number, "GB"), "XI");
        if (number.Length == 5)
        {
            return !number[2..].ContainsAnyExceptInRange('0', '9') && number[..2] switch
            {
                "GD" => number[2] < '5',
                "HA" => number[2] >= '5',
                _ => false,
            };
        }

        if (number.Length is not (9 or 12) || number.ContainsAnyExceptInRange('0', '9') || !number[..7].ContainsAnyExcept('0'))
            return false;
        var remainder = CheckDigits.WeightedSum(number[..9], VatWeights) % 97;
        return remainder == 0 || (remainder == 97 - 55 && number[0] != '0');
    }

    /// <summary>
    /// National Insurance number: two letters, six digits, and a letter from A to D that may be left out; there is no check digit. D, F, I,
    /// Q, U and V are never used in the prefix, O not as its second letter; BG, GB, KN, NK, NT, TN and ZZ are never issued.
    /// Source: HM Revenue and Customs, National Insurance Manual NIM39110.
    /// </summary>
    public static bool IsNino(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[9]);
        return number.Length is 8 or 9
            && IsPrefixLetter(number[0])
            && IsPrefixLetter(number[1]) && number[1] != 'O'
            && number[..2] is not ("BG" or "GB" or "KN" or "NK" or "NT" or "TN" or "ZZ")
            && !number[2..8].ContainsAnyExceptInRange('0', '9')
            && number[2..8].ContainsAnyExcept('0')
            && (number.Length == 8 || number[8] is >= 'A' and <= 'D');

        static bool IsPrefixLetter(char letter) => letter is >= 'A' and <= 'Z' and not ('D' or 'F' or 'I' or 'Q' or 'U' or 'V');
    }

    /// <summary>
    /// Driver number of Great Britain, sixteen characters: five letters of the surname, filled with 9; the tens of the year of birth, its
    /// month (50 more for women), the day, the units of the year; two initials, 9 for each that there is not; a digit; two letters. How those
    /// last are reckoned is not published. Source: Driver and Vehicle Licensing Agency, "Driver licensing: driver number" and INF1D.
    /// </summary>
    public static bool IsDrivingLicence(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[16]);
        if (number.Length != 16 || number[5..11].ContainsAnyExceptInRange('0', '9'))
            return false;

        var month = CompactValue.Number(number[6..8]) % 50;
        var day = CompactValue.Number(number[8..10]);
        var year = (number[5] - '0') * 10 + (number[10] - '0');
        return IsName(number[..5]) && char.IsAsciiLetter(number[0])
            && IsName(number[11..13])
            && char.IsAsciiDigit(number[13])
            && char.IsAsciiLetter(number[14]) && char.IsAsciiLetter(number[15])
            && number[6] is '0' or '1' or '5' or '6'
            && (CalendarDate.Exists(1900 + year, month, day) || CalendarDate.Exists(2000 + year, month, day));

        // Letters, then nothing but 9.
        static bool IsName(ReadOnlySpan<char> name)
        {
            var padding = name.IndexOf('9');
            var letters = padding < 0 ? name : name[..padding];
            return !letters.ContainsAnyExceptInRange('A', 'Z') && !name[letters.Length..].ContainsAnyExcept('9');
        }
    }

    /// <summary>
    /// Registration mark of a vehicle: of Great Britain since 2001 (two letters, an age identifier, three letters), 1983 to 2001 (a letter,
    /// one to three digits, three letters) and 1963 to 1983 (three letters, one to three digits, a letter), and of Northern Ireland (two letters
    /// of which one is I or Z and four digits, or three letters and up to four digits). Marks without a date are not told from other words and numbers.
    /// Source: Driver and Vehicle Licensing Agency, INF104 "Vehicle registration numbers and number plates".
    /// </summary>
    public static bool IsPlate(ReadOnlySpan<char> value)
    {
        var mark = CompactValue.Of(value, stackalloc char[7]);
        if (mark.Length < 4)
            return false;

        var first = mark.IndexOfAnyInRange('0', '9');
        var end = mark.LastIndexOfAnyInRange('0', '9') + 1;
        if (first < 1 || mark[first..end].ContainsAnyExceptInRange('0', '9') || mark[first] == '0' && end - first != 2)
            return false;

        var before = mark[..first];
        var digits = mark[first..end];
        var after = mark[end..];
        if (before.Contains('Q') && before.Length > 1 || after.ContainsAny('I', 'Q'))
            return false;
        return (before.Length, digits.Length, after.Length) switch
        {
            // The age identifier is the year in March, 50 more in September; the system began with 51. Those of 2030 and after are not yet made.
            (2, 2, 3) => !before.ContainsAny('I', 'Z') && CompactValue.Number(digits) is (>= 2 and <= 29) or (>= 51 and <= 79),
            (1, <= 3, 3) => before[0] is not ('I' or 'O' or 'U' or 'Z') && !after.Contains('Z'),
            (3, <= 3, 1) => !before.ContainsAny('I', 'Z') && after[0] is not ('O' or 'U' or 'Z'),
            (2, 4, 0) or (3, <= 4, 0) => IsNorthernIrish(before[^2..]),
            _ => false,
        };
    }

    // The codes of the counties, of Belfast and of Derry.
    private static bool IsNorthernIrish(ReadOnlySpan<char> code) =>
        code is "IA" or "IB" or "IG" or "IJ" or "IL" or "IW" or "JI" or "OI" or "UI" or "XI" || (code[1] == 'Z' && code[0] is not ('I' or 'Q' or 'Z'));

    private static bool IsLocalAuthority(long code) => code is
        (>= 201 and <= 213) or (>= 301 and <= 320) or (>= 330 and <= 336) or (>= 340 and <= 344) or (>= 350 and <= 359) or (>= 370 and <= 373)
        or (>= 380 and <= 384) or (>= 390 and <= 394) or 420
        or (>= 660 and <= 681) or (>= 701 and <= 708)
        or (>= 800 and <= 803) or (>= 805 and <= 808) or (>= 810 and <= 813) or 815 or 816 or (>= 820 and <= 823) or 825 or 826
        or 830 or 831 or (>= 835 and <= 841) or 845 or 846 or (>= 850 and <= 852) or (>= 855 and <= 857) or 860 or 861
        or (>= 865 and <= 896)
        or (>= 901 and <= 946);
}
