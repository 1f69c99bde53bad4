using System.Text.RegularExpressions;
using CsCheck;
using Dlp.Engine.Detection;
using Dlp.Engine.Detection.Patterns;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Tests.Detection;

/// <summary>Trying a pattern only around its literals must find what trying it everywhere finds.</summary>
public class AnchoredPatternSpecs
{
    private static readonly string[] Patterns =
    [
        @"\bsk_live_[A-Za-z0-9]{4,8}\b",
        @"(?<![a-z])(?:password|pwd)[ :=]{1,3}(?<value>[^\s]{2,9})",
        @"[a-z0-9.]{1,16}@[a-z]{2,8}\.com",
        @"(?i)tok(?:en)?[-_ ]?id",
        @"[Kk]ey(?i:PASS)[0-9]{2}",
        @"(?:foo|barbar|x?quux)+[0-9]",
        @"(?<!\d)\d{3}[- ]?\d{3}(?!\d)",
        @"a.c|b[^x]d|end\z",
        @"(?x) al pha [ ] [0-9]{2} # a remark",
        @"(?:ab){2,3}c?",
        @"\x41\u0042c|\tq",
        @"(?=lead)lead(?:er|ing)?",
        @"(?<![A-Za-z0-9])[A-Za-z0-9]{16,20}(?![A-Za-z0-9])",
        @"[a-z_]{18,24}=?",
        @"(?<![0-9a-z])(?<![0-9][ .-])[0-9]{2,4}(?:[ -]?[0-9]{2}){1,3}(?![ .,-]?[0-9])",
        @"\b(?:foo|barbar)[a-z0-9]{5,9}(?![a-z])",
        @"\\[a-z]{2,8}",
        @"(?=[^0-9]{0,9}[0-9])(?i:password)[ a-z]{0,9}",
        @"(?:key|quux)[-_a-z]{0,6}(?=[0-9])[0-9a-z]{1,4}",
        @"(?i:cl[ée] d['’]acc[èe]s)[0-9]?",
        @"(?<![0-9a-z])(?:acces|abc)",
        @"(?<=\b(?:foo|quux)[: ]{0,2})[0-9]{1,3}",
        @"(?<![0-9])(?<value>[0-9]{1,3})(?![0-9])(?<=(?i:password|key)[^\n]{0,12})",
        @"(?<=mail.{0,3})[a-z0-9]x?",
        @"(?<=@[a-z]{4})\.[a-z]{3}|(?<=ab)7",
        @"(?<=\\)[a-z]{2}",
        @"(?m:^)[ ]{0,2}(?:lead|foo)[a-z]{0,4}",
        @"^(?:abc|key)[0-9]?",
    ];

    private static readonly string[] Fragments =
    [
        "sk_live_", "abcd", "1234", " ", "password", "PWD", ": ", "=", "a.b", "@", "mail", ".com", "Token", "-id", "tokid", "\u212Aey", "key", "PaSs", "42",
        "foo", "barbar", "xquux", "quux", "7", "-", "abc", "axc", "bxd", "byd", "end", "alpha ", "alpha", "ab", "abab", "c", "AB", "\tq", "lead", "leader", "abcdefghijklmnop", "A1b2C3d4E5f6G7h8", "_", "12", ".", "\\\\", "\\", "é", "e\u0301", "clé d'", "cle d'", "CLÉ D’", "acces", "accès", "ACCÈS", "\uD83D", "\n", "\u0130", "ı",
    ];

    [Fact]
    public void The_places_found_are_those_of_the_plain_pattern() =>
        Gen.Int[0, Fragments.Length - 1].Select(index => Fragments[index]).Array[0, 24].Select(string.Concat).Sample(
            text =>
            {
                var window = new WindowText(Index.Count);
                window.Load(text);
                Index.Detect(window, lowCounts: true, new ScanBudget());
                foreach (var detector in Detectors)
                {
                    window.Places.Of(detector.Number).AsEnumerable().Should().Equal(
                        Plain(detector.Pattern, window.In(detector.View)), "pattern {0} on {1} of {2}", detector.Pattern, detector.View, text);
                }
            },
            iter: 3_000);

    private static readonly RegexDetector[] Detectors =
    [
        .. from pattern in Patterns
           from view in Enum.GetValues<TextView>()
           select new RegexDetector("test.rule", pattern, view, PatternPlan.Of(PatternAnalysis.Of(pattern))),
    ];

    private static readonly DetectorIndex Index = new(Detectors, [], [], [], []);

    private static readonly Dictionary<string, Regex> Plains =
        Patterns.ToDictionary(pattern => pattern, pattern => new Regex(pattern, RegexOptions.CultureInvariant), StringComparer.Ordinal);

    private static IEnumerable<TextSpan> Plain(string pattern, string text) =>
        Plains[pattern].Matches(text)
            .Select(match => match.Groups["value"] is { Success: true } value ? value : match)
            .Where(place => place.Length > 0)
            .Select(place => new TextSpan(place.Index, place.Index + place.Length));
}
