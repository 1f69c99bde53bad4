namespace Dlp.Engine.Validation.National;

/// <summary>
/// Number of a French health professional in ADELI, the register that RPPS replaces: nine characters, the department of registration (9A to 9F
/// overseas, 2A and 2B in Corsica), the profession (00 for osteopaths), serial. Source: DREES, "Répertoire ADELI". The last digit is said to be a key, but its
/// algorithm is not published by the register: it is not checked.
/// </summary>
internal static class FrenchAdeli
{
    private const int Length = 9;

    public static bool IsValid(ReadOnlySpan<char> value) =>
        CompactValue.Of(value, stackalloc char[Length]) is { Length: Length } number
        && (FrenchDepartment.IsCode(number[..2]) || number[..2] is ['9', >= 'A' and <= 'F'])
        && !number[2..].ContainsAnyExceptInRange('0', '9')
        && (number[2] != '0' || number[3] == '0')
        && number[4..].ContainsAnyExcept('0')
        && number[1..].ContainsAnyExcept(number[0]);
}
