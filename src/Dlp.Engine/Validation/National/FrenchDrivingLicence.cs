namespace Dlp.Engine.Validation.National;

/// <summary>
/// Number of a French driving licence. That of the driver's file (NEPH) is twelve digits: year and month of registration, department, serial.
/// Cards since 2013 also bear the number of the card, two digits, two letters, five digits, as passports do. Source: arrêté du 20 avril 2012
/// fixant les conditions d'établissement, de délivrance et de validité du permis de conduire; Agence nationale des titres sécurisés. No check digit.
/// </summary>
internal static class FrenchDrivingLicence
{
    private const int FileLength = 12;
    private const int CardLength = 9;

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        Span<char> buffer = stackalloc char[FileLength];
        var number = CompactValue.Of(value, buffer);
        return number.Length switch
        {
            FileLength => !number[..4].ContainsAnyExceptInRange('0', '9')
                && CompactValue.Number(number[2..4]) is >= 1 and <= 12
                && FrenchDepartment.IsCode(number[4..6])
                && !number[6..].ContainsAnyExceptInRange('0', '9')
                && number[6..].ContainsAnyExcept('0'),
            CardLength => FrenchPassport.IsValid(number),
            _ => false,
        };
    }
}
