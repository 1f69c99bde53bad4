namespace Dlp.Engine.Normalization;

/// <summary>Collects folded text and, for each unit of it, where it came from.</summary>
internal sealed class NormalizedTextBuilder(int capacity)
{
    private char[] _text = new char[capacity];
    private int[] _starts = new int[capacity];
    private int[] _ends = new int[capacity];
    private int _length;

    /// <summary>Whether every unit so far came from the one original unit at its own place.</summary>
    public bool IsInPlace { get; private set; } = true;

    /// <summary>Appends the unit that the original unit at <paramref name="position"/> folds to.</summary>
    public void Append(char folded, int position) => Add(folded, position, position + 1);

    /// <summary>Appends what the original range <c>[start, end)</c> folds to; nothing when it is dropped.</summary>
    public void Append(string folded, int start, int end)
    {
        IsInPlace &= folded.Length == 1 && end == start + 1;
        foreach (var character in folded)
            Add(character, start, end);
    }

    /// <summary>Inserts a character that stands nowhere in the original, before <paramref name="position"/>.</summary>
    public void Insert(char character, int position)
    {
        IsInPlace = false;
        Add(character, position, position);
    }

    public string Text() => new(_text, 0, _length);

    public int[] Starts() => _starts[.._length];

    public int[] Ends() => _ends[.._length];

    private void Add(char character, int start, int end)
    {
        if (_length == _text.Length)
        {
            var larger = Math.Max(16, _length * 2);
            Array.Resize(ref _text, larger);
            Array.Resize(ref _starts, larger);
            Array.Resize(ref _ends, larger);
        }

        (_text[_length], _starts[_length], _ends[_length]) = (character, start, end);
        _length++;
    }
}
