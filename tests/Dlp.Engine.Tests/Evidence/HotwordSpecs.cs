using CsCheck;
using Dlp.Engine.Explanations;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Tests.Evidence;

public class HotwordSpecs
{
    private static readonly RuleSet Rules = TestRules.Load(TestRules.Rule("identity/number.yaml", """
        [{regex: '\b[0-9]{6}\b', confidence: low}]
        """, """
        hotwords:
          - {words: {fr: [exemple]}, before: 15, after: 5, lowersTo: none}
          - {words: {en: [passport], fr: [numéro de passeport]}, before: 20, after: 10, raisesTo: high}
          - {words: {en: [travel]}, before: 20, after: 10, raisesTo: medium}
          - {words: {en: [invoice], other: [rechnung]}, before: 15, after: 5, lowersTo: low}
        """));

    [Theory]
    [InlineData("number 123456", Confidence.Low)]
    [InlineData("passport 123456", Confidence.High)]
    [InlineData("PASSPORTS: 123456", Confidence.High)]
    [InlineData("Numéro de passeport : 123456", Confidence.High)]
    [InlineData("travel 123456", Confidence.Medium)]
    [InlineData("travel passport 123456", Confidence.High)]
    [InlineData("passport travel 123456", Confidence.High)]
    [InlineData("123456 passport", Confidence.High)]
    [InlineData("passport invoice 123456", Confidence.Low)]
    [InlineData("Rechnung 123456 passport", Confidence.Low)]
    [InlineData("passports123456 travel 654321", Confidence.Medium)]
    public void The_highest_raise_wins_and_then_what_lowers(string text, Confidence confidence) =>
        Rules.Scan(text).Findings.Should().ContainSingle().Which.Confidence.Should().Be(confidence);

    [Theory]
    [InlineData("exemple 123456")]
    [InlineData("exemple passport 123456")]
    [InlineData("passport exemple invoice 123456")]
    public void A_word_may_drop_the_candidate(string text) => Rules.Scan(text).Findings.Should().BeEmpty();

    [Theory]
    [InlineData(1, Confidence.High)]
    [InlineData(20, Confidence.High)]
    [InlineData(21, Confidence.Low)]
    public void A_word_before_counts_up_to_its_distance(int distance, Confidence confidence) =>
        Rules.Scan("passport" + new string(' ', distance) + "123456").Findings.Single().Confidence.Should().Be(confidence);

    [Theory]
    [InlineData(1, Confidence.High)]
    [InlineData(10, Confidence.High)]
    [InlineData(11, Confidence.Low)]
    public void A_word_after_counts_up_to_its_distance(int distance, Confidence confidence) =>
        Rules.Scan("123456" + new string(' ', distance) + "passport").Findings.Single().Confidence.Should().Be(confidence);

    [Fact]
    public void A_long_phrase_counts_from_its_nearer_edge() =>
        Rules.Scan("numéro de passeport" + new string('.', 20) + "123456").Findings.Single().Confidence.Should().Be(Confidence.High);

    [Fact]
    public void Distances_are_of_normalised_text() =>
        Rules.Scan("passport" + string.Concat(Enumerable.Repeat(" \u200b", 20)) + "123456").Findings.Single().Confidence.Should().Be(Confidence.High);

    [Fact]
    public void A_phrase_is_found_whatever_its_length()
    {
        var phrase = string.Join(' ', Enumerable.Repeat("identifiant", 12));
        var rules = TestRules.Load(TestRules.Rule("identity/number.yaml", @"[{regex: '\b[0-9]{6}\b', confidence: low}]",
            $"hotwords: [{{words: {{fr: ['{phrase}']}}, before: 3, after: 3, raisesTo: high}}]"));
        rules.Scan($"{phrase} 123456").Findings.Single().Confidence.Should().Be(Confidence.High);
        rules.Scan($"123456 {phrase}").Findings.Single().Confidence.Should().Be(Confidence.High);
    }

    [Fact]
    public void More_supporting_evidence_never_lowers_the_confidence() =>
        Gen.Select(Texts.Filler, Texts.Filler, Gen.Int[0, 3], Gen.Bool).Sample((before, after, word, ahead) =>
        {
            // The same number of characters, so that nothing else moves nearer or farther away.
            var support = new[] { "passport", "travel", "passports", "travels" }[word];
            var plain = new string('z', support.Length);
            string With(string here) => ahead ? $"{before} {here} 123456 {after}" : $"{before} 123456 {here} {after}";
            return Rules.Scan(With(support)).Findings.Single().Confidence >= Rules.Scan(With(plain)).Findings.Single().Confidence;
        }, iter: 300);

    [Fact]
    public void The_step_that_drops_a_candidate_is_the_last_of_its_trace()
    {
        var dropped = Rules.Scan("invoice exemple 123456 travel", TestRules.Options() with { Trace = true }).Dropped.Should().ContainSingle().Which;
        dropped.Trace[^1].Should().Be(new TraceStep(TraceStepKind.Hotword, "exemple", null));
    }
}
