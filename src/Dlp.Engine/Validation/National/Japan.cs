namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Japan issues.</summary>
internal static class Japan
{
    /// <summary>
    /// Corporate number (hōjin bangō), 13 digits, the first a check digit; T before it makes it the number of an issuer of invoices. Source: Order of the Ministry of Finance no. 70 of 2014 (National Tax
    /// Agency): nine less the sum of the others, from the right weighted 1, 2, 1, 2 …, modulo nine.
    /// </summary>
    public static bool IsCn(ReadOnlySpan<char> value)
    {
        var number = VatPrefix.Without(CompactValue.Of(value, stackalloc char[14]), "T");
        return number.Length == 13
            && !number.ContainsAnyExceptInRange('0', '9')
            && 9 - CheckDigits.WeightedSum(number[1..], [2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]) % 9 == number[0] - '0';
    }

    /// <summary>
    /// Individual number ("My Number"), 12 digits, the last a check digit. Source: Order of the Ministry of Internal Affairs and Communications no. 85 of
    /// 2014, article 5: eleven less the sum of the others, weighted 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, modulo eleven; 0 when the remainder is 0 or 1.
    /// </summary>
    public static bool IsIn(ReadOnlySpan<char> value)
    {
        var number = CompactValue.DigitsOf(value, stackalloc char[12]);
        return number.Length == 12
            && number.ContainsAnyExcept(number[0])
            && CheckOf(CheckDigits.WeightedSum(number[..11], [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2])) == number[11] - '0';
    }

    /// <summary>
    /// Driving licence, 12 digits: the prefecture's commission, year of the first licence, six of the sequence, a check digit, number of replacements. Source: National
    /// Police Agency, codes of the public safety commissions; the check (eleven less the sum weighted 5, 4, 3, 2, 7, 6, 5, 4, 3, 2 modulo eleven, its
    /// last digit) is commonly published, not by the agency.
    /// </summary>
    public static bool IsDrivingLicence(ReadOnlySpan<char> value)
    {
        var number = CompactValue.DigitsOf(value, stackalloc char[12]);
        return number.Length == 12
            && IsCommission(CompactValue.Number(number[..2]))
            && (11 - CheckDigits.WeightedSum(number[..10], [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 10 == number[10] - '0';
    }

    private static int CheckOf(int sum) => sum % 11 <= 1 ? 0 : 11 - sum % 11;

    private static bool IsCommission(long code) => code is >= 10 and <= 14 or >= 20 and <= 25 or 30 or >= 40 and <= 49 or >= 50 and <= 55
        or >= 60 and <= 65 or >= 70 and <= 74 or >= 80 and <= 83 or >= 90 and <= 97;
}
