namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Latvia issues.</summary>
internal static class Latvia
{
    private static ReadOnlySpan<int> CompanyWeights => [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1];

    private static ReadOnlySpan<int> PersonWeights => [10, 5, 8, 4, 2, 1, 6, 3, 7, 9];

    /// <summary>
    /// VAT number (PVN reģistrācijas numurs): LV, which may be left out, and eleven digits: of a company, which start with 4 to 9 and whose
    /// sum weighted by 9, 1, 4, 8, 3, 10, 2, 5, 7, 6 and 1 leaves 3 modulo 11; or a personal code (personas kods): day, month and year of birth,
    /// a digit of the century, three digits, a check digit. Personal codes since July 2017 are 32 to 39 and random digits, without any proof.
    /// Source: European Commission, "VAT number construction rules" and "TIN algorithms"; Fizisko personu reģistra likums; OECD,
    /// "Information on tax identification numbers: Latvia".
    /// </summary>
    public static bool IsPvn(ReadOnlySpan<char> value)
    {
        var number = VatPrefix.Without(CompactValue.Of(value, stackalloc char[13]), "LV");
        if (number.Length != 11 || number.ContainsAnyExceptInRange('0', '9') || !number.ContainsAnyExcept(number[0]))
            return false;
        if (number[0] > '3')
            return CheckDigits.WeightedSum(number, CompanyWeights) % 11 == 3;
        if (number[0] == '3' && number[1] > '1')
            return true;

        var date = CompactValue.Number(number[..6]);
        return number[6] <= '2'
            && CalendarDate.Exists(1800 + (number[6] - '0') * 100 + date % 100, date / 100 % 100, date / 10000)
            && (1 + CheckDigits.WeightedSum(number[..10], PersonWeights)) % 11 % 10 == number[10] - '0';
    }
}
