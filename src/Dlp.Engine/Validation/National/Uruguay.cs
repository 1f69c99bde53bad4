namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Uruguay issues.</summary>
internal static class Uruguay
{
    /// <summary>
    /// Taxpayer number (RUT), 12 digits: office (01 to 22), six digits, 00 and a digit, check digit weighted 4 3 2 9 8 7 6 5 4 3 2, modulo 11;
    /// a number whose check digit would be 10 is not issued. UY before it may be left out. Source: Dirección General Impositiva, "Registro Único Tributario".
    /// </summary>
    public static bool IsRut(ReadOnlySpan<char> value)
    {
        const int length = 12;
        var number = CompactValue.Of(value, stackalloc char["UY".Length + length]);
        if (number.StartsWith("UY", StringComparison.Ordinal))
            number = number[2..];
        return number.Length == length
            && !number.ContainsAnyExceptInRange('0', '9')
            && CompactValue.Number(number[..2]) is >= 1 and <= 22
            && number[2..8] is not "000000"
            && number[8..10] is "00"
            && (11 - CheckDigits.WeightedSum(number[..11], [4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11 == number[11] - '0';
    }
}
