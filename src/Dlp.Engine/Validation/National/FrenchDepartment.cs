namespace Dlp.Engine.Validation.National;

/// <summary>Departments inside numbers. Source: INSEE, "Code officiel géographique".</summary>
internal static class FrenchDepartment
{
    /// <summary>Whether two characters are the code of a department, or start that of one overseas (97 and 98); Corsica is 2A, 2B, and 20 before 1976.</summary>
    public static bool IsCode(ReadOnlySpan<char> code) =>
        code is ['2', 'A' or 'B']
        || (code.Length == 2 && !code.ContainsAnyExceptInRange('0', '9') && CompactValue.Number(code) is >= 1 and <= 95 or 97 or 98);
}
