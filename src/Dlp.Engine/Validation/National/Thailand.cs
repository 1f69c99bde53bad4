namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Thailand issues.</summary>
internal static class Thailand
{
    /// <summary>
    /// Personal identification number, 13 digits: kind of person (1 to 8), province (10 to 96) and district, sequence, check digit. Source:
    /// Department of Provincial Administration, Population Registration Act B.E. 2534: eleven less the sum of the others, weighted 13 to 2,
    /// modulo eleven, its last digit.
    /// </summary>
    public static bool IsPin(ReadOnlySpan<char> value) =>
        CompactValue.DigitsOf(value, stackalloc char[13]) is { Length: 13 } pin
        && pin[0] is >= '1' and <= '8'
        && CompactValue.Number(pin[1..3]) is >= 10 and <= 96
        && IsRight(pin);

    /// <summary>
    /// Taxpayer number, 13 digits: a person's identification number, or a juristic person's registration number, which starts with 0. Source:
    /// Revenue Department, "Taxpayer identification number"; the check digit is that of persons.
    /// </summary>
    public static bool IsTin(ReadOnlySpan<char> value) =>
        CompactValue.DigitsOf(value, stackalloc char[13]) is { Length: 13 } tin && tin[0] != '9' && tin[1..].ContainsAnyExcept('0') && IsRight(tin);

    private static bool IsRight(ReadOnlySpan<char> number) =>
        (11 - CheckDigits.WeightedSum(number[..12], [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 10 == number[12] - '0';
}
