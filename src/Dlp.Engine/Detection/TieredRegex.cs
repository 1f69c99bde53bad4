using System.Text.RegularExpressions;

namespace Dlp.Engine.Detection;

/// <summary>
/// A pattern that is interpreted at first and compiled once it is used often: compiling costs a thousand times what one try does, and most
/// patterns of a rule set are never tried on a short text. Nobody waits for the compiler. Thread-safe.
/// </summary>
/// <param name="pattern">The pattern.</param>
internal sealed class TieredRegex(string pattern)
{
    private const int UsesUntilCompiled = 64;

    private Regex? _regex;
    private int _uses;

    /// <summary>The pattern, ready to be tried once.</summary>
    public Regex Use()
    {
        // Two threads that race make the same thing twice, which is harmless.
        if (_uses <= UsesUntilCompiled && _uses++ == UsesUntilCompiled)
            ThreadPool.UnsafeQueueUserWorkItem(static regex => regex._regex = regex.New(RegexOptions.Compiled), this, preferLocal: false);
        return _regex ??= New(RegexOptions.None);
    }

    private Regex New(RegexOptions options) => new(pattern, RegexOptions.CultureInvariant | options);
}
