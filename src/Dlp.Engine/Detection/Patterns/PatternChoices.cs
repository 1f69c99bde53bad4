namespace Dlp.Engine.Detection.Patterns;

/// <summary>Cuts a pattern, as written, at the signs <c>|</c> that stand in no group.</summary>
internal static class PatternChoices
{
    private const string Group = "(?:";

    /// <summary>The choices of a pattern, also where a group is around all of them; the pattern itself where it has none, or where they depend on one another.</summary>
    public static IReadOnlyList<string> Of(string pattern)
    {
        if (pattern.StartsWith(Group, StringComparison.Ordinal) && pattern.EndsWith(')') && Cut(pattern[Group.Length..^1]) is { Count: > 1 } inner)
            return inner;
        return Cut(pattern) ?? [pattern];
    }

    // Null when a group is closed that was not opened, or when something may reach over a choice: a reference, options, comments, a set within a set.
    private static List<string>? Cut(string pattern)
    {
        var (choices, start, depth) = (new List<string>(), 0, 0);
        for (var at = 0; at < pattern.Length; at++)
        {
            switch (pattern[at])
            {
                case '\\' when at + 1 < pattern.Length && pattern[at + 1] is (>= '1' and <= '9') or 'k':
                    return null;
                case '\\':
                    at++;
                    break;
                case '[' when EndOfSet(pattern, at) is { } end:
                    at = end;
                    break;
                case '[':
                    return null;
                case '(' when IsOption(pattern.AsSpan(at)):
                    return null;
                case '(':
                    depth++;
                    break;
                case ')' when depth == 0:
                    return null;
                case ')':
                    depth--;
                    break;
                case '|' when depth == 0:
                    choices.Add(pattern[start..at]);
                    start = at + 1;
                    break;
            }
        }

        choices.Add(pattern[start..]);
        return choices;
    }

    private static int? EndOfSet(string pattern, int start)
    {
        // A bracket right behind the start of a set is one of its characters.
        var at = start + (start + 1 < pattern.Length && pattern[start + 1] == '^' ? 2 : 1);
        for (var first = at; at < pattern.Length; at++)
        {
            switch (pattern[at])
            {
                case '\\':
                    at++;
                    break;
                case ']' when at > first:
                    return at;
                case '[':
                    return null;
            }
        }

        return null;
    }

    // Options that hold from here on, or a comment; a group of its own with options, (?i:…), is none.
    private static bool IsOption(ReadOnlySpan<char> group) =>
        group.StartsWith("(?#") || (group.StartsWith("(?") && group[2..].TrimStart("imnsx-") is [')', ..] and var rest && rest.Length < group.Length - 2);
}
