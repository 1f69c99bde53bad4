namespace Dlp.Cli.Tests.Rules;

public sealed class RulesCompileTests : IDisposable
{
    private readonly Workspace _workspace = new Workspace().WithRules();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Rules_are_compiled_beside_their_folder_and_found_as_before()
    {
        var before = await _workspace.DlpAsync("scan", "--text", "Numéro TK123456", "--format", "sarif");
        var run = await _workspace.DlpAsync("rules", "compile");
        run.ExitCode.Should().Be(0, run.Error);
        run.Out.Should().Be($"5 rules compiled into {Path.Combine(_workspace.Folder, "rules.compiled")}\n");
        (await _workspace.DlpAsync("scan", "--text", "Numéro TK123456", "--format", "sarif")).Should().Be(before);
    }

    [Fact]
    public async Task Faulty_rules_are_not_compiled()
    {
        _workspace.Write("rules/identity/c.yaml", "id: [");
        var run = await _workspace.DlpAsync("rules", "compile", "rules");
        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("rules/identity/c.yaml(");
        File.Exists(Path.Combine(_workspace.Folder, "rules.compiled")).Should().BeFalse();
    }
}
