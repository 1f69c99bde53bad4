using FluentAssertions.Execution;

namespace Dlp.Cli.Tests.Rules;

public sealed class RulesCheckTests : IDisposable
{
    private readonly Workspace _workspace = new Workspace().WithRules();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Rules_without_faults_and_warnings_pass() =>
        (await _workspace.DlpAsync("rules", "check")).Should().Be(new DlpRun(0, "5 rules, 0 faults, 0 warnings\n", ""));

    [Fact]
    public async Task Every_fault_of_every_file_is_listed_with_its_place()
    {
        _workspace.Write("rules/identity/a.yaml", TicketRule("a").Replace("version: 1", "version: 1\ncolour: red", StringComparison.Ordinal));
        _workspace.Write("rules/identity/b.yaml", TicketRule("b").Replace("⟦TK123456⟧", "⟦no ticket⟧", StringComparison.Ordinal));
        _workspace.Write("rules/identity/c.yaml", "id: [");
        var run = await _workspace.DlpAsync("rules", "check", "rules");
        using var scope = new AssertionScope();
        run.ExitCode.Should().Be(1);
        run.Out.Should().MatchRegex(@"rules/identity/a\.yaml\(3,1\): .*colour").And.MatchRegex(@"rules/identity/c\.yaml\(\d+,\d+\): ");
        run.Out.Should().MatchRegex(@"\n8 rules, \d+ faults, 0 warnings\n$");
    }

    [Fact]
    public async Task An_example_that_does_not_hold_is_a_fault_here_and_no_hindrance_to_a_scan()
    {
        _workspace.Write("rules/identity/b.yaml", TicketRule("b").Replace("⟦TK123456⟧", "⟦no ticket⟧", StringComparison.Ordinal));
        var check = await _workspace.DlpAsync("rules", "check");
        check.ExitCode.Should().Be(1);
        check.Out.Should().Contain("rules/identity/b.yaml(");
        (await _workspace.DlpAsync("scan", "--text", "BD1234")).ExitCode.Should().Be(11, "a scan does not run examples");
    }

    [Theory]
    [InlineData("            - {text: \"nor here\", because: no number}", "", "rules/identity/a.yaml(11,1): examples that must not match: 1")]
    [InlineData("references: [\"https://example.org/format\"]", "references: []", "rules/identity/a.yaml(18,1): a live rule without references")]
    [InlineData("fr: Billet}", "fr: Ticket}", "rules/identity/a.yaml(4,1): the title is the same")]
    [InlineData("fr: \"Ceci est : Billet. Retirez-le.\"", "fr: \"This is a Ticket. Leave it out.\"", "rules/identity/a.yaml(7,1): the message is the same")]
    [InlineData("fr: \"[billet]\"", "fr: \"BD1234\"", "rules/identity/a.yaml(8,1): the replacement (fr) is itself found by identity.badge")]
    public async Task What_is_doubtful_is_a_warning(string healthy, string doubtful, string warning)
    {
        var rule = TicketRule("a");
        rule.Should().Contain(healthy.Trim());
        _workspace.Write("rules/identity/a.yaml", rule.Replace(healthy.TrimStart(), doubtful, StringComparison.Ordinal));
        var run = await _workspace.DlpAsync("rules", "check");
        run.ExitCode.Should().Be(0, run.Out);
        run.Out.Should().Contain($"warning: {warning}").And.EndWith("6 rules, 0 faults, 1 warning\n");
        (await _workspace.DlpAsync("rules", "check", "--warnings-as-errors")).ExitCode.Should().Be(1);
    }

    [Fact]
    public async Task A_message_of_over_300_characters_is_a_warning()
    {
        _workspace.Write("rules/identity/a.yaml", TicketRule("a").Replace("Leave it out.", new string('x', 300), StringComparison.Ordinal));
        (await _workspace.DlpAsync("rules", "check")).Out.Should().Contain("the English message has 318 characters");
    }

    [Fact]
    public async Task Terms_that_no_rule_uses_are_a_warning()
    {
        _workspace.Write("rules/words/orphans.txt", "orphan\n");
        _workspace.Write("rules/words/used.txt", "lantern\n");
        _workspace.Write("rules/business/lantern.yaml", TestRules.Rule("business.lantern", "business.code-name", "high", "Code name", "Nom de code", "x", "medium", "[project]", "[projet]", "⟦lantern⟧")
            .Replace("{regex: 'x', ", "{termsFile: words/used.txt, ", StringComparison.Ordinal));
        (await _workspace.DlpAsync("rules", "check")).Out.Should().StartWith("warning: rules/words/orphans.txt(1,1): no rule uses these terms").And.EndWith("6 rules, 0 faults, 1 warning\n");
    }

    [Fact]
    public async Task Fragments_of_files_that_no_rule_refers_to_are_a_warning()
    {
        _workspace.Write("rules/fragments/numbers.yaml", "fragments:\n  four: '[0-9]{4}'\n  five: '[0-9]{5}'\n");
        _workspace.Write("rules/identity/a.yaml", TicketRule("a").Replace("[0-9]{6}", "{numbers.five}[0-9]", StringComparison.Ordinal));
        (await _workspace.DlpAsync("rules", "check")).Out.Should().StartWith("warning: rules/fragments/numbers.yaml(2,9): no pattern refers to the fragment 'four'").And.EndWith("6 rules, 0 faults, 1 warning\n");
    }

    [Fact]
    public async Task As_json_faults_and_warnings_are_lists()
    {
        _workspace.Write("rules/words/orphans.txt", "orphan\n");
        var check = Json.Parse((await _workspace.DlpAsync("rules", "check", "--format", "json")).Out);
        check.GetProperty("rules").GetInt32().Should().Be(5);
        check.GetProperty("faults").GetArrayLength().Should().Be(0);
        check.GetProperty("warnings")[0].GetProperty("file").GetString().Should().Be("rules/words/orphans.txt");
    }

    [Fact]
    public async Task A_terminal_gets_colours()
    {
        (await _workspace.DlpAsync(null, ["rules", "check"], isTerminal: true)).Out.Should().Contain("\u001b[");
        (await _workspace.DlpAsync(null, ["rules", "check", "--no-color"], isTerminal: true)).Out.Should().NotContain("\u001b[");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_a_fault() =>
        (await _workspace.DlpAsync("rules", "check", "nowhere")).Should().Match<DlpRun>(run => run.ExitCode == 1 && run.Error.Contains("nowhere"));

    private static string TicketRule(string name) =>
        TestRules.Rule($"identity.{name}", name, "medium", "Ticket", "Billet", @"\btk[0-9]{6}\b", "medium", "[a ticket]", "[billet]", "⟦TK123456⟧");
}
