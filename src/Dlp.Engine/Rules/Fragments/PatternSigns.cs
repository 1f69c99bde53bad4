namespace Dlp.Engine.Rules.Fragments;

/// <summary>Tells the characters of a pattern that may mean something from those that are escaped or stand in a class.</summary>
internal static class PatternSigns
{
    /// <summary>Where such characters stand, from left to right; the bracket that opens a class is one of them.</summary>
    public static IEnumerable<int> In(string pattern)
    {
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] == '\\')
            {
                at = EndOfEscape(pattern, at);
                continue;
            }

            yield return at;
            if (pattern[at] == '[')
                at = EndOfClass(pattern, at);
        }
    }

    /// <summary>Whether a pattern has alternatives that no group holds.</summary>
    public static bool HasAlternatives(string pattern)
    {
        var depth = 0;
        foreach (var at in In(pattern))
        {
            if (pattern[at] == '|' && depth == 0)
                return true;
            depth += pattern[at] switch { '(' => 1, ')' => -1, _ => 0 };
        }

        return false;
    }

    // The last character of what a backslash begins.
    private static int EndOfEscape(string pattern, int at) =>
        at + 2 < pattern.Length && pattern[at + 1] is 'p' or 'P' && pattern[at + 2] == '{' && pattern.IndexOf('}', at) is > 0 and var close ? close : at + 1;

    // The bracket that closes a class; the first character is never it, and one class may be taken off another: [a-z-[aeiou]].
    private static int EndOfClass(string pattern, int open)
    {
        var at = open + 1;
        if (at < pattern.Length && pattern[at] == '^')
            at++;
        for (var first = at; at < pattern.Length; at++)
        {
            if (pattern[at] == '\\')
                at = EndOfEscape(pattern, at);
            else if (pattern[at] == ']' && at > first)
                return at;
            else if (pattern[at] == '[' && at > first && pattern[at - 1] == '-')
                at = EndOfClass(pattern, at);
        }

        return at;
    }
}
