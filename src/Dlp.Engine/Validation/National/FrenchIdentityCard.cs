namespace Dlp.Engine.Validation.National;

/// <summary>
/// Number of a French identity card. Until 2021 twelve characters: year and month of issue, department (2A and 2B in Corsica) and office,
/// serial. Since 2021 nine letters and digits, as the document number of ICAO Doc 9303 part 5 (size TD1) has. Source: décret n° 55-1397 du 22 octobre 1955;
/// ministère de l'Intérieur, "La nouvelle carte nationale d'identité". The number has no check digit: that of the machine-readable zone stands apart.
/// </summary>
internal static class FrenchIdentityCard
{
    private const int Length = 12;
    private const int LengthSince2021 = 9;

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        Span<char> buffer = stackalloc char[Length];
        var number = CompactValue.Of(value, buffer);
        return number.Length switch
        {
            LengthSince2021 => number.ContainsAnyInRange('0', '9') && number.ContainsAnyInRange('A', 'Z'),
            Length => IsIssued(number[..4]) && FrenchDepartment.IsCode(number[4..6]) && !number[6..].ContainsAnyExceptInRange('0', '9'),
            _ => false,
        };
    }

    // Secured cards of this form were issued from 1988 to 2021.
    private static bool IsIssued(ReadOnlySpan<char> yearAndMonth) =>
        !yearAndMonth.ContainsAnyExceptInRange('0', '9')
        && CompactValue.Number(yearAndMonth[..2]) is >= 87 or <= 21
        && CompactValue.Number(yearAndMonth[2..]) is >= 1 and <= 12;
}
