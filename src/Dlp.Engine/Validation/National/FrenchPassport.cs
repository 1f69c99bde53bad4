namespace Dlp.Engine.Validation.National;

/// <summary>
/// Number of a French passport: two digits, two letters, five digits. Source: ministère de l'Intérieur, passports since 2006
/// (décret n° 2005-1726 du 30 décembre 2005). No check digit: that of the machine-readable zone stands apart.
/// </summary>
internal static class FrenchPassport
{
    private const int Length = 9;

    public static bool IsValid(ReadOnlySpan<char> value) =>
        CompactValue.Of(value, stackalloc char[Length]) is { Length: Length } number
        && !number[..2].ContainsAnyExceptInRange('0', '9')
        && !number[2..4].ContainsAnyExceptInRange('A', 'Z')
        && !number[4..].ContainsAnyExceptInRange('0', '9')
        && number[4..].ContainsAnyExcept('0');
}
