using System.Text.RegularExpressions;

namespace Dlp.Api.Presidio;

/// <summary>Regular expressions of strangers: run in time linear in the text, so that none can hold up the host.</summary>
internal static class LinearRegex
{
    private const int IgnoreCase = 2;
    private const int Multiline = 8;
    private const int DotAll = 16;
    private const int Defaults = IgnoreCase | Multiline | DotAll;

    /// <summary>Longest pattern, in UTF-16 code units.</summary>
    public const int MaximumLength = 4096;

    /// <param name="pattern">In the dialect of Python or of .NET.</param>
    /// <param name="flags">Python's flags; Presidio's defaults when null.</param>
    /// <returns>The pattern compiled, or what is wrong with it.</returns>
    public static (Regex? Regex, string? Fault) Compile(string pattern, int? flags)
    {
        if (pattern.Length is 0 or > MaximumLength)
            return (null, $"must have 1 to {MaximumLength} characters.");
        try
        {
            // Python writes (?P<name>…) for a named group.
            return (new Regex(pattern.Replace("(?P<", "(?<", StringComparison.Ordinal), OptionsOf(flags ?? Defaults), TimeSpan.FromSeconds(5)), null);
        }
        catch (NotSupportedException)
        {
            return (null, "cannot be run in linear time: it has a backreference, a look-around, an atomic group or too large a repetition. Write it without.");
        }
        catch (ArgumentException exception)
        {
            return (null, exception is RegexParseException { Offset: var offset }
                ? $"is not a regular expression: its syntax breaks at character {offset}."
                : "is not a regular expression.");
        }
    }

    private static RegexOptions OptionsOf(int flags)
    {
        var options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
        if ((flags & IgnoreCase) != 0)
            options |= RegexOptions.IgnoreCase;
        if ((flags & Multiline) != 0)
            options |= RegexOptions.Multiline;
        if ((flags & DotAll) != 0)
            options |= RegexOptions.Singleline;
        return options;
    }
}
