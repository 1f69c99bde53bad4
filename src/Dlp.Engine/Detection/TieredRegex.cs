using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Dlp.Engine.Detection;

/// <summary>
/// A pattern that is interpreted at first and compiled once it is used often: compiling takes milliseconds, for long patterns hundreds of them, and
/// most patterns of a rule set are seldom tried. Nobody waits for the compiler, and one thread at a time compiles. Thread-safe.
/// </summary>
/// <param name="pattern">The pattern.</param>
internal sealed class TieredRegex(string pattern)
{
    private const int UsesUntilCompiled = 2000;

    // Machine code is made when a pattern first looks at a text as long as its shortest match: half a second for a long pattern, which no scan should wait for.
    private static readonly string Blank = new(' ', 4096);

    private static readonly ConcurrentQueue<TieredRegex> Waiting = new();
    private static int _isCompiling;

    private Regex? _regex;
    private int _uses;

    /// <summary>The pattern, ready to be tried once.</summary>
    public Regex Use()
    {
        // Two threads that race make the same thing twice, which is harmless.
        if (_uses <= UsesUntilCompiled && _uses++ == UsesUntilCompiled)
        {
            Waiting.Enqueue(this);
            CompileWaiting();
        }

        return _regex ??= New(RegexOptions.None);
    }

    private static void CompileWaiting()
    {
        if (Interlocked.Exchange(ref _isCompiling, 1) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(static _ => Drain(), null);
    }

    private static void Drain()
    {
        while (Waiting.TryDequeue(out var regex))
            regex.Compile();
        Volatile.Write(ref _isCompiling, 0);
        // What came between the last look and the line above.
        if (!Waiting.IsEmpty)
            CompileWaiting();
    }

    private void Compile()
    {
        var compiled = New(RegexOptions.Compiled);
        compiled.IsMatch(Blank);
        _regex = compiled;
    }

    private Regex New(RegexOptions options) => new(pattern, RegexOptions.CultureInvariant | options);
}
