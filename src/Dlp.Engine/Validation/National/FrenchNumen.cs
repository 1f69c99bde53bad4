namespace Dlp.Engine.Validation.National;

/// <summary>
/// Number of somebody who works for the French ministry of education (NUMEN), thirteen characters: academy (01 to 33, or 43), letter of the
/// information system, year of entry, five digits, three letters. Source: CNIL, délibération n° 92-063 du 23 juin 1992;
/// the structure as commonly described, for the ministry publishes none. No check digit.
/// </summary>
internal static class FrenchNumen
{
    private const int Length = 13;

    public static bool IsValid(ReadOnlySpan<char> value) =>
        CompactValue.Of(value, stackalloc char[Length]) is { Length: Length } number
        && !number[..2].ContainsAnyExceptInRange('0', '9')
        && CompactValue.Number(number[..2]) is >= 1 and <= 33 or 43
        && char.IsAsciiLetter(number[2])
        && !number[3..10].ContainsAnyExceptInRange('0', '9')
        && !number[10..].ContainsAnyExceptInRange('A', 'Z');
}
