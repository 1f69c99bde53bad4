using Dlp.Engine.Detection;
using Dlp.Engine.Normalization;
using FluentAssertions.Execution;

namespace Dlp.Engine.Tests.Scanning;

/// <summary>What is put into a log by mistake tells nothing: no type's text holds the draft's.</summary>
public class SecrecySpecs
{
    private const string Value = "7391";
    private const string Text = "my secret badge " + Value;

    [Fact]
    public void No_type_says_in_its_text_what_a_draft_holds()
    {
        var rules = TestRules.Load(TestRules.Badge("exclusions: [{values: ['1111'], because: specimen}]"));
        var draft = Draft.FromText(Text + ", badge 1111");
        var result = new DraftScanner(rules).Scan(draft, TestRules.Options() with { Trace = true, Redact = true });
        var finding = result.Findings.Single();
        var candidate = new Candidate(finding.Rule, finding.Span, finding.Span, Value, Confidence.Low);

        var window = new WindowText(detectors: 0);
        window.Load(Text);

        using var scope = new AssertionScope();
        foreach (var said in new object[]
        {
            draft, draft.Parts[0], result, finding, finding.Trace![0], result.Dropped.Single(), result.PartsOf(draft).Single(), result.Redacted[0], candidate,
            new Dlp.Engine.Scanning.PlacedCandidate(candidate, finding.Span, finding.Preview), NormalizedText.Of(Text), window,
        })
            said.ToString().Should().NotContain(Value, said.GetType().Name).And.NotContain("secret", said.GetType().Name).And.NotContain("1111", said.GetType().Name);
    }
}
