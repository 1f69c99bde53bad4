using System.Text;

namespace Dlp.Engine.Normalization;

/// <summary>Collects folded text and, for each unit of it, where it came from.</summary>
internal sealed class NormalizedTextBuilder(int capacity)
{
    private readonly StringBuilder _text = new(capacity);
    private readonly List<int> _starts = new(capacity);
    private readonly List<int> _ends = new(capacity);

    /// <summary>Appends what the original range <c>[start, end)</c> folds to; nothing when it is dropped.</summary>
    public void Append(string folded, int start, int end)
    {
        _text.Append(folded);
        for (var i = 0; i < folded.Length; i++)
        {
            _starts.Add(start);
            _ends.Add(end);
        }
    }

    /// <summary>Inserts a character that stands nowhere in the original, before <paramref name="position"/>.</summary>
    public void Insert(char character, int position)
    {
        _text.Append(character);
        _starts.Add(position);
        _ends.Add(position);
    }

    public string Text() => _text.ToString();

    public int[] Starts() => [.. _starts];

    public int[] Ends() => [.. _ends];
}
