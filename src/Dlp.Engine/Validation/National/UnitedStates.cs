using System.Buffers;

namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that the United States, its banks and its health system issue.</summary>
internal static class UnitedStates
{
    private const int Length = 9;
    private static readonly SearchValues<char> NotInMbi = SearchValues.Create("SLOIBZ");

    /// <summary>
    /// Taxpayer number of a child in adoption (ATIN), nine digits: 9, two digits, 93, four digits. Source: Internal Revenue Service, form
    /// W-7A; Internal Revenue Manual 3.13.40.
    /// </summary>
    public static bool IsAtin(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[Length]);
        return digits.Length == Length && digits[0] == '9' && digits[3..5] is "93";
    }

    /// <summary>
    /// Registration of a prescriber with the Drug Enforcement Administration, nine characters: type of registrant, first letter of the name
    /// or 9, six digits, check digit: the first, third and fifth and twice the second, fourth and sixth, modulo 10. Source: DEA, Diversion
    /// Control Division, "Pharmacist's Manual", "Verification of DEA registration".
    /// </summary>
    public static bool IsDea(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[Length]);
        return number.Length == Length
            && "ABCDEFGHJKLMPRSTUX".Contains(number[0], StringComparison.Ordinal)
            && number[1] is '9' or >= 'A' and <= 'Z'
            && !number[2..].ContainsAnyExceptInRange('0', '9')
            && number[2..].ContainsAnyExcept('0')
            && CheckDigits.WeightedSum(number[2..8], [1, 2, 1, 2, 1, 2]) % 10 == number[8] - '0';
    }

    /// <summary>
    /// Employer identification number (EIN), nine digits of which the first two are one of the prefixes of the campuses. Source: Internal
    /// Revenue Service, "How EINs are assigned and valid EIN prefixes".
    /// </summary>
    public static bool IsEin(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[Length]);
        return digits.Length == Length
            && CompactValue.Number(digits[..2]) is >= 1 and <= 6 or >= 10 and <= 16 or >= 20 and <= 27 or >= 30 and <= 48 or >= 50 and <= 68
                or >= 71 and <= 77 or >= 80 and <= 88 or >= 90 and <= 95 or 98 or 99
            && CompactValue.Number(digits[2..]) > 0
            && digits.ContainsAnyExcept(digits[0]);
    }

    /// <summary>
    /// Taxpayer number of who has no social security number (ITIN), nine digits: 9, two digits, a group of 50 to 65, 70 to 88, 90 to 92 or
    /// 94 to 99, four digits. Source: Internal Revenue Service, Internal Revenue Manual 3.21.263, "IRS Individual Taxpayer Identification Number".
    /// </summary>
    public static bool IsItin(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[Length]);
        return digits.Length == Length
            && digits[0] == '9'
            && CompactValue.Number(digits[3..5]) is >= 50 and <= 65 or >= 70 and <= 88 or >= 90 and <= 92 or >= 94
            && digits.ContainsAnyExcept('9');
    }

    /// <summary>
    /// Medicare beneficiary identifier (MBI), 11 characters of which the first is 1 to 9, the second, fifth, eighth and ninth are letters
    /// other than S, L, O, I, B and Z, the third and sixth either, the others digits. Source: Centers for Medicare and Medicaid Services,
    /// "Understanding the Medicare Beneficiary Identifier (MBI) format".
    /// </summary>
    public static bool IsMbi(ReadOnlySpan<char> value)
    {
        const int length = 11;
        var number = CompactValue.Of(value, stackalloc char[length]);
        if (number.Length != length || number[0] == '0' || number.ContainsAny(NotInMbi))
            return false;

        // Letters stand in places 2, 5, 8 and 9, either in 3 and 6.
        for (var i = 0; i < length; i++)
        {
            var isLetter = char.IsAsciiLetter(number[i]);
            if (i is 1 or 4 or 7 or 8 ? !isLetter : isLetter && i is not 2 and not 5)
                return false;
        }

        return true;
    }

    /// <summary>
    /// National provider identifier (NPI), ten digits of which the first is 1 or 2, with a Luhn check digit reckoned as if 80840 stood
    /// before them. Source: 45 CFR 162.406; Centers for Medicare and Medicaid Services, "NPI: requirements for check digit".
    /// </summary>
    public static bool IsNpi(ReadOnlySpan<char> value)
    {
        const string prefix = "80840";
        const int length = 10;
        Span<char> buffer = stackalloc char[prefix.Length + length];
        prefix.CopyTo(buffer);
        var digits = CompactValue.DigitsOf(value, buffer[prefix.Length..]);
        return digits.Length == length && digits[0] is '1' or '2' && digits[..^1].ContainsAnyExcept(digits[0]) && CheckDigits.Luhn(buffer);
    }

    /// <summary>
    /// Preparer tax identification number (PTIN), P and eight digits. Source: Internal Revenue Service, form W-12.
    /// </summary>
    public static bool IsPtin(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[Length]);
        return number.Length == Length && number[0] == 'P' && !number[1..].ContainsAnyExceptInRange('0', '9') && number[1..].ContainsAnyExcept('0');
    }

    /// <summary>
    /// Routing number of a bank (RTN, ABA), nine digits: a Federal Reserve district (00 to 12, 21 to 32, 61 to 72, 80), six more, check digit
    /// weighted 3 7 1, modulo 10. Source: American Bankers Association, "Routing number policy and procedures".
    /// </summary>
    public static bool IsRtn(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[Length]);
        return digits.Length == Length
            && CompactValue.Number(digits[..2]) is <= 12 or >= 21 and <= 32 or >= 61 and <= 72 or 80
            && IsRtnForm(digits);
    }

    /// <summary>As <see cref="IsRtn"/>, whatever district it tells.</summary>
    public static bool IsRtnForm(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[Length]);
        return digits.Length == Length && digits.ContainsAnyExcept('0') && CheckDigits.WeightedSum(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0;
    }

    /// <summary>
    /// Social security number: area, group, serial. Source: Social Security Administration, "SSN Randomization" and POMS RM 10201.035: areas
    /// 000, 666 and 900 to 999, group 00 and serial 0000 are never issued. Two numbers that were printed on specimens (wallets of 1938, a
    /// pamphlet of 1940) are void.
    /// </summary>
    public static bool IsSsn(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[Length]);
        return digits.Length == Length
            && CompactValue.Number(digits[..3]) is > 0 and not 666 and < 900
            && CompactValue.Number(digits[3..5]) > 0
            && CompactValue.Number(digits[5..]) > 0
            && digits is not "078051120" and not "219099999";
    }

    /// <summary>
    /// Any number that serves as a taxpayer identification number: SSN, EIN, ITIN, ATIN or PTIN. An EIN is written 12-3456789, the others
    /// of nine digits 123-45-6789. Source: Internal Revenue Service, "Taxpayer identification numbers (TIN)"; 26 CFR 301.6109-1.
    /// </summary>
    public static bool IsTin(ReadOnlySpan<char> value)
    {
        var gap = value.IndexOfAnyExceptInRange('0', '9');
        return gap switch
        {
            0 => IsPtin(value),
            2 => IsEin(value),
            3 => IsPersonalTin(value),
            _ => IsPersonalTin(value) || IsEin(value),
        };

        static bool IsPersonalTin(ReadOnlySpan<char> value) => IsSsn(value) || IsItin(value) || IsAtin(value);
    }
}
