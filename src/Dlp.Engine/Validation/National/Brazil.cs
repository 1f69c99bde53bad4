namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Brazil issues.</summary>
internal static class Brazil
{
    /// <summary>
    /// Company number (CNPJ), 14 characters: eight of the company, four of the establishment, digits or since July 2026 capital letters
    /// too, then two check digits weighted 2 to 9 from the right, again and again, modulo 11, where 10 and 11 are 0. A letter counts as its
    /// ASCII code less 48. Source: Receita Federal, Instrução Normativa RFB 2.229/2024, annex XV, and Nota Técnica COCAD 49/2024;
    /// SERPRO, "Cálculo dos dígitos verificadores de CNPJ alfanumérico".
    /// </summary>
    public static bool IsCnpj(ReadOnlySpan<char> value)
    {
        const int length = 14;
        ReadOnlySpan<int> weights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
        var number = CompactValue.Of(value, stackalloc char[length]);
        return number.Length == length
            && number.ContainsAnyExcept(number[0])
            && number[8..12] is not "0000"
            && CheckDigit(CheckDigits.WeightedSum(number[..12], weights[1..])) == number[12]
            && CheckDigit(CheckDigits.WeightedSum(number[..13], weights)) == number[13];
    }

    /// <summary>
    /// Person's tax number (CPF), 11 digits: eight, the fiscal region, two check digits weighted 2 upwards from the right, modulo 11, where
    /// 10 and 11 are 0; not all the same. Source: Receita Federal, Instrução Normativa RFB 1.548/2015.
    /// </summary>
    public static bool IsCpf(ReadOnlySpan<char> value)
    {
        const int length = 11;
        ReadOnlySpan<int> weights = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2];
        var digits = CompactValue.DigitsOf(value, stackalloc char[length]);
        return digits.Length == length
            && digits.ContainsAnyExcept(digits[0])
            && CheckDigit(CheckDigits.WeightedSum(digits[..9], weights[1..])) == digits[9]
            && CheckDigit(CheckDigits.WeightedSum(digits[..10], weights)) == digits[10];
    }

    private static char CheckDigit(int sum) => sum % 11 < 2 ? '0' : (char)('0' + 11 - sum % 11);
}
