namespace Dlp.Documents.Office;

/// <summary>
/// What stands in a part twice, once for newer programs and once, in its place, for older ones (<c>mc:AlternateContent</c>, ECMA-376 part 3, 7.5): the second is read
/// where it says something else.
/// </summary>
internal sealed class MarkupAlternatives
{
    private readonly HashSet<string> _choice = new(StringComparer.Ordinal);
    private int _choices;
    private int _fallbacks;

    /// <summary>Takes the beginning of an element.</summary>
    public void Begin(string name)
    {
        if (name == "AlternateContent" && _choices + _fallbacks == 0)
            _choice.Clear();
        else if (name == "Choice")
            _choices++;
        else if (name == "Fallback")
            _fallbacks++;
    }

    /// <summary>Takes the end of an element.</summary>
    public void End(string name)
    {
        if (name == "Choice")
            _choices--;
        else if (name == "Fallback")
            _fallbacks--;
    }

    /// <summary>Whether a line that stands here only says again, for older programs, what was said for newer ones.</summary>
    public bool Repeats(string line)
    {
        if (_choices > 0)
            _choice.Add(line);
        return _choices <= 0 && _fallbacks > 0 && _choice.Contains(line);
    }
}
