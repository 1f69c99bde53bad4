namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Guatemala issues.</summary>
internal static class Guatemala
{
    /// <summary>
    /// Tax number (NIT), up to eleven digits and a check digit weighted 2, 3, 4, … from the right, modulo 11, where 10 is K. Source:
    /// Superintendencia de Administración Tributaria, "Registro Tributario Unificado". Numbers of fewer than five characters are not told
    /// from any other number.
    /// </summary>
    public static bool IsNit(ReadOnlySpan<char> value)
    {
        ReadOnlySpan<int> weights = [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2];
        var number = CompactValue.Of(value, stackalloc char[weights.Length + 1]);
        if (number.Length < 5)
            return false;

        var body = number[..^1];
        return !body.ContainsAnyExceptInRange('0', '9')
            && CompactValue.Number(body) > 0
            && number.ContainsAnyExcept(number[0])
            && "0K987654321"[CheckDigits.WeightedSum(body, weights[^body.Length..]) % 11] == number[^1];
    }
}
