namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Venezuela issues.</summary>
internal static class Venezuela
{
    /// <summary>
    /// Fiscal registry number (RIF), a letter (V and E persons, P passports, J and C companies and communal councils, G government), eight
    /// digits, check digit weighted 4 (the letter: V 1, E 2, J and C 3, P 4, G 5) 3 2 7 6 5 4 3 2, modulo 11, where 10 and 11 are 0. Source:
    /// SENIAT, Providencia 0073/2006.
    /// </summary>
    public static bool IsRif(ReadOnlySpan<char> value)
    {
        const int length = 10;
        var number = CompactValue.Of(value, stackalloc char[length]);
        if (number.Length != length || number[1..].ContainsAnyExceptInRange('0', '9') || CompactValue.Number(number[1..9]) == 0)
            return false;

        var letter = number[0] switch { 'V' => 1, 'E' => 2, 'J' or 'C' => 3, 'P' => 4, 'G' => 5, _ => 0 };
        var remainder = (letter * 4 + CheckDigits.WeightedSum(number[1..9], [3, 2, 7, 6, 5, 4, 3, 2])) % 11;
        return letter > 0 && (remainder < 2 ? 0 : 11 - remainder) == number[9] - '0';
    }
}
