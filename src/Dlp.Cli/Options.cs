using System.CommandLine;
using System.CommandLine.Parsing;
using Dlp.Engine;

namespace Dlp.Cli;

/// <summary>Options that several commands share.</summary>
internal static class Options
{
    public static Option<string?> Rules() => new("--rules")
    {
        Description = "Folder of the rules. Default: 'rules' below the current folder when it holds policies/default.yaml, else the rules that came with the program.",
        HelpName = "DIR",
    };

    public static Option<Language?> Language() =>
        Choice<Language>("--language", "Language of titles, messages, replacements and details; detection never depends on it. Default: that of LC_ALL, LC_MESSAGES or LANG, else en.");

    /// <summary>The language asked for, else that of the environment.</summary>
    public static Language LanguageOf(ParseResult parsed, Option<Language?> option, Shell shell) => parsed.GetValue(option) ?? LanguageOf(shell);

    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format")
        {
            Description = $"How the result is written: {string.Join(", ", formats)}.",
            HelpName = string.Join('|', formats),
            DefaultValueFactory = _ => formats[0],
        };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }

    public static Option<bool> NoColor() => new("--no-color") { Description = "No colours. Also when NO_COLOR is set or the output is not a terminal." };

    public static Option<string?> Output() => new("--output", "-o") { Description = "Write the result to this file instead of the standard output.", HelpName = "FILE" };

    /// <summary>An option whose values are those of an enum, in camelCase.</summary>
    public static Option<TEnum?> Choice<TEnum>(string name, string description) where TEnum : struct, Enum
    {
        var names = Enum.GetValues<TEnum>().Select(Wire.Name).ToArray();
        var option = new Option<TEnum?>(name) { Description = description, HelpName = string.Join('|', names) };
        option.AcceptOnlyFromAmong(names);
        return option;
    }

    /// <summary>A list, given as <c>a,b</c>, by repeating the option, or both.</summary>
    public static Option<IReadOnlyList<string>> List(string name, string description, string helpName) => new(name)
    {
        Description = description,
        HelpName = helpName,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        CustomParser = SplitAtCommas,
        DefaultValueFactory = _ => [],
    };

    private static IReadOnlyList<string> SplitAtCommas(ArgumentResult result) =>
        [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static Language LanguageOf(Shell shell)
    {
        string?[] settings = [shell.Variable("LC_ALL"), shell.Variable("LC_MESSAGES"), shell.Variable("LANG")];
        var locale = settings.FirstOrDefault(setting => !string.IsNullOrEmpty(setting)) ?? "";
        return locale.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? Engine.Language.Fr : Engine.Language.En;
    }
}
