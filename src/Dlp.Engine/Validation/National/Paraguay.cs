namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Paraguay issues.</summary>
internal static class Paraguay
{
    /// <summary>
    /// Taxpayer number (RUC), a person's identity card or eight digits that start with 80, and a check digit weighted 2, 3, 4, … from the
    /// right, modulo 11, where 10 and 11 are 0. Source: Dirección Nacional de Ingresos Tributarios (SET), "Cálculo del dígito verificador".
    /// </summary>
    public static bool IsRuc(ReadOnlySpan<char> value)
    {
        ReadOnlySpan<int> weights = [9, 8, 7, 6, 5, 4, 3, 2];
        var digits = CompactValue.DigitsOf(value, stackalloc char[weights.Length + 1]);
        if (digits.Length < 5 || digits[0] == '0' || !digits.ContainsAnyExcept(digits[0]))
            return false;

        var body = digits[..^1];
        var remainder = CheckDigits.WeightedSum(body, weights[^body.Length..]) % 11;
        return (remainder < 2 ? 0 : 11 - remainder) == digits[^1] - '0';
    }
}
