using System.Globalization;

namespace Dlp.Documents.Office;

/// <summary>Names of cells: <c>B12</c> (ECMA-376 part 1, 18.18.7).</summary>
internal static class CellReference
{
    private const int Longest = 12;
    private const int Letters = 26;
    private const int MostColumns = 1 << 20;

    /// <summary>The name of a cell; both numbers count from 1.</summary>
    public static string Of(int column, int row)
    {
        Span<char> letters = stackalloc char[8];
        var at = letters.Length;
        for (var rest = Math.Clamp(column, 1, MostColumns); rest > 0 && at > 0; rest = (rest - 1) / Letters)
            letters[--at] = (char)('A' + ((rest - 1) % Letters));
        return string.Create(CultureInfo.InvariantCulture, $"{letters[at..]}{row}");
    }

    /// <summary>The column of a name, from 1; 0 when it has none.</summary>
    public static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference)
        {
            if (!char.IsAsciiLetter(letter) || column > MostColumns)
                break;
            column = (column * Letters) + (letter & 31);
        }

        return column;
    }

    /// <summary>Whether a reference is short and of letters and digits, so that it may stand in a place.</summary>
    public static bool IsSane(string? reference) => reference is { Length: > 0 and <= Longest } && reference.All(char.IsAsciiLetterOrDigit);
}
