using System.Diagnostics;
using System.Text.Json;

namespace Dlp.Browser.Tests.Hosting;

/// <summary>
/// A policy as an administrator puts it in <c>/etc/chromium/policies/managed</c>, seen by one browser only: it is started in a mount namespace of its own,
/// in which that folder is another one. Nothing of the machine is touched.
/// </summary>
public sealed class ManagedPolicy : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dlp-policy-").FullName;

    private ManagedPolicy(object settings)
    {
        var managed = Directory.CreateDirectory(Path.Combine(_folder, "chromium/policies/managed")).FullName;
        var policy = new Dictionary<string, object> { ["3rdparty"] = new { extensions = new Dictionary<string, object> { [Extension.Id] = settings } } };
        File.WriteAllText(Path.Combine(managed, "dlp.json"), JsonSerializer.Serialize(policy));
        Browser = Path.Combine(_folder, "chromium.sh");
        File.WriteAllText(Browser, $"""
            #!/bin/sh
            exec unshare --mount sh -c 'mount --bind "{_folder}/chromium" /etc/chromium && exec /usr/bin/chromium "$@"' sh "$@"
            """);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Browser, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    /// <summary>A program that starts Chromium under the policy.</summary>
    public string Browser { get; }

    /// <summary>Skips the test where mount namespaces cannot be made.</summary>
    public static ManagedPolicy OrSkip(object settings)
    {
        using var trial = Process.Start(new ProcessStartInfo("unshare", ["--mount", "mount", "--bind", "/tmp", "/etc/chromium"]) { UseShellExecute = false, RedirectStandardError = true })!;
        trial.WaitForExit();
        Assert.SkipUnless(trial.ExitCode == 0, "Managed policies need a private mount namespace, so root (or CAP_SYS_ADMIN) and /etc/chromium.");
        return new(settings);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
