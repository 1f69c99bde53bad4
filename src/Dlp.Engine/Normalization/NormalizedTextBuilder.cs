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

    /// <summary>Folds a text up to the next hashtag.</summary>
    /// <returns>The position of the hashtag; the end of the text when there is none.</returns>
    public int Fold(ReadOnlySpan<char> original, int position)
    {
        while (position < original.Length && !Hashtag.StartsWith(original[position]))
        {
            var form = CharacterFolding.FormOf(original[position..], out var width);
            if (CharacterFolding.Forms[original[position]].IsAtMostUnit)
            {
                position = FoldRuns(original, position);
                continue;
            }

            if (form.IsUnit)
                Append(form.Unit, position, width);
            else if (form == FoldedForm.Same)
                AppendAsIs(original.Slice(position, width), position);
            else if (form == FoldedForm.Other)
                AppendTogether(CharacterFolding.Fold(original[position..]), position, width);
            position += width;
        }

        return position;
    }

    /// <summary>Appends a unit that came from <paramref name="width"/> units of the original.</summary>
    public void Append(char unit, int position, int width)
    {
        Positions.Place(Length, position, width);
        if (_units.Length == Length)
            Grow(1);
        _units[Length++] = unit;
    }

    /// <summary>Appends a range of another text, each unit from where it came there.</summary>
    public void Append(NormalizedTextBuilder source, int start, int end)
    {
        if (start == end)
            return;
        Positions.Place(Length, source.Positions, start, end);
        if (_units.Length - Length < end - start)
            Grow(end - start);
        source.Span[start..end].CopyTo(_units.AsSpan(Length));
        Length += end - start;
    }

    // Runs of characters that fold to one unit each, and what is dropped between them.
    private int FoldRuns(ReadOnlySpan<char> original, int position)
    {
        if (_units.Length - Length < original.Length - position)
            Grow(original.Length - position);
        var target = _units.AsSpan(Length);
        var count = 0;
        while (position < original.Length)
        {
            Positions.Place(Length + count, position, 1);
            // A letter on its own between others is sooner looked up.
            var isPlain = position + 1 < original.Length && AsciiFolding.IsPlain(original[position]) && AsciiFolding.IsPlain(original[position + 1]);
            var done = isPlain ? AsciiFolding.Fold(original[position..], target[count..]) : 0;
            done += CharacterFolding.FoldUnits(original[(position + done)..], target[(count + done)..]);
            (position, count) = (position + done, count + done);
            if (done > 0)
                continue;
            if (CharacterFolding.Forms[original[position]] != FoldedForm.Dropped)
                break;
            while (position < original.Length && CharacterFolding.Forms[original[position]] == FoldedForm.Dropped)
                position++;
        }

        Length += count;
        return position;
    }

    private void AppendAsIs(ReadOnlySpan<char> units, int position)
    {
        for (var i = 0; i < units.Length; i++)
            Append(units[i], position + i, 1);
    }

    private void AppendTogether(string units, int position, int width)
    {
        Positions.PlaceTogether(Length, position, width);
        if (_units.Length - Length < units.Length)
            Grow(units.Length);
        units.CopyTo(_units.AsSpan(Length));
        Length += units.Length;
    }

    private void Grow(int units) => Array.Resize(ref _units, Math.Max(Length + units, _units.Length * 2));
}
