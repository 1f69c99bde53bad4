namespace Dlp.Engine.Validation.National;

/// <summary>
/// French number plate. Since 2009 (SIV) two letters, three digits, two letters, without I, O and U and without SS; WW stands in front on
/// provisional ones. Before (FNI) one to four digits, one to three letters, the department. Source: arrêté du 9 février 2009 relatif aux
/// modalités d'immatriculation des véhicules; arrêté du 5 novembre 1984 relatif à l'immatriculation des véhicules.
/// </summary>
internal static class FrenchPlate
{
    private const int SivLength = 7;
    private const int LongestFni = 10;

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        Span<char> buffer = stackalloc char[LongestFni];
        var plate = CompactValue.Of(value, buffer);
        if (plate.IsEmpty)
            return false;
        return char.IsAsciiLetter(plate[0]) ? IsSiv(plate) : IsFni(plate);
    }

    private static bool IsSiv(ReadOnlySpan<char> plate) =>
        plate.Length == SivLength
        && IsPair(plate[..2])
        && !plate[2..5].ContainsAnyExceptInRange('0', '9')
        && plate[2..5].ContainsAnyExcept('0')
        && IsPair(plate[5..])
        && plate[5..] is not "WW";

    private static bool IsPair(ReadOnlySpan<char> letters) =>
        !letters.ContainsAnyExceptInRange('A', 'Z') && !letters.ContainsAny('I', 'O', 'U') && letters is not "SS";

    private static bool IsFni(ReadOnlySpan<char> plate)
    {
        var digits = plate.IndexOfAnyExceptInRange('0', '9');
        if (digits is < 1 or > 4 || plate[0] == '0')
            return false;
        var letters = plate[digits..].IndexOfAnyExceptInRange('A', 'Z');
        if (letters is < 1 or > 3 || (letters == 3 && digits == 4) || plate.Slice(digits, letters).ContainsAny('I', 'O', 'U'))
            return false;
        var department = plate[(digits + letters)..];
        return department.Length is 2 or 3
            && FrenchDepartment.IsCode(department[..2])
            && (department.Length == 3) == (department[0] == '9' && department[1] is '7' or '8')
            && (department.Length == 2 || char.IsAsciiDigit(department[2]));
    }
}
