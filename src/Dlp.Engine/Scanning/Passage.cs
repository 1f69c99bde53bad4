namespace Dlp.Engine.Scanning;

/// <summary>
/// Parts that are read as one running text: what the author wrote (title, text, the posts of a thread) is one passage, so that evidence
/// in one post counts for another; every attachment, link and image description is a passage of its own.
/// </summary>
internal sealed class Passage
{
    /// <summary>Stands between two parts of a passage: no word and no number runs across it.</summary>
    public const string Joint = "\n\n";

    private readonly List<Section> _sections = [];
    private int _length;

    /// <summary>The parts of the passage, in order.</summary>
    public List<Section> Sections => _sections;

    /// <summary>Forgets all parts.</summary>
    public void Clear()
    {
        _sections.Clear();
        _length = 0;
    }

    /// <summary>Whether a part of this kind reads on from the part before.</summary>
    public static bool Joins(DraftPartKind kind) => kind is DraftPartKind.Text or DraftPartKind.Title or DraftPartKind.Post;

    /// <summary>Starts a part at the end of what was read.</summary>
    public void Begin(int part) => _sections.Add(new Section(part, _length, _length));

    /// <summary>Counts text that was read, of the part that was begun last or of the joint before the next.</summary>
    public void Advance(int length) => _length += length;

    /// <summary>Ends the part that was begun last.</summary>
    public void End() => _sections[^1] = _sections[^1] with { End = _length };

    /// <summary>Every part that a span of the passage reaches into, and what of the span lies in that part's text.</summary>
    public IEnumerable<(int Part, TextSpan Span)> Locate(TextSpan span) =>
        from section in _sections
        where section.Start < span.End && span.Start < section.End
        select (section.Part, new TextSpan(Math.Max(span.Start, section.Start), Math.Min(span.End, section.End)).Shift(-section.Start));

    /// <summary>A part's range in the passage.</summary>
    /// <param name="Part">Index of the part in the draft.</param>
    /// <param name="Start">Where it starts.</param>
    /// <param name="End">Where it ends.</param>
    internal readonly record struct Section(int Part, int Start, int End);
}
