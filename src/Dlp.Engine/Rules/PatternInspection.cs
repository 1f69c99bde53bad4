using System.Text.RegularExpressions;
using Dlp.Engine.Detection.Patterns;
using Dlp.Engine.Normalization;

namespace Dlp.Engine.Rules;

/// <summary>Refuses patterns that are not regular expressions, whose cost has no bound, or that can never match the text they see.</summary>
internal static partial class PatternInspection
{
    /// <summary>What is wrong with a pattern and what to do; empty when nothing is.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="view">The view of the text that it sees.</param>
    /// <param name="analysis">What is derived of it; null when it is no regular expression.</param>
    public static List<string> Faults(string pattern, TextView view, out PatternAnalysis? analysis)
    {
        analysis = null;
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
            analysis = PatternAnalysis.Of(pattern);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            return [$"this is not a regular expression that can be run ({fault.Message}); mend it"];
        }

        var node = analysis.Node;
        var faults = new List<string>();
        if (Holds(node, piece => piece is PatternNode.Backreference))
            faults.Add("a backreference has no bounded cost; write the alternatives out");
        else if (Holds(node, IsUnboundedTwice))
            faults.Add("an unbounded repetition inside an unbounded repetition has no bounded cost; bound the inner one, as in {1,64}");
        else if (analysis.Cost > PatternCost.Highest)
            faults.Add("a hostile text could make one try of this take very long; bound its repetitions, as in {1,64}, and let what follows one begin with characters that it does not hold");
        if (analysis.Facts.Least == 0)
            faults.Add("this matches the empty text; make a part of it obligatory");
        if (view == TextView.Normalized && FirstUnfolded(node) is { } unfolded)
            faults.Add(Unfolded(unfolded));
        return faults;
    }

    /// <summary>What is wrong with a fragment of a pattern and what to do; null when nothing can be said of it alone.</summary>
    /// <param name="fragment">The fragment, written out.</param>
    /// <param name="view">The view of the text that its patterns see; null when that is not known.</param>
    public static string? FaultOfFragment(string fragment, TextView? view)
    {
        if (OptionsForTheRest().Match(fragment) is { Success: true } options)
            return $"'{options.Value}' would hold beyond the fragment; write {options.Value.TrimEnd(')')}:…) around what it is for";
        try
        {
            _ = new Regex(fragment, RegexOptions.CultureInvariant);
            return view == TextView.Normalized && FirstUnfolded(PatternParser.Parse(fragment)) is { } unfolded ? Unfolded(unfolded) : null;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            return $"this is not a whole regular expression ({fault.Message}); mend it, and close every group within the fragment that opens it";
        }
    }

    private static string Unfolded(char character) =>
        $"'{character}' never stands in normalised text; write '{NormalizedText.Of(character.ToString()).Text}', or use view: original";

    private static bool IsUnboundedTwice(PatternNode node) =>
        node is PatternNode.Repeat { Most: null } outer && Holds(outer.Piece, piece => piece is PatternNode.Repeat { Most: null });

    private static bool Holds(PatternNode node, Func<PatternNode, bool> test) => test(node) || node switch
    {
        PatternNode.Sequence sequence => sequence.Pieces.Any(piece => Holds(piece, test)),
        PatternNode.Choice choice => choice.Pieces.Any(piece => Holds(piece, test)),
        PatternNode.Repeat repeat => Holds(repeat.Piece, test),
        _ => false,
    };

    // A class may well name some characters that never come; one of which none comes is a mistake.
    private static char? FirstUnfolded(PatternNode node) => node switch
    {
        PatternNode.One { Set.HasUnnamed: false } one when one.Set.Named.All(IsUnfolded) => one.Set.Named.FirstOrDefault(),
        PatternNode.Sequence sequence => sequence.Pieces.Select(FirstUnfolded).FirstOrDefault(found => found is not null),
        PatternNode.Choice choice => choice.Pieces.Select(FirstUnfolded).FirstOrDefault(found => found is not null),
        PatternNode.Repeat repeat => FirstUnfolded(repeat.Piece),
        _ => null,
    };

    private static bool IsUnfolded(char character) => NormalizedText.Of(character.ToString()).Text != character.ToString();

    [GeneratedRegex(@"(?<!\\)\(\?[imnsx+-]+\)")]
    private static partial Regex OptionsForTheRest();
}
