using Dlp.Engine.Policies;

namespace Dlp.Cli;

/// <summary>What the program says to the shell that started it.</summary>
internal static class ExitCode
{
    /// <summary>All is well; for <c>dlp scan</c>, the verdict is <c>allow</c>.</summary>
    public const int Success = 0;

    /// <summary>Something could not be done: a missing file, faulty rules.</summary>
    public const int Fault = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int Usage = 2;

    /// <summary><c>dlp extract</c> could read nothing of the file.</summary>
    public const int Refused = 3;

    public static int Of(Verdict verdict) => verdict switch
    {
        Verdict.Allow => Success,
        Verdict.Warn => 10,
        Verdict.Justify => 11,
        _ => 12,
    };
}
