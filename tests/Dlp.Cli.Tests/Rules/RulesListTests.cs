using Dlp.Tests;
using FluentAssertions.Execution;

namespace Dlp.Cli.Tests.Rules;

public sealed class RulesListTests : IDisposable
{
    private readonly Workspace _workspace = new Workspace().WithRules();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task The_catalogue_is_sorted_by_id()
    {
        var lines = Json.Parse((await _workspace.DlpAsync("rules", "list", "--format", "json", "--language", "fr")).Out).EnumerateArray().ToList();
        using var scope = new AssertionScope();
        lines.Select(line => line.GetProperty("id").GetString()).Should().Equal("contact.extension", "contact.pager", "credentials.kanari", "identity.badge", "identity.ticket");
        lines[1].EnumerateObject().Select(property => (property.Name, property.Value.ToString())).Should().Equal(
            ("id", "contact.pager"), ("infoType", "pager"), ("category", "contact"), ("severity", "low"), ("status", "shadow"), ("title", "Numéro de bip"), ("version", "1"));
    }

    [Fact]
    public async Task The_table_names_every_rule()
    {
        var run = await _workspace.DlpAsync("rules", "list");
        run.ExitCode.Should().Be(0);
        run.Out.Should().Contain("identity.ticket").And.Contain("Ticket number").And.Contain("shadow");
    }

    [Fact]
    public async Task The_validators_are_listed_by_name()
    {
        var run = await _workspace.DlpAsync("rules", "validators");
        run.ExitCode.Should().Be(0);
        run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().Contain("luhn").And.BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_catalogue_of_the_shipped_rules_is_checked_in()
    {
        var run = await _workspace.DlpAsync("rules", "list", "--format", "markdown", "--language", "en", "--rules", Path.Combine(Golden.RepositoryRoot(), "rules"));
        run.Error.Should().BeEmpty();
        Golden.Verify("rules/CATALOGUE.md", "# What the rules find\n\nWritten by `dlp rules list --format markdown`, a line a rule; `dlp rules list --language fr` has the titles in French.\n\n" + run.Out);
    }
}
