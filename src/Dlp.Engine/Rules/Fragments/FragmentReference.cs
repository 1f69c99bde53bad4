using System.Text.RegularExpressions;

namespace Dlp.Engine.Rules.Fragments;

/// <summary>
/// A name in braces, <c>{day}</c>, as lex and flex have it: it stands for the fragment of that name. What braces hold otherwise begins
/// with a digit (<c>{1,64}</c>), is escaped (<c>\{</c>), follows <c>\p</c>, or stands in a class.
/// </summary>
/// <param name="Start">Where its brace opens.</param>
/// <param name="End">Behind the brace that closes it.</param>
/// <param name="Name">The name: <c>day</c>, or <c>dates.day</c> of <c>fragments/dates.yaml</c>.</param>
internal readonly partial record struct FragmentReference(int Start, int End, string Name)
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

    /// <summary>Whether a fragment needs a group around it to be one unit where the reference stands.</summary>
    public bool NeedsGroupAround(string fragment, string pattern) =>
        IsRepeatedIn(pattern) || (PatternSigns.HasAlternatives(fragment) && !IsAlternativeIn(pattern));

    // A repetition such as ? or {2} follows.
    private bool IsRepeatedIn(string pattern) => End < pattern.Length
        && (pattern[End] is '?' or '*' or '+' || (pattern[End] == '{' && End + 1 < pattern.Length && char.IsAsciiDigit(pattern[End + 1])));

    // All of the pattern, of a group, or of one of their alternatives: more alternatives may well stand there.
    private bool IsAlternativeIn(string pattern) =>
        (End == pattern.Length || pattern[End] is '|' or ')') && StartOfAlternative().IsMatch(pattern.AsSpan(0, Start));

    [GeneratedRegex(@"(?:^|(?<!\\)\||(?<!\\)\((?:\?(?:[:>=!]|<(?:[=!]|\w+>)))?)$")]
    private static partial Regex StartOfAlternative();
}
