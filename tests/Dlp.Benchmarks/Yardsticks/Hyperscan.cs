using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Dlp.Benchmarks.Yardsticks;

/// <summary>
/// Hyperscan over the same patterns, through its C API. A pattern that it refuses as written it gets in a form that matches more and
/// costs less, and is left out where it refuses that too.
/// </summary>
internal sealed unsafe class Hyperscan : IDisposable
{
    private readonly ulong[] _matched;
    private nint _database;
    private nint _scratch;

    private Hyperscan(IReadOnlyList<YardstickPattern> patterns, HyperscanFlags mode)
    {
        var build = Stopwatch.StartNew();
        var forms = patterns.Select((pattern, index) => new HyperscanPattern(pattern, (uint)index, mode)).ToList();
        while (Compile(forms) is { } refused)
        {
            if (!forms[refused].UseNextForm())
                forms.RemoveAt(refused);
        }

        if (HyperscanLibrary.AllocateScratch(_database, ref _scratch) != HyperscanLibrary.Success)
            throw new InvalidOperationException("Hyperscan has no memory for its scratch.");
        _ = HyperscanLibrary.SizeOf(_database, out var bytes);
        _matched = new ulong[patterns.Count / 64 + 1];
        var exact = forms.Where(form => form.IsAsWritten).Select(form => (int)form.Id).ToHashSet();
        Exact = [.. Enumerable.Range(0, patterns.Count).Select(exact.Contains)];
        (Refused, Bytes, BuildMilliseconds) = (patterns.Count - forms.Count, (long)bytes, build.Elapsed.TotalMilliseconds);
    }

    /// <summary>For each pattern, whether it is run as written.</summary>
    public IReadOnlyList<bool> Exact { get; }

    /// <summary>Number of patterns that are left out.</summary>
    public int Refused { get; }

    /// <summary>Size of what was compiled.</summary>
    public long Bytes { get; }

    /// <summary>Time to compile, with the trial of each pattern.</summary>
    public double BuildMilliseconds { get; }

    /// <summary>In its fastest mode: which patterns match, once each, not where.</summary>
    public static Hyperscan OfIds(IReadOnlyList<YardstickPattern> patterns) => new(patterns, HyperscanFlags.SingleMatch);

    /// <summary>With the start of each match, as a program needs that wants to show or replace it.</summary>
    public static Hyperscan WithStarts(IReadOnlyList<YardstickPattern> patterns) => new(patterns, HyperscanFlags.StartOfMatch);

    /// <summary>Looks at a text; what matched is kept until the next.</summary>
    public void Scan(ReadOnlySpan<byte> text)
    {
        Array.Clear(_matched);
        fixed (byte* data = text)
        fixed (ulong* matched = _matched)
        {
            if (HyperscanLibrary.Scan(_database, data, (uint)text.Length, 0, _scratch, &HyperscanLibrary.Mark, matched) != HyperscanLibrary.Success)
                throw new InvalidOperationException("Hyperscan gave up on a text.");
        }
    }

    /// <summary>Whether a pattern matched in the last text.</summary>
    public bool Matched(int pattern) => (_matched[pattern / 64] >> (pattern % 64) & 1) != 0;

    public void Dispose()
    {
        _ = HyperscanLibrary.FreeScratch(_scratch);
        _ = HyperscanLibrary.FreeDatabase(_database);
    }

    // Gives back the place of the first pattern that is refused; null when the database is made.
    private int? Compile(List<HyperscanPattern> patterns)
    {
        var expressions = patterns.Select(pattern => Marshal.StringToCoTaskMemUTF8(pattern.Expression)).ToArray();
        var flags = patterns.Select(pattern => pattern.Flags).ToArray();
        var ids = patterns.Select(pattern => pattern.Id).ToArray();
        try
        {
            fixed (nint* first = expressions)
            fixed (HyperscanFlags* flag = flags)
            fixed (uint* id = ids)
            {
                if (HyperscanLibrary.Compile((byte**)first, flag, id, (uint)expressions.Length, HyperscanLibrary.BlockMode, 0, out _database, out var error) == HyperscanLibrary.Success)
                    return null;
                var refused = error->Expression;
                _ = HyperscanLibrary.FreeError(error);
                return refused >= 0 ? refused : throw new InvalidOperationException("Hyperscan refuses the patterns together.");
            }
        }
        finally
        {
            Array.ForEach(expressions, Marshal.FreeCoTaskMem);
        }
    }
}
