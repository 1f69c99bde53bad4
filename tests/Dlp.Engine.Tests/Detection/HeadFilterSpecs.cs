using CsCheck;
using Dlp.Engine.Detection;
using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Tests.Detection;

public class HeadFilterSpecs
{
    private static readonly string[] Pieces = ["a", "b", "A", "[0-9]", "[a-c]", "[^a]", ".", "é", "k", "(?<![a-z])", "(?<!é)", "-?", "[A-C0]{2}", "(?:ab|0)"];

    private static readonly string[] Texts = ["a", "b", "A", "B", "0", "7", "-", "é", "K", "ı", "\u007f", "\0", " ", "abc", "K", "ABCDEFGHIJKLMNOP"];

    private static readonly Gen<string> Pattern = Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[1, 7].Select(pieces => string.Concat(pieces) + "0");

    private static readonly Gen<string> Text = Gen.Int[0, Texts.Length - 1].Select(index => Texts[index]).Array[1, 60].Select(string.Concat);

    [Fact]
    public void No_place_at_which_a_head_fits_is_refused() =>
        Gen.Select(Pattern.Array[1, 90], Text).Sample(
            (patterns, text) =>
            {
                var plans = patterns.Select(pattern => PatternPlan.Of(PatternAnalysis.Of(pattern))).ToList();
                var (index, filter) = (new HeadIndex(plans), new HeadFilter(plans));
                var codes = LiteralCodes.Of(text);
                for (var first = 0; first < text.Length; first += 5)
                {
                    var passing = new List<int>();
                    foreach (var start in filter.In(codes, first, text.Length - 1))
                        passing.Add(start);
                    if (passing.Exists(start => start < first || start >= text.Length) || !passing.SequenceEqual(passing.Distinct().Order()))
                        return false;
                    if (Enumerable.Range(first, text.Length - first).Any(start => MayStartAt(index, plans.Count, text, start) && !passing.Contains(start)))
                        return false;
                }

                return true;
            },
            iter: 300);

    private static bool MayStartAt(HeadIndex index, int patterns, string text, int start) =>
        Enumerable.Range(0, (patterns + HeadIndex.GroupSize - 1) / HeadIndex.GroupSize).Any(group => index.At(group, text, start) != 0);
}
