namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Argentina issues.</summary>
internal static class Argentina
{
    /// <summary>
    /// Bank account (CBU) or payment account (CVU), 22 digits: bank, branch and a check digit; account and a check digit. Both check
    /// digits are weighted 3, 1, 7, 9 from the right, modulo 10. Source: Banco Central de la República Argentina, Sistema Nacional de
    /// Pagos, "Clave Bancaria Uniforme".
    /// </summary>
    public static bool IsCbu(ReadOnlySpan<char> value)
    {
        const int length = 22;
        const int bank = 8;
        var digits = CompactValue.DigitsOf(value, stackalloc char[length]);
        return digits.Length == length && digits.ContainsAnyExcept(digits[0]) && HasCheck(digits[..bank]) && HasCheck(digits[bank..]);

        static bool HasCheck(ReadOnlySpan<char> block)
        {
            ReadOnlySpan<int> weights = [3, 9, 7, 1, 3, 9, 7, 1, 3, 9, 7, 1, 3];
            var body = block[..^1];
            return (CheckDigits.WeightedSum(body, weights[^body.Length..]) + block[^1] - '0') % 10 == 0;
        }
    }

    /// <summary>
    /// Tax and labour number (CUIT, CUIL, CDI), 11 digits: type, eight digits (a person's DNI), check digit weighted 5 4 3 2 7 6 5 4 3 2,
    /// modulo 11; a number whose check digit would be 10 gets another type. Types: 20, 23 to 27 persons, 30, 33, 34 companies, 50, 51, 55
    /// foreign ones. Source: AFIP (now ARCA), Resolución General 10/1997 and "Preguntas frecuentes, CUIT/CUIL/CDI".
    /// </summary>
    public static bool IsCuit(ReadOnlySpan<char> value)
    {
        const int length = 11;
        var digits = CompactValue.DigitsOf(value, stackalloc char[length]);
        return digits.Length == length
            && CompactValue.Number(digits[..2]) is 20 or >= 23 and <= 27 or 30 or 33 or 34 or 50 or 51 or 55
            && CompactValue.Number(digits[2..10]) > 0
            && (11 - CheckDigits.WeightedSum(digits[..10], [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11 == digits[10] - '0';
    }
}
