namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Portugal issues.</summary>
internal static class Portugal
{
    /// <summary>
    /// Document number of the citizen card: the holder's civil number (eight digits and a check digit), two letters or digits of version, a
    /// check digit: a Luhn sum in which A is ten and Z is 35. Source: autenticacao.gov, "Validação de Número de Documento do Cartão de Cidadão".
    /// </summary>
    public static bool IsCc(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[12]);
        if (number.Length != 12 || number[..9].ContainsAnyExceptInRange('0', '9') || !char.IsAsciiDigit(number[11]))
            return false;

        var sum = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var item = char.IsAsciiDigit(number[i]) ? number[i] - '0' : number[i] - 'A' + 10;
            if (i % 2 == 0)
                item = item > 4 ? item * 2 - 9 : item * 2;
            sum += item;
        }

        return sum % 10 == 0 && number.ContainsAnyExcept('0');
    }

    /// <summary>
    /// Tax number of a person or a company (NIF, NIPC): nine digits, the last a check digit modulo 11; PT may stand before it. Source:
    /// decreto-lei n.º 14/2013, art. 6 and decreto-lei n.º 463/79. The list of first digits grows and is not checked, but for zero.
    /// </summary>
    public static bool IsNif(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[11]);
        if (number.StartsWith("PT", StringComparison.Ordinal))
            number = number[2..];
        if (number.Length != 9 || number.ContainsAnyExceptInRange('0', '9') || number[0] == '0' || !number.ContainsAnyExcept(number[0]))
            return false;
        var check = 11 - CheckDigits.WeightedSum(number[..8], [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
        return (check > 9 ? 0 : check) == number[8] - '0';
    }
}
