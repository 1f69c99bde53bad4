namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Mauritius issues.</summary>
internal static class Mauritius
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>
    /// National identity number, fourteen characters: initial of the surname at birth, birth date, six digits, a check character modulo 17.
    /// Source: Mauritius National Identity Scheme; the check character as the Ministry of Technology described it to a user in 2018.
    /// </summary>
    public static bool IsNid(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[14]);
        if (number.Length != 14 || !char.IsAsciiLetter(number[0]) || number[1..13].ContainsAnyExceptInRange('0', '9'))
            return false;

        var sum = 0;
        for (var i = 0; i < 13; i++)
            sum += Alphabet.IndexOf(number[i]) * (14 - i);
        return Alphabet[(17 - sum % 17) % 17] == number[13]
            && CalendarDate.Exists(2000 + CompactValue.Number(number[5..7]), CompactValue.Number(number[3..5]), CompactValue.Number(number[1..3]));
    }
}
