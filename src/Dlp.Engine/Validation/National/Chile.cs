namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Chile issues.</summary>
internal static class Chile
{
    /// <summary>
    /// Number of a person (RUN) or taxpayer (RUT), six to eight digits and a check digit weighted 2 to 7 from the right, again and again,
    /// modulo 11, where 10 is K; CL before it may be left out. Source: Servicio de Impuestos Internos, "Dígito verificador del RUT"; Decreto Ley 3/1969.
    /// </summary>
    public static bool IsRut(ReadOnlySpan<char> value)
    {
        ReadOnlySpan<int> weights = [3, 2, 7, 6, 5, 4, 3, 2];
        var number = CompactValue.Of(value, stackalloc char["CL".Length + 9]);
        if (number.StartsWith("CL", StringComparison.Ordinal))
            number = number[2..];
        if (number.Length is < 7 or > 9)
            return false;

        var body = number[..^1];
        return !body.ContainsAnyExceptInRange('0', '9')
            && body.ContainsAnyExcept(body[0])
            && "0K987654321"[CheckDigits.WeightedSum(body, weights[^body.Length..]) % 11] == number[^1];
    }
}
