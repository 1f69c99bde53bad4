namespace Dlp.Engine.Normalization;

/// <summary>
/// Where each unit of a folded text came from, kept as stretches in which every unit came from equally many units of the original:
/// one while nothing moved, two where pairs became letters, none where a space was put in.
/// </summary>
internal sealed class PositionMap
{
    private Stretch[] _stretches = [default(Stretch) with { Width = 1 }];
    private int _count = 1;

    /// <summary>Whether every unit came from the one at its own place.</summary>
    public bool IsIdentity => _count == 1 && _stretches[0] == new Stretch(0, 0, 1);

    /// <summary>Forgets what moved.</summary>
    public void Clear() => (_count, _stretches[0]) = (1, new Stretch(0, 0, 1));

    /// <summary>
    /// Says where the next units came from: the unit from <c>[original, original + width)</c>, the one after it from the next
    /// <paramref name="width"/> units, and so on until the next call. Units and originals never go back.
    /// </summary>
    public void Place(int unit, int original, int width)
    {
        ref var last = ref _stretches[_count - 1];
        if (last.Width == width && last.StartOf(unit) == original)
            return;
        if (last.Unit == unit)
        {
            last = new Stretch(unit, original, width);
            return;
        }

        if (_count == _stretches.Length)
            Array.Resize(ref _stretches, Math.Max(16, _count * 2));
        _stretches[_count++] = new Stretch(unit, original, width);
    }

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

    /// <summary>The original range that a unit came from; empty when it stands nowhere there.</summary>
    public TextSpan this[int unit]
    {
        get
        {
            var stretch = _stretches[IndexOf(unit)];
            return new TextSpan(stretch.StartOf(unit), stretch.StartOf(unit) + stretch.Width);
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
            if (_stretches[middle].Original + _stretches[middle].Width <= original)
                low = middle + 1;
            else
                high = middle;
        }

        return low == 0 ? 0 : Within(low - 1, original + 1 - _stretches[low - 1].Original - _stretches[low - 1].Width, length);
    }

    // The unit of a stretch whose original lies at least so far behind that of the first; else the first of the next stretch.
    private int Within(int index, int distance, int length)
    {
        var stretch = _stretches[index];
        var end = index + 1 < _count ? Math.Min(_stretches[index + 1].Unit, length) : length;
        return stretch.Width == 0 ? end : (int)Math.Min(stretch.Unit + (((long)distance + stretch.Width - 1) / stretch.Width), end);
    }

    // The last stretch that starts at or before a unit.
    private int IndexOf(int unit)
    {
        var (low, high) = (0, _count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_stretches[middle].Unit <= unit)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    /// <summary>Units from <paramref name="Unit"/> on, each from <paramref name="Width"/> units of the original from <paramref name="Original"/> on.</summary>
    private readonly record struct Stretch(int Unit, int Original, int Width)
    {
        public int StartOf(int unit) => Original + ((unit - Unit) * Width);
    }
}
