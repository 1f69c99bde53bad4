using System.Text;
using Spectre.Console;

namespace Dlp.Cli;

/// <summary>What surrounds a run of the program: streams, folder, environment, clock.</summary>
internal sealed class Shell
{
    /// <summary>Width of what is not a terminal, so that a report in a file does not depend on who made it.</summary>
    private const int WidthWithoutTerminal = 120;

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Opens the standard input; called only when a command wants it.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>Whether something is piped into the program.</summary>
    public bool InputIsPiped { get; init; }

    public bool OutIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>Columns of the terminal.</summary>
    public int Width { get; init; } = WidthWithoutTerminal;

    /// <summary>Relative paths of the command line start here.</summary>
    public required string Directory { get; init; }

    /// <summary>Where the program lies, with the rules that travel with it.</summary>
    public required string ProgramDirectory { get; init; }

    /// <summary>Value of an environment variable; null when it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public static Shell OfProcess()
    {
        // Windows consoles start in a code page that has neither ⟦ nor •.
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Shell
        {
            Out = Console.Out,
            Error = Console.Error,
            OpenInput = Console.OpenStandardInput,
            InputIsPiped = Console.IsInputRedirected,
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Width = Console.IsOutputRedirected && Console.IsErrorRedirected ? WidthWithoutTerminal : Math.Max(40, Console.WindowWidth),
            Directory = Environment.CurrentDirectory,
            ProgramDirectory = AppContext.BaseDirectory,
            Variable = Environment.GetEnvironmentVariable,
        };
    }

    /// <summary>The full path of a path on the command line.</summary>
    public string PathOf(string path) => Path.GetFullPath(path, Directory);

    /// <summary>A console for people: coloured only on a terminal, and when nobody asked for none (see no-color.org).</summary>
    public IAnsiConsole ConsoleOn(TextWriter writer, bool isTerminal, bool noColor = false)
    {
        var coloured = isTerminal && !noColor && string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") != "dumb";
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = coloured ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = coloured ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = isTerminal ? Width : WidthWithoutTerminal;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    /// <summary>Writes lines to the standard error, without control characters: a file name must not steer the terminal.</summary>
    public void WriteFaults(IEnumerable<string> faults)
    {
        foreach (var fault in faults)
            Error.WriteLine(PlainText.OneLine(fault));
    }
}
