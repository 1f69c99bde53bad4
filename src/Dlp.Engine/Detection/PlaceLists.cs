namespace Dlp.Engine.Detection;

/// <summary>Lists of places, one a number, that are filled in any order, and used again without allocating. Not thread-safe.</summary>
/// <param name="lists">How many lists there are.</param>
internal sealed class PlaceLists(int lists)
{
    private readonly int[] _first = new int[lists];
    private readonly int[] _last = new int[lists];
    private readonly bool[] _disordered = new bool[lists];
    private TextSpan[] _sorted = [];
    private Link[] _links = new Link[64];
    private int[] _filled = new int[16];
    private int _filledCount;

    // A link's number is its index; 0 stands for none.
    private int _length = 1;

    /// <summary>The numbers of the lists that are not empty, in the order in which they got their first place.</summary>
    public ReadOnlySpan<int> Filled => _filled.AsSpan(0, _filledCount);

    /// <summary>Whether a list is empty.</summary>
    public bool IsEmpty(int list) => _first[list] == 0;

    /// <summary>The places of a list in order.</summary>
    public Enumerator Of(int list)
    {
        if (_disordered[list])
            Sort(list);
        return new Enumerator(this, _first[list]);
    }

    /// <summary>Adds a place to a list.</summary>
    public void Add(int list, TextSpan place)
    {
        if (_length == _links.Length)
            Array.Resize(ref _links, _length * 2);
        _links[_length] = new Link { Place = place };
        if (_first[list] == 0)
        {
            _first[list] = _length;
            if (_filledCount == _filled.Length)
                Array.Resize(ref _filled, _filledCount * 2);
            _filled[_filledCount++] = list;
        }
        else
        {
            _links[_last[list]].Next = _length;
            _disordered[list] |= place < _links[_last[list]].Place;
        }

        _last[list] = _length++;
    }

    /// <summary>Empties all lists; costs as much as was added.</summary>
    public void Clear()
    {
        foreach (var list in Filled)
            (_first[list], _disordered[list]) = (0, false);
        _filledCount = 0;
        _length = 1;
    }

    private void Sort(int list)
    {
        var count = 0;
        for (var link = _first[list]; link != 0; link = _links[link].Next)
        {
            if (count == _sorted.Length)
                Array.Resize(ref _sorted, Math.Max(64, count * 2));
            _sorted[count++] = _links[link].Place;
        }

        _sorted.AsSpan(0, count).Sort();
        count = 0;
        for (var link = _first[list]; link != 0; link = _links[link].Next)
            _links[link].Place = _sorted[count++];
        _disordered[list] = false;
    }

    private struct Link
    {
        public TextSpan Place;
        public int Next;
    }

    /// <summary>Walks along a list.</summary>
    internal struct Enumerator
    {
        private readonly PlaceLists _lists;
        private int _next;
        private int _current;

        internal Enumerator(PlaceLists lists, int first) => (_lists, _next) = (lists, first);

        public readonly TextSpan Current => _lists._links[_current].Place;

        public readonly Enumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            _current = _next;
            if (_current == 0)
                return false;
            _next = _lists._links[_current].Next;
            return true;
        }
    }
}
