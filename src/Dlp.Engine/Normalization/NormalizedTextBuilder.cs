namespace Dlp.Engine.Normalization;

/// <summary>Collects folded text and where each unit of it came from. Its memory is kept for the next text.</summary>
internal sealed class NormalizedTextBuilder
{
    private char[] _units = [];

    /// <summary>The folded text so far.</summary>
    public ReadOnlySpan<char> Span => _units.AsSpan(0, Length);

    /// <summary>Length of the folded text so far.</summary>
    public int Length { get; private set; }

    /// <summary>Where each unit came from.</summary>
    public PositionMap Positions { get; } = new();

    /// <summary>Forgets the text, not the memory.</summary>
    public void Clear()
    {
        Length = 0;
        Positions.Clear();
    }

    /// <summary>Appends the units, up to the first other, that fold to one unit each whatever stands beside them.</summary>
    /// <param name="source">The rest of the original.</param>
    /// <param name="position">Where in the original it starts.</param>
    /// <returns>How many they were.</returns>
    public int AppendSingles(ReadOnlySpan<char> source, int position)
    {
        Positions.Place(Length, position, 1);
        var target = Free(source.Length + AsciiFolding.Slack);
        var done = 0;
        while (done < source.Length)
        {
            done += AsciiFolding.Fold(source[done..], target[done..]);
            var others = CharacterFolding.FoldSingles(source[done..], target[done..]);
            if (others == 0)
                break;
            done += others;
        }

        Length += done;
        return done;
    }

    /// <summary>Appends a unit that came from <paramref name="width"/> units of the original.</summary>
    public void Append(char unit, int position, int width)
    {
        Positions.Place(Length, position, width);
        Free(1)[0] = unit;
        Length++;
    }

    /// <summary>Appends units that all came from the same <paramref name="width"/> units of the original; none when it is dropped.</summary>
    public void Append(string units, int position, int width)
    {
        foreach (var unit in units)
            Append(unit, position, width);
    }

    /// <summary>Appends a range of another text, each unit from where it came there.</summary>
    public void Append(NormalizedTextBuilder source, int start, int end)
    {
        if (start == end)
            return;
        Positions.Place(Length, source.Positions, start, end);
        source.Span[start..end].CopyTo(Free(end - start));
        Length += end - start;
    }

    private Span<char> Free(int units)
    {
        if (_units.Length - Length < units)
            Array.Resize(ref _units, Math.Max(Length + units, _units.Length * 2));
        return _units.AsSpan(Length);
    }
}
