namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Costa Rica issues; none has a check digit.</summary>
internal static class CostaRica
{
    /// <summary>
    /// Identity card of a citizen (cédula de persona física), nine digits: province, volume, entry; often with a zero in front, and with
    /// dashes also without the zeros that fill the groups. Source: Tribunal Supremo de Elecciones; Decreto Ejecutivo 15126-H-PLAN.
    /// </summary>
    public static bool IsCpf(ReadOnlySpan<char> value)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[10]);
        if (digits.Length == 10 && digits[0] == '0')
            digits = digits[1..];
        return digits.Length is >= 7 and <= 9 && digits[0] != '0' && digits.ContainsAnyExcept(digits[0]) && CompactValue.Number(digits[1..]) > 0;
    }

    /// <summary>
    /// Number of a legal person (cédula jurídica), ten digits: class, type, sequence. Class 2 are the state's powers (types 100 to 400),
    /// 3 registered persons (types 002 to 014 and 101 to 110), 4 autonomous institutions (000), 5 (001). Source: Registro Nacional,
    /// Dirección de Personas Jurídicas. The list of types is not published as a whole.
    /// </summary>
    public static bool IsCpj(ReadOnlySpan<char> value)
    {
        const int length = 10;
        var digits = CompactValue.DigitsOf(value, stackalloc char[length]);
        if (digits.Length != length || CompactValue.Number(digits[4..]) == 0)
            return false;

        var type = CompactValue.Number(digits[1..4]);
        return digits[0] switch
        {
            '2' => type is 100 or 200 or 300 or 400,
            '3' => type is >= 2 and <= 14 or >= 101 and <= 110,
            '4' => type == 0,
            '5' => type == 1,
            _ => false,
        };
    }
}
