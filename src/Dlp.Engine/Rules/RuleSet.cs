namespace Dlp.Engine.Rules;

/// <summary>All rules and the policy of a folder, loaded and compiled together; immutable and thread-safe. Load once, share, swap whole.</summary>
public sealed class RuleSet
{
    private RuleSet() => throw new NotSupportedException();

    /// <summary>All rules, retired and proposed ones included, in order of id.</summary>
    public IReadOnlyList<Rule> Rules { get; } = [];

    /// <summary>The kinds of things that live and shadow rules find, in order of id.</summary>
    public IReadOnlyList<InfoType> InfoTypes { get; } = [];

    /// <summary><c>sha256:</c> and 64 hex digits over every file that was loaded; changes when any of them does.</summary>
    public string Hash { get; } = "";

    /// <summary>Loads every file below a folder.</summary>
    /// <param name="directory">The rules folder.</param>
    /// <param name="checkExamples">Whether the rules' examples are run; one that does not hold is a fault.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static RuleSetLoad Load(string directory, bool checkExamples = true) => throw new NotSupportedException();

    /// <summary>Loads from files already read.</summary>
    /// <param name="files">All files of the rules folder.</param>
    /// <param name="checkExamples">Whether the rules' examples are run; one that does not hold is a fault.</param>
    public static RuleSetLoad Load(IReadOnlyList<RuleFile> files, bool checkExamples = true) => throw new NotSupportedException();

    /// <summary>A rule set in which <paramref name="file"/> takes the place of the one of the same path, or is added; for trying a rule before saving it.</summary>
    /// <param name="file">A rule, policy or word list.</param>
    /// <param name="checkExamples">Whether the rules' examples are run.</param>
    public RuleSetLoad With(RuleFile file, bool checkExamples = true) => throw new NotSupportedException();
}
