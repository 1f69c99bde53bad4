namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Kenya issues.</summary>
internal static class Kenya
{
    /// <summary>
    /// Personal identification number (KRA PIN): A (persons) or P (others), nine digits, a letter. How the letter is reckoned is not published.
    /// Source: OECD, "Kenya: information on tax identification numbers".
    /// </summary>
    public static bool IsPin(ReadOnlySpan<char> value) =>
        CompactValue.Of(value, stackalloc char[11]) is { Length: 11 } number
        && number[0] is 'A' or 'P'
        && !number[1..10].ContainsAnyExceptInRange('0', '9')
        && number[1..10].ContainsAnyExcept(number[1])
        && char.IsAsciiLetter(number[10]);
}
