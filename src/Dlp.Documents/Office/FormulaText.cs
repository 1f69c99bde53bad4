namespace Dlp.Documents.Office;

/// <summary>What people wrote into formulas.</summary>
internal static class FormulaText
{
    private const int ShortestLiteral = 2;

    /// <summary>The string literals of a formula (ECMA-376 part 1, 18.17.2.2), a line each: in quotes, a quote doubled.</summary>
    public static string Literals(string formula)
    {
        if (!formula.Contains('"', StringComparison.Ordinal))
            return "";
        var lines = new List<string>();
        for (var at = formula.IndexOf('"', StringComparison.Ordinal); at >= 0; at = NextQuote(formula, at))
        {
            var end = at + 1;
            while (end < formula.Length && (formula[end] != '"' || (end + 1 < formula.Length && formula[end + 1] == '"')))
                end += formula[end] == '"' ? 2 : 1;
            var literal = formula[(at + 1)..Math.Min(end, formula.Length)].Replace("\"\"", "\"", StringComparison.Ordinal);
            if (literal.Length >= ShortestLiteral)
                lines.Add(literal);
            at = end;
        }

        return string.Join('\n', lines);
    }

    private static int NextQuote(string formula, int after) => after + 1 < formula.Length ? formula.IndexOf('"', after + 1) : -1;
}
