namespace Dlp.Engine.Validation.National;

/// <summary>
/// National number of a French pupil or student (INE), eleven characters, in one of three forms: ten digits and a key letter (BEA: the letter
/// is the remainder of the digits modulo 23, I, O and Q left out); nine digits and two letters (RNIE, since 2018; no published key); given by a
/// university, ten letters and digits and a key digit (their value in base 36, modulo 10). Source: ministère de l'Éducation nationale,
/// arrêté du 16 février 2012 (RNIE); Consortium ESUP-Portail, which publishes the keys that universities check.
/// </summary>
internal static class FrenchIne
{
    private const int Length = 11;
    private const string KeyLetters = "ABCDEFGHJKLMNPRSTUVWXYZ";

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[Length]);
        if (number.Length != Length)
            return false;
        if (char.IsAsciiDigit(number[^1]))
            return IsOfUniversity(number);
        return !number[..9].ContainsAnyExceptInRange('0', '9')
            && number[..9].ContainsAnyExcept(number[0])
            && (char.IsAsciiLetter(number[9]) || number[^1] == KeyLetters[(int)(CompactValue.Number(number[..10]) % KeyLetters.Length)]);
    }

    private static bool IsOfUniversity(ReadOnlySpan<char> number)
    {
        var letters = 0;
        var key = 0;
        foreach (var character in number[..^1])
        {
            var digit = char.IsAsciiDigit(character) ? character - '0' : character - 'A' + 10;
            letters += digit > 9 ? 1 : 0;
            key = (key * 36 + digit) % 10;
        }

        return letters > 1 && key == number[^1] - '0';
    }
}
