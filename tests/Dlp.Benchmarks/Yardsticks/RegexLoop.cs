using System.Text.RegularExpressions;
using Dlp.Benchmarks.Texts;
using Dlp.Engine.Rules;

namespace Dlp.Benchmarks.Yardsticks;

/// <summary>What most programs do: each pattern, compiled, over the whole text.</summary>
internal sealed class RegexLoop(IReadOnlyList<YardstickPattern> patterns)
{
    private readonly (Regex Regex, TextView View)[] _patterns =
        [.. patterns.Select(pattern => (new Regex(pattern.Text, RegexOptions.Compiled | RegexOptions.CultureInvariant), pattern.View))];

    /// <summary>Number of matches.</summary>
    public int Count(PreparedText text)
    {
        var matches = 0;
        foreach (var (regex, view) in _patterns)
            matches += regex.Count(view == TextView.Original ? text.Original : text.Folded);
        return matches;
    }

    /// <summary>Whether each pattern matches.</summary>
    public bool[] Matching(PreparedText text) => [.. _patterns.Select(pattern => pattern.Regex.IsMatch(pattern.View == TextView.Original ? text.Original : text.Folded))];

    /// <summary>Ends the run when a text that leaks has no match.</summary>
    public void Verify(LabelledText text)
    {
        if (text.Expected.Count > 0 && Count(new PreparedText(text.Text)) == 0)
            throw new WrongAnswerException("The loop over the patterns misses a leak.");
    }
}
