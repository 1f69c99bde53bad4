namespace Dlp.Engine.Validation.National;

/// <summary>
/// Excise number of a French authorised warehouse keeper: FR0, two digits of the year, three of the customs office, a letter for the kind
/// of operator, four digits. Source: direction générale des douanes et droits indirects, "numéros d'accises" (numbers given since 2005).
/// There is no check digit. The letters that are given are not published as a list; any is accepted.
/// </summary>
internal static class FrenchAccise
{
    private const string Prefix = "FR0";
    private const int Length = 13;

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[Length]);
        return number.Length == Length
            && number.StartsWith(Prefix, StringComparison.Ordinal)
            && !number[3..8].ContainsAnyExceptInRange('0', '9')
            && char.IsAsciiLetterUpper(number[8])
            && !number[9..].ContainsAnyExceptInRange('0', '9')
            && number[9..].ContainsAnyExcept('0');
    }
}
