namespace Dlp.Engine.Validation.National;

/// <summary>
/// Identifier of a parcel in the French land register, fourteen characters: commune (INSEE code), prefix of three digits (000 unless communes
/// were merged), section of two characters, parcel of four digits. Source: direction générale des Finances publiques, "Plan cadastral
/// informatisé" (identifiant de parcelle). The section is one or two letters, with 0 or a space in front of one alone; two digits in Alsace and Moselle.
/// </summary>
internal static class FrenchCadastralReference
{
    private const int Length = 14;

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        Span<char> buffer = stackalloc char[Length];
        var number = CompactValue.Of(value, buffer);

        // A section of one letter is set apart with a space, which is no character of a compact value.
        var section = number.Length == Length ? number[8..10] : number.Length == Length - 1 ? number[8..9] : [];
        return !section.IsEmpty
            && FrenchDepartment.IsCode(number[..2])
            && !number[2..8].ContainsAnyExceptInRange('0', '9')
            && IsSection(section)
            && !number[^4..].ContainsAnyExceptInRange('0', '9')
            && number[^4..].ContainsAnyExcept('0');
    }

    private static bool IsSection(ReadOnlySpan<char> section) => section switch
    {
        [var letter] => char.IsAsciiLetter(letter),
        ['0', var second] => second != '0',
        [var first, var second] => char.IsAsciiLetter(first) == char.IsAsciiLetter(second),
        _ => false,
    };
}
