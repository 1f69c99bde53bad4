using Dlp.Engine.Rules;

namespace Dlp.Cli;

/// <summary>The folder that a command takes its rules from.</summary>
/// <param name="Path">Full path.</param>
/// <param name="DisplayName">As faults name it: as the user gave it, or short where the program chose it.</param>
internal sealed record RulesFolder(string Path, string DisplayName)
{
    /// <summary>The folder asked for, else the one below the current folder, else the one that came with the program.</summary>
    public static RulesFolder Choose(Shell shell, string? asked)
    {
        if (asked is not null)
            return asked == "" ? new RulesFolder("", "''") : new RulesFolder(shell.PathOf(asked), asked.TrimEnd('/', '\\'));
        var here = shell.PathOf("rules");
        if (File.Exists(System.IO.Path.Combine(here, "policies", "default.yaml")))
            return new RulesFolder(here, "rules");
        var shipped = System.IO.Path.Combine(shell.ProgramDirectory, "rules");
        return new RulesFolder(shipped, shipped);
    }

    /// <summary>Loads the rules without running their examples; every fault goes to the standard error.</summary>
    /// <returns>Null when there is any fault.</returns>
    public RuleSet? LoadOrTell(Shell shell)
    {
        if (!IsThereOrTell(shell))
            return null;
        var load = RuleSet.Load(Path, checkExamples: false);
        shell.WriteFaults(load.Faults.Select(TextOf));
        return load.RuleSet;
    }

    /// <summary>Whether there is such a folder; the standard error says when there is none.</summary>
    public bool IsThereOrTell(Shell shell)
    {
        var isThere = Directory.Exists(Path);
        if (!isThere)
            shell.WriteFaults([$"{DisplayName}: there is no such folder; give the folder of the rules."]);
        return isThere;
    }

    /// <summary>The fault with the folder in front of the file, so that editors and build servers find it.</summary>
    public string TextOf(RuleFault fault) => (fault with { File = $"{DisplayName}/{fault.File}" }).ToString();
}
