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
        Texts.Sample(text => Found(text).Should().Equal(Plain(text)), iter: 2_000);

    private static List<TextSpan> Found(string text)
    {
        var codes = new byte[text.Length];
        LiteralCodes.Write(text, codes);
        var runs = new SymbolRuns();
        runs.Read(codes);
        return [.. runs.All];
    }

    private static IEnumerable<TextSpan> Plain(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || "+/-_".Contains(text[end])))
                end++;
            if (end - start >= SymbolRuns.Shortest)
                yield return new TextSpan(start, end);
            start = end;
        }
    }
}
