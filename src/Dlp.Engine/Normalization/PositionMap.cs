namespace Dlp.Engine.Normalization;

/// <summary>
/// Where each unit of a folded text came from, kept as stretches in which every unit came from equally many units of the original:
/// one while nothing moved, two where pairs became letters, none where a space was put in.
/// </summary>
internal sealed class PositionMap
{
    private Stretch[] _stretches = [new(0, 0, 1)];
    private int _count = 1;
    private int _near;

    /// <summary>Whether every unit came from the one at its own place.</summary>
    public bool IsIdentity => _count == 1 && _stretches[0] == new Stretch(0, 0, 1);

    /// <summary>The original range that a unit came from; empty when it stands nowhere there.</summary>
    public TextSpan this[int unit]
    {
        get
        {
            var stretch = _stretches[IndexOf(unit)];
            return new TextSpan(stretch.StartOf(unit), stretch.EndOf(unit));
        }
    }

    /// <summary>Forgets what moved.</summary>
    public void Clear() => (_count, _near, _stretches[0]) = (1, 0, new Stretch(0, 0, 1));

    /// <summary>
    /// Says where the next units came from: the unit from the <paramref name="width"/> units of the original at
    /// <paramref name="original"/>, the one after it from the next as many, and so on until the next call. Neither units nor originals
    /// go back from call to call.
    /// </summary>
    public void Place(int unit, int original, int width)
    {
        ref var last = ref _stretches[_count - 1];
        if (last.Width != width || last.StartOf(unit) != original)
            Add(new Stretch(unit, original, width));
    }

    /// <summary>Says that the units until the next call came, all of them, from the same range of the original.</summary>
    public void PlaceTogether(int unit, int original, int width) => Add(new Stretch(unit, original, -width));

    /// <summary>Says that units came from where those of another map did.</summary>
    /// <param name="unit">The first unit.</param>
    /// <param name="source">The other map.</param>
    /// <param name="start">The first of its units.</param>
    /// <param name="end">The one behind the last.</param>
    public void Place(int unit, PositionMap source, int start, int end)
    {
        for (var index = source.IndexOf(start); index < source._count && source._stretches[index].Unit < end; index++)
        {
            var stretch = source._stretches[index];
            var from = Math.Max(start, stretch.Unit);
            Place(unit + from - start, stretch.StartOf(from), stretch.Width);
        }
    }

    /// <summary>The first unit that came from a range that starts at or behind a place of the original; <paramref name="length"/> when none did.</summary>
    public int FirstStartingAt(int original, int length)
    {
        var (low, high) = (0, _count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_stretches[middle].Original < original)
                low = middle + 1;
            else
                high = middle;
        }

        return low == 0 ? 0 : Within(low - 1, original - _stretches[low - 1].Original, length);
    }

    /// <summary>The first unit that came from a range that ends behind a place of the original; <paramref name="length"/> when none did.</summary>
    public int FirstEndingBehind(int original, int length)
    {
        var (low, high) = (0, _count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_stretches[middle].EndOf(_stretches[middle].Unit) <= original)
                low = middle + 1;
            else
                high = middle;
        }

        return low == 0 ? 0 : Within(low - 1, original + 1 - _stretches[low - 1].EndOf(_stretches[low - 1].Unit), length);
    }

    // The unit of a stretch whose original lies at least so far behind that of the first; else the first of the next stretch.
    private int Within(int index, int distance, int length)
    {
        var stretch = _stretches[index];
        var end = index + 1 < _count ? Math.Min(_stretches[index + 1].Unit, length) : length;
        return stretch.Width <= 0 ? end : (int)Math.Min(stretch.Unit + (((long)distance + stretch.Width - 1) / stretch.Width), end);
    }

    private void Add(Stretch stretch)
    {
        // A stretch that no unit came of is none.
        if (_stretches[_count - 1].Unit == stretch.Unit)
            _count--;
        if (_count == _stretches.Length)
            Array.Resize(ref _stretches, Math.Max(16, _count * 2));
        _stretches[_count++] = stretch;
    }

    // The last stretch that starts at or before a unit. The one asked for last, and the next, are looked at first.
    private int IndexOf(int unit)
    {
        for (var near = _near; near < Math.Min(_near + 2, _count) && _stretches[near].Unit <= unit; near++)
        {
            if (near + 1 == _count || unit < _stretches[near + 1].Unit)
                return _near = near;
        }

        var (low, high) = (0, _count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_stretches[middle].Unit <= unit)
                low = middle;
            else
                high = middle - 1;
        }

        return _near = low;
    }

    /// <summary>
    /// Units from <paramref name="Unit"/> on, each from the next <paramref name="Width"/> units of the original from
    /// <paramref name="Original"/> on; when negative, all from the same.
    /// </summary>
    private readonly record struct Stretch(int Unit, int Original, int Width)
    {
        public int StartOf(int unit) => Original + ((unit - Unit) * Math.Max(0, Width));

        public int EndOf(int unit) => StartOf(unit) + Math.Abs(Width);
    }
}
