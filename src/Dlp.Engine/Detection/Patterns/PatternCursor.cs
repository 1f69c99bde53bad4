namespace Dlp.Engine.Detection.Patterns;

/// <summary>A place in a pattern that is being read.</summary>
internal sealed class PatternCursor(string pattern)
{
    private int _at;

    /// <summary>Whether all of it has been read.</summary>
    public bool AtEnd => _at >= pattern.Length;

    /// <summary>The character that comes next.</summary>
    public char Current => pattern[_at];

    /// <summary>The character after the next.</summary>
    public char Ahead => pattern[_at + 1];

    /// <summary>Reads one character.</summary>
    public char Next() => pattern[_at++];

    /// <summary>Passes over some characters.</summary>
    public void Skip(int characters) => _at += characters;

    /// <summary>Reads a text if it comes next.</summary>
    public bool Take(string expected)
    {
        if (string.CompareOrdinal(pattern, _at, expected, 0, expected.Length) != 0)
            return false;
        _at += expected.Length;
        return true;
    }

    /// <summary>Reads so many characters.</summary>
    public ReadOnlySpan<char> Take(int characters)
    {
        _at += characters;
        return pattern.AsSpan(_at - characters, characters);
    }

    /// <summary>Reads up to and with the next of some characters; the rest when none comes.</summary>
    public string TakeThrough(params ReadOnlySpan<char> ends)
    {
        var start = _at;
        var length = pattern.AsSpan(start).IndexOfAny(ends);
        _at = length < 0 ? pattern.Length : start + length + 1;
        return pattern[start.._at];
    }

    /// <summary>What stands up to and with the next of a character, without reading it; null when none comes.</summary>
    public string? PeekThrough(char end)
    {
        var length = pattern.AsSpan(_at).IndexOf(end);
        return length < 0 ? null : pattern[_at..(_at + length + 1)];
    }
}
