using System.Diagnostics;

namespace Dlp.Cli.Tests;

/// <summary>The program as the shell starts it.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly Workspace _workspace = new Workspace().WithRules();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_piped_text_gives_an_answer_in_UTF_8_and_an_exit_code()
    {
        var run = await StartAsync("Numéro TK123456 é", "scan", "--format", "json", "--redact", "--language", "fr");
        run.ExitCode.Should().Be(10, run.Error);
        Json.Parse(run.Out).GetProperty("redacted")[0].GetProperty("text").GetString().Should().Be("Numéro [billet] é");
        run.Out.Should().NotContain("\u001b");
    }

    [Fact]
    public async Task Wrong_usage_tells_the_shell()
    {
        var run = await StartAsync("", "scan", "--format", "yaml");
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("sarif");
    }

    private async Task<DlpRun> StartAsync(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            UseShellExecute = false,
            WorkingDirectory = _workspace.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        start.ArgumentList.Add(typeof(DlpCommand).Assembly.Location);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new DlpRun(process.ExitCode, await output, await error);
    }
}
