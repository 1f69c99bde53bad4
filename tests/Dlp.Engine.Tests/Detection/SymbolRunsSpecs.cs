using CsCheck;
using Dlp.Engine.Detection;
using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Tests.Detection;

/// <summary>Runs found by bits must be those found by looking at one character after the other.</summary>
public class SymbolRunsSpecs
{
    private static readonly string[] Fragments = ["abc", "DEF7", "_", "-/+", " ", ".", "é", "abcdefgh", "0123456789abcdef"];

    private static readonly Gen<string> Texts = Gen.Int[0, Fragments.Length - 1].Select(index => Fragments[index]).Array[0, 40].Select(string.Concat);

    [Fact]
    public void Every_run_that_is_long_enough_is_found() =>
        Gen.Select(Texts, Gen.Int[SymbolRuns.Shortest, 40]).Sample((text, least) => Found(text, least).Should().Equal(Plain(text, least)), iter: 2_000);

    private static List<TextSpan> Found(string text, int least)
    {
        var codes = new byte[text.Length];
        LiteralCodes.Write(text, codes);
        var runs = new SymbolRuns();
        runs.Read(codes);
        var found = new List<TextSpan>();
        for (var run = runs.Next(0, least); run.Length > 0; run = runs.Next(run.End, least))
            found.Add(run);
        return found;
    }

    private static IEnumerable<TextSpan> Plain(string text, int least)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || "+/-_".Contains(text[end])))
                end++;
            if (end - start >= least)
                yield return new TextSpan(start, end);
            start = end;
        }
    }
}
