namespace Dlp.Engine.Validation;

/// <summary>
/// Vehicle identification number: seventeen capital letters and digits without I, O and Q, the last four of them digits (ISO 3779, section 4).
/// The ninth is a check digit in vehicles made for North America (49 CFR 565.15; world regions 1 to 5 of ISO 3780); elsewhere it may hold
/// anything.
/// </summary>
internal static class VehicleIdentificationNumber
{
    private const int Length = 17;
    private static readonly int[] Weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[Length]);
        if (number.Length != Length || number.ContainsAny('I', 'O', 'Q') || number[^4..].ContainsAnyExceptInRange('0', '9'))
            return false;
        // Region 0 is not given out, nor are D to G (ISO 3780).
        if (number[0] is '0' or (>= 'D' and <= 'G') || !number.ContainsAnyInRange('A', 'Z') || !number[1..].ContainsAnyInRange('0', '9')
            || !number[^6..].ContainsAnyExcept('0'))
            return false;
        return number[0] is not (>= '1' and <= '5') || HasCheckDigit(number);
    }

    private static bool HasCheckDigit(ReadOnlySpan<char> number)
    {
        var sum = 0;
        for (var i = 0; i < Length; i++)
            sum += ValueOf(number[i]) * Weights[i];
        var check = sum % 11;
        return number[8] == (check == 10 ? 'X' : (char)('0' + check));
    }

    // Letters count as in EBCDIC: A to I are 1 to 9, J to R are 1 to 9, S to Z are 2 to 9.
    private static int ValueOf(char character) => character switch
    {
        <= '9' => character - '0',
        <= 'I' => character - 'A' + 1,
        <= 'R' => character - 'J' + 1,
        _ => character - 'S' + 2,
    };
}
