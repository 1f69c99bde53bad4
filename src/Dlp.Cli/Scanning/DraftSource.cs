namespace Dlp.Cli.Scanning;

/// <summary>What the command line says the draft is made of.</summary>
/// <param name="Text">The body, given by <c>--text</c>; null when it comes from elsewhere or is absent.</param>
/// <param name="Inputs">How often the standard input is named as the body.</param>
/// <param name="Files">Files in the order given.</param>
internal sealed record DraftSource(string? Text, int Inputs, IReadOnlyList<string> Files)
{
    /// <summary>The argument that stands for the standard input.</summary>
    private const string StandardInput = "-";

    private static readonly string[] BodyExtensions = [".txt", ".md"];

    /// <summary>How many bodies were given by <c>--text</c> and the standard input; more than one makes no sense.</summary>
    public int Bodies => Inputs + (Text is null ? 0 : 1);

    /// <summary>Whether the first file is the body: it is a text, and nothing else claims to be the body.</summary>
    public bool FirstFileIsBody => Bodies == 0 && Files.Count > 0
        && BodyExtensions.Contains(Path.GetExtension(Files[0]), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether there is a body, which alone can be redacted.</summary>
    public bool HasBody => Bodies > 0 || FirstFileIsBody;

    /// <summary>What the arguments mean: something piped in is the body when nothing else is given.</summary>
    public static DraftSource Of(IReadOnlyList<string> arguments, string? text, bool inputIsPiped)
    {
        var inputs = arguments.Count == 0 && text is null && inputIsPiped ? 1 : arguments.Count(argument => argument == StandardInput);
        return new DraftSource(text, inputs, [.. arguments.Where(argument => argument != StandardInput)]);
    }

    /// <summary>Why the files cannot be read; one line for each that cannot.</summary>
    public IReadOnlyList<string> Faults(Shell shell) =>
        [.. Files.Select((file, index) => FileFault(shell, file, index + 1)).OfType<string>()];

    /// <summary>Why a file cannot be read; null when it seems that it can.</summary>
    /// <param name="shell">Where relative paths start.</param>
    /// <param name="file">As the user named it.</param>
    /// <param name="number">Its place among the files, from 1.</param>
    public static string? FileFault(Shell shell, string file, int number = 1)
    {
        if (file == "")
            return $"FILE {number}: its name is empty.";
        var path = shell.PathOf(file);
        if (Directory.Exists(path))
            return $"{file}: is a folder; name the files in it.";
        if (File.Exists(path))
            return null;

        // Somebody who forgets --text gives a draft where a file is meant: only what looks like a file's name is repeated.
        return LooksLikeFileName(file) ? $"{file}: there is no such file." : $"FILE {number}: there is no such file; the text of a draft is given by --text or piped in.";
    }

    private static bool LooksLikeFileName(string file) =>
        Path.GetExtension(file) is { Length: > 1 and <= 6 } extension && extension.Skip(1).All(char.IsAsciiLetterOrDigit) && !file.Any(char.IsWhiteSpace);

    /// <summary>Whether something must be read that is not on the command line.</summary>
    public bool HasFiles => Inputs > 0 || Files.Count > 0;
}
