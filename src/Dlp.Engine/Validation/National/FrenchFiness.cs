namespace Dlp.Engine.Validation.National;

/// <summary>
/// Number of a French health or social establishment (FINESS): two characters of department, six digits, a Luhn check digit, for which
/// Corsica's 2A counts as 21 and 2B as 22. Source: Agence du numérique en santé and DREES, "FINESS: Fichier national des établissements
/// sanitaires et sociaux"; what Corsica's letters count as is not
/// documented there; it is inferred from a few numbers of Corsican hospitals, all of which hold.
/// </summary>
internal static class FrenchFiness
{
    private const int Length = 9;

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        Span<char> buffer = stackalloc char[Length];
        var number = CompactValue.Of(value, buffer);
        if (number.Length != Length || !FrenchDepartment.IsCode(number[..2]))
            return false;
        if (number[1] is 'A' or 'B')
            buffer[1] = number[1] == 'A' ? '1' : '2';
        return !number.ContainsAnyExceptInRange('0', '9') && number[2..].ContainsAnyExcept('0') && CheckDigits.Luhn(number);
    }
}
