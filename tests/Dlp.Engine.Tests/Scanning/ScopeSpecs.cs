using System.Collections.Frozen;
using Dlp.Engine.Explanations;
using Dlp.Engine.Policies;

namespace Dlp.Engine.Tests.Scanning;

/// <summary>When a rule applies, and what is told of what it found.</summary>
public class ScopeSpecs
{
    private static readonly ScanOptions Traced = TestRules.Options() with { Trace = true };

    [Theory]
    [InlineData("2026-12-01T08:59:59+01:00", false)]
    [InlineData("2026-12-01T09:00:00+01:00", true)]
    [InlineData("2026-12-01T08:00:00+00:00", true)]
    [InlineData("2026-12-05T17:59:59+01:00", true)]
    [InlineData("2026-12-05T18:00:00+01:00", false)]
    [InlineData("2026-12-05T12:00:00-05:00", false)]
    public void A_rule_is_in_force_from_one_instant_until_another(string publishAt, bool found)
    {
        var rules = TestRules.Load(TestRules.Badge("validFrom: 2026-12-01T09:00:00+01:00\nvalidUntil: 2026-12-05T18:00:00+01:00"));
        var options = Traced with { PublishAt = DateTimeOffset.Parse(publishAt, System.Globalization.CultureInfo.InvariantCulture) };
        var result = rules.Scan("badge 1234", options);
        result.Findings.Any().Should().Be(found);
        result.Verdict.Should().Be(found ? Verdict.Warn : Verdict.Allow);
        result.Dropped.Any(dropped => dropped.Trace[^1].Step == TraceStepKind.OutOfScope).Should().Be(!found);
    }

    [Theory]
    [InlineData(Audience.Public, true)]
    [InlineData(Audience.Connections, true)]
    [InlineData(Audience.Group, false)]
    [InlineData(Audience.Direct, false)]
    [InlineData(Audience.Internal, false)]
    [InlineData(Audience.Ai, false)]
    public void A_rule_applies_to_its_audiences(Audience audience, bool found)
    {
        var rules = TestRules.Load(TestRules.Badge("audiences: [public, connections]"));
        rules.Scan("badge 1234", Traced with { Destination = new Destination(Audience: audience) }).Findings.Any().Should().Be(found);
    }

    [Fact]
    public void An_absent_audience_is_public() =>
        TestRules.Load(TestRules.Badge("audiences: [public]")).Scan("badge 1234").Findings.Should().ContainSingle();

    [Fact]
    public void A_shadow_rule_is_recorded_and_changes_nothing()
    {
        var rules = TestRules.Load(TestRules.PolicyOf("[{verdict: block}]"), TestRules.Badge(status: "shadow"),
            TestRules.Rule("identity/four.yaml", @"[{regex: '\b[0-9]{4}\b', confidence: low}]"));
        var result = rules.Scan("badge 1234", TestRules.Options() with { Redact = true });
        result.ShadowFindings.Should().ContainSingle().Which.Should().Match<Finding>(finding => finding.Rule.Id == "identity.badge" && finding.Verdict == Verdict.Block);
        result.Findings.Should().ContainSingle("what is only recorded displaces nothing").Which.Rule.Id.Should().Be("identity.four");

        var alone = TestRules.Load(TestRules.PolicyOf("[{verdict: block}]"), TestRules.Badge(status: "shadow")).Scan("badge 1234", TestRules.Options() with { Redact = true });
        (alone.Verdict, alone.Findings.Count, alone.Redacted.Count, alone.ShadowFindings.Count).Should().Be((Verdict.Allow, 0, 0, 1));
    }

    [Theory]
    [InlineData("proposed")]
    [InlineData("retired")]
    public void A_proposed_or_retired_rule_does_not_run(string status)
    {
        var rules = TestRules.Load(TestRules.Badge(status: status));
        var result = rules.Scan("badge 1234", Traced);
        (result.Findings.Count, result.ShadowFindings.Count, result.Dropped.Count, result.Verdict).Should().Be((0, 0, 0, Verdict.Allow));
        rules.Rules.Should().ContainSingle();
        rules.InfoTypes.Should().BeEmpty();
    }

    [Fact]
    public void Only_the_info_types_asked_for_are_reported_and_composites_still_see_the_others()
    {
        var rules = TestRules.Load(TestRules.Badge(),
            TestRules.Rule("business/lost.yaml", "[{allOf: [{infoType: badge}, {terms: [lost]}], within: 40, confidence: medium}]"));
        var result = rules.Scan("lost badge 1234", Traced with { InfoTypes = FrozenSet.Create("lost") });
        result.Findings.Should().ContainSingle().Which.Rule.InfoType.Should().Be("lost");
        result.Dropped.Should().ContainSingle().Which.Trace[^1].Should().Match<TraceStep>(step => step.Step == TraceStepKind.OutOfScope && step.Confidence == null);
    }

    [Theory]
    [InlineData("low", Confidence.Low, true)]
    [InlineData("low", Confidence.Medium, false)]
    [InlineData("medium", Confidence.Medium, true)]
    [InlineData("medium", Confidence.High, true)]
    public void Less_sure_findings_are_listed_when_asked_for_or_not_allowed(string confidence, Confidence minimum, bool listed)
    {
        // The policy warns of medium confidence and more: such a finding is listed whatever was asked for.
        var result = TestRules.Load(TestRules.Badge(confidence: confidence)).Scan("badge 1234", Traced with { MinimumConfidence = minimum });
        result.Findings.Any().Should().Be(listed);
        result.Dropped.Any(dropped => dropped.Trace[^1].Step == TraceStepKind.BelowMinimum).Should().Be(!listed);
    }

    [Fact]
    public void No_trace_is_kept_unless_asked_for()
    {
        var rules = TestRules.Load(TestRules.Badge("exclusions: [{values: ['1111'], because: specimen}]"));
        var result = rules.Scan("badge 1111, badge 1234");
        result.Findings.Should().ContainSingle().Which.Trace.Should().BeNull();
        result.Dropped.Should().BeEmpty();
    }

    [Fact]
    public void The_trace_tells_how_a_finding_came_about()
    {
        var rules = TestRules.Load(TestRules.Rule("identity/badge.yaml", @"[{regex: '\b[0-9]{16}\b', confidence: low}]", """
            validators: [luhn]
            onValid: medium
            hotwords: [{words: {en: [badge]}, before: 20, after: 0, raisesTo: high}]
            """));
        var valid = rules.Scan("badge 4539578763621486", Traced).Findings.Should().ContainSingle().Which;
        valid.Trace.Should().Equal(
            new TraceStep(TraceStepKind.Detected, "detect[0]", Confidence.Low),
            new TraceStep(TraceStepKind.Validated, "luhn", Confidence.Medium),
            new TraceStep(TraceStepKind.Hotword, "badge", Confidence.High));
        var refused = rules.Scan("badge 4539578763621487", Traced).Dropped.Should().ContainSingle().Which;
        refused.Trace[^1].Should().Be(new TraceStep(TraceStepKind.Refused, "luhn", null));
        (refused.RuleId, refused.InfoType, refused.Part, refused.Span).Should().Be(("identity.badge", "badge", "text", new TextSpan(6, 22)));
    }

    [Fact]
    public void No_trace_quotes_what_was_found()
    {
        var rules = TestRules.Load(TestRules.Badge("hotwords: [{words: {en: [lost]}, before: 20, after: 0, raisesTo: high}]"),
            TestRules.Rule("identity/four.yaml", @"[{regex: '\b[0-9]{4}\b', confidence: low}]"));
        var result = rules.Scan("lost badge 1234", Traced);
        var steps = result.Findings.SelectMany(finding => finding.Trace!).Concat(result.Dropped.SelectMany(dropped => dropped.Trace));
        steps.Should().NotBeEmpty().And.NotContain(step => step.Detail.Contains("1234"));
    }
}
