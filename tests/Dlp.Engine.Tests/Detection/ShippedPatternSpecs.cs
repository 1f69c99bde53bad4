using System.Text.RegularExpressions;
using CsCheck;
using Dlp.Engine.Detection;

namespace Dlp.Engine.Tests.Detection;

/// <summary>The shortcuts of the detectors must not cost a shipped rule a single place.</summary>
public class ShippedPatternSpecs
{
    private static readonly List<(RegexDetector Detector, Regex Plain)> Patterns =
    [
        .. ShippedRules.RuleSet.Rules.SelectMany(rule => rule.AllDetectors).OfType<RegexDetector>()
            .Select(detector => (detector, new Regex(detector.Pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10)))),
    ];

    private static readonly string[] Fragments =
    [
        .. ShippedRules.RuleSet.Rules
            .SelectMany(rule => rule.Definition.Examples.Match.Select(example => example.Text).Concat(rule.Definition.Examples.NoMatch.Select(example => example.Text)))
            .SelectMany(text => Regex.Split(text.Replace("⟦", "").Replace("⟧", ""), @"(?<=[ :=,.@/-])|(?<=[0-9]{4})"))
            .Where(fragment => fragment.Length > 0)
            .Distinct(StringComparer.Ordinal),
        "\n", "\u200B", "é", "#", "－",
    ];

    [Fact]
    public void Every_pattern_finds_what_it_finds_without_shortcuts() =>
        Gen.Int[0, Fragments.Length - 1].Select(index => Fragments[index]).Array[1, 20].Select(string.Concat).Sample(
            text =>
            {
                var window = new WindowText(ShippedRules.RuleSet.Detectors.Count);
                window.Load(text);
                ShippedRules.RuleSet.Detectors.Detect(window, lowCounts: true, new ScanBudget());
                foreach (var stage in (DetectionStage[])[DetectionStage.Pieces, DetectionStage.CounterEvidence])
                    ShippedRules.RuleSet.Detectors.DetectPatterns(stage, window, demand: null, new ScanBudget());
                foreach (var (detector, plain) in Patterns)
                    PlacesOf(window, detector).Should().Equal(PlacesOf(plain, window.In(detector.View)), "the pattern is {0}", detector.Pattern);
            },
            iter: 300);

    private static List<TextSpan> PlacesOf(WindowText window, RegexDetector detector) => [.. window.Places.Of(detector.Number)];

    private static IEnumerable<TextSpan> PlacesOf(Regex plain, string text) =>
        plain.Matches(text)
            .Select(match => match.Groups["value"] is { Success: true } value ? value : match)
            .Where(place => place.Length > 0)
            .Select(place => new TextSpan(place.Index, place.Index + place.Length));
}
