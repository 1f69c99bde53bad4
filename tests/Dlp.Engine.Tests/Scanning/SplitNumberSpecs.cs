namespace Dlp.Engine.Tests.Scanning;

public class SplitNumberSpecs
{
    [Fact]
    public void A_number_that_runs_over_two_posts_is_found_and_redacted_in_both()
    {
        var posts = TestRules.Thread("sécu 1 84 12 76", "451 089 46 et voilà");

        var result = new DraftScanner(ShippedRules.RuleSet).Scan(new Draft(posts), TestRules.Options() with { Redact = true });

        result.Findings.Select(finding => (finding.Part, finding.Span)).Should().Equal(("post-1", new TextSpan(5, 15)), ("post-2", new TextSpan(0, 10)));
        result.Redacted.Select(part => part.Text).Should().Equal("sécu [personal number]", "[personal number] et voilà");
    }
}
