namespace Dlp.Documents.Rtf;

/// <summary>The groups that are open (RTF 1.9.1, "RTF Syntax"): each begins as the one around it stands, and what it changes ends with it.</summary>
/// <param name="document">Hears of groups that are nested too deeply.</param>
/// <param name="harvest">Takes the text of a group that has ended.</param>
/// <param name="body">Where characters go outside every group.</param>
internal sealed class RtfGroups(RtfDocument document, RtfHarvest harvest, RtfSink body)
{
    private const int MaxDepth = 10_000;

    private readonly Stack<RtfState> _outer = new();
    private RtfState _state = new() { Sink = body, Outer = body, Fallback = 1 };
    private int _tooDeep;

    /// <summary>What holds in the innermost group.</summary>
    public ref RtfState State => ref _state;

    /// <summary>Whether any is open.</summary>
    public bool AreOpen => _outer.Count > 0;

    public void Begin()
    {
        if (_outer.Count >= MaxDepth)
        {
            _tooDeep++;
            document.IsIncomplete = true;
            return;
        }

        _outer.Push(_state);
    }

    public void End()
    {
        if (_tooDeep > 0)
        {
            _tooDeep--;
            return;
        }

        if (!_outer.TryPop(out var outer))
            return;
        var sink = _state.Sink;
        _state = outer;
        if (!ReferenceEquals(sink, outer.Sink) && !ReferenceEquals(sink, outer.Outer))
            harvest.Take(sink);
    }

    /// <summary>From here on, the characters of the group go elsewhere.</summary>
    /// <param name="kind">What becomes of them.</param>
    /// <param name="place">Where the text stands; null when there is none.</param>
    /// <param name="keepOuter">Whether a group inside may go back to where they went (<c>\ud</c>).</param>
    public void Enter(RtfSinkKind kind, Place? place, bool keepOuter = false)
    {
        // What is outside every group would change the body for good.
        if (!AreOpen)
            return;
        if (keepOuter)
            _state.Outer = _state.Sink;
        _state.Sink = new RtfSink(kind, place);
        if (!keepOuter)
            _state.Outer = _state.Sink;
        _state.Hidden = false;
    }
}

/// <summary>What holds in a group.</summary>
internal struct RtfState
{
    /// <summary>Where characters go.</summary>
    public RtfSink Sink;

    /// <summary>Where those go that stand for them in Unicode.</summary>
    public RtfSink Outer;

    /// <summary>Of the font.</summary>
    public int CodePage;

    /// <summary>How many characters stand behind each in Unicode, for those who do not know it (<c>\uc</c>).</summary>
    public int Fallback;
    public bool Hidden;
    public bool Deleted;

    /// <summary>What makes a message that was HTML look the same in RTF ([MS-OXRTFEX] 2.1.3.1).</summary>
    public bool Suppressed;

    /// <summary>Everything inside is passed over.</summary>
    public bool IsSkipped;
}
