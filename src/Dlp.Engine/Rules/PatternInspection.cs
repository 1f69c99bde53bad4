using System.Text;
using System.Text.RegularExpressions;
using Dlp.Engine.Normalization;

namespace Dlp.Engine.Rules;

/// <summary>Refuses patterns that are not regular expressions, whose cost has no bound, or that can never match the text they see.</summary>
internal static class PatternInspection
{
    /// <summary>What is wrong with a pattern and what to do; empty when nothing is.</summary>
    public static List<string> Faults(string pattern, TextView view)
    {
        var faults = new List<string>();
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
        }
        catch (ArgumentException fault)
        {
            faults.Add($"this is not a regular expression ({fault.Message}); mend it");
            return faults;
        }

        var walk = new PatternWalk(pattern);
        walk.Run();
        if (walk.HasBackreference)
            faults.Add("a backreference has no bounded cost; write the alternatives out");
        if (walk.HasNestedRepetition)
            faults.Add("an unbounded repetition inside an unbounded repetition has no bounded cost; bound the inner one, as in {1,64}");
        if (Regex.IsMatch("", pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
            faults.Add("this matches the empty text everywhere; make a part of it obligatory");
        if (view == TextView.Normalized && Unfolded(walk.Literals) is { } unfolded)
            faults.Add($"'{unfolded}' never stands in normalised text; write '{NormalizedText.Of(unfolded).Text}', or use view: original");
        return faults;
    }

    private static string? Unfolded(string literals)
    {
        foreach (var rune in literals.EnumerateRunes())
        {
            if (CharacterFolding.Fold(rune) is var folded && folded != rune.ToString() && folded.Length > 0 && Rune.IsLetter(rune))
                return rune.ToString();
        }

        return null;
    }
}
