namespace Dlp.Engine.Detection.Terms;

/// <summary>
/// Where terms stand in a text, as the latest search found them: the longest of a set at each start, places of a set do not overlap.
/// Grows to what it has held, and is used again; not thread-safe.
/// </summary>
internal sealed class TermHits
{
    private readonly TokenBuffer _tokens = new();
    private TermHit[] _hits = [];

    // For each set one more than the index of its latest hit; 0 when it has none.
    private int[] _latest = [];

    /// <summary>Number of hits.</summary>
    public int Count { get; private set; }

    /// <summary>The hits; those of a set in order of start.</summary>
    public ReadOnlySpan<TermHit> All => _hits.AsSpan(0, Count);

    /// <summary>The tokens of the text that is searched.</summary>
    public TokenBuffer Tokens => _tokens;

    /// <summary>Forgets all hits.</summary>
    public void Clear()
    {
        foreach (var hit in All)
            _latest[hit.Set] = 0;
        Count = 0;
    }

    /// <summary>Adds a place at which a term of a set stands; its start is not before that of any hit of the set.</summary>
    public void Add(int set, int start, int end)
    {
        if (set >= _latest.Length)
            Array.Resize(ref _latest, Math.Max(set + 1, _latest.Length * 2));
        if (_latest[set] > 0)
        {
            ref var latest = ref _hits[_latest[set] - 1];
            if (start == latest.Start)
                latest = latest with { End = Math.Max(end, latest.End) };
            if (start < latest.End)
                return;
        }

        if (Count == _hits.Length)
            Array.Resize(ref _hits, Math.Max(16, Count * 2));
        _hits[Count++] = new TermHit(set, start, end);
        _latest[set] = Count;
    }
}

/// <summary>A place of a normalised text, <c>[Start, End)</c>, at which a term of a set stands.</summary>
internal readonly record struct TermHit(int Set, int Start, int End);
