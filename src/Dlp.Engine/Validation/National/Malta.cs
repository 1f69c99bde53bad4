namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Malta issues.</summary>
internal static class Malta
{
    private static ReadOnlySpan<int> Weights => [3, 4, 6, 7, 8, 9, 10, 1];

    /// <summary>
    /// VAT number: MT, which may be left out, and eight digits from 100001 on, the last two check digits: weighted by 3, 4, 6, 7, 8, 9, 10
    /// and 1 they make a multiple of 37. Source: European Commission, "VAT number construction rules".
    /// </summary>
    public static bool IsVat(ReadOnlySpan<char> value)
    {
        var number = VatPrefix.Without(CompactValue.Of(value, stackalloc char[10]), "MT");
        return number.Length == 8
            && !number.ContainsAnyExceptInRange('0', '9')
            && number[0] != '0'
            && CheckDigits.WeightedSum(number, Weights) % 37 == 0;
    }
}
