namespace Dlp.Engine.Validation.National;

/// <summary>
/// Number of a foreigner in France (AGDREF, ten digits, nine on older files) or of a residence permit, nine letters and digits as the document
/// number of ICAO Doc 9303 part 5 (size TD1). Source: articles R142-11 and following of the code de l'entrée et du séjour des étrangers et du droit
/// d'asile. How the numbers are made up is not published: only a digit too often repeated is refused.
/// </summary>
internal static class FrenchResidencePermit
{
    private const int PersonLength = 10;
    private const int CardLength = 9;

    public static bool IsValid(ReadOnlySpan<char> value) =>
        CompactValue.Of(value, stackalloc char[PersonLength]) is { Length: PersonLength or CardLength } number
        && (number.Length == CardLength || !number.ContainsAnyExceptInRange('0', '9'))
        && number.ContainsAnyInRange('0', '9')
        && number[1..].ContainsAnyExcept(number[0]);
}
