namespace Dlp.Engine.Rules.Fragments;

/// <summary>
/// A name in braces, <c>{day}</c>, as lex and flex have it: it stands for the fragment of that name. What braces hold otherwise begins
/// with a digit (<c>{1,64}</c>), is escaped (<c>\{</c>), follows <c>\p</c>, or stands in a class.
/// </summary>
/// <param name="Start">Where its brace opens.</param>
/// <param name="End">Behind the brace that closes it.</param>
/// <param name="Name">The name: <c>day</c>, or <c>dates.day</c> of <c>fragments/dates.yaml</c>.</param>
internal readonly record struct FragmentReference(int Start, int End, string Name)
{
    /// <summary>The references of a pattern, from left to right.</summary>
    public static IReadOnlyList<FragmentReference> In(string pattern)
    {
        // Most patterns have none.
        if (!pattern.Contains('{'))
            return [];
        List<FragmentReference>? references = null;
        foreach (var start in PatternSigns.In(pattern))
        {
            if (pattern[start] == '{' && start + 1 < pattern.Length && char.IsAsciiLetter(pattern[start + 1]) && pattern.IndexOf('}', start) is > 0 and var close)
                (references ??= []).Add(new FragmentReference(start, close + 1, pattern[(start + 1)..close]));
        }

        return references ?? (IReadOnlyList<FragmentReference>)[];
    }

    /// <summary>Whether a repetition such as <c>?</c> or <c>{2}</c> follows the reference.</summary>
    public bool IsRepeatedIn(string pattern) => End < pattern.Length
        && (pattern[End] is '?' or '*' or '+' || (pattern[End] == '{' && End + 1 < pattern.Length && char.IsAsciiDigit(pattern[End + 1])));
}
