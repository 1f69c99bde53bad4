namespace Dlp.Engine.Detection.Terms;

/// <summary>Builds a table from sets of packed terms: hashes them, sorts by hash, and copies each to its place.</summary>
internal sealed class TermTableBuilder
{
    private const int TermsPerBucket = 4;

    private readonly IReadOnlyList<ReadOnlyMemory<byte>> _sets;
    private readonly TokenBuffer _words = new();
    private readonly TermFilter _filter;
    private readonly ulong[] _hashes;
    private readonly Source[] _sources;
    private readonly int _setSize;
    private char[] _term = new char[64];
    private int _longestJoint = Joint.Longest;

    private TermTableBuilder(IReadOnlyList<ReadOnlyMemory<byte>> sets, int terms)
    {
        _sets = sets;
        _filter = new TermFilter(terms);
        _hashes = new ulong[terms];
        _sources = new Source[terms];
        _setSize = sets.Count switch { <= 1 => 0, <= 1 << 8 => 1, <= 1 << 16 => 2, _ => 4 };
    }

    /// <summary>The table of sets of packed terms, which have so many terms in all.</summary>
    public static TermTable Build(IReadOnlyList<ReadOnlyMemory<byte>> sets, int terms)
    {
        var builder = new TermTableBuilder(sets, terms);
        builder.Hash();
        Array.Sort(builder._hashes, builder._sources);
        return builder.Table();
    }

    private void Hash()
    {
        var count = 0;
        for (var set = 0; set < _sets.Count; set++)
        {
            var bytes = _sets[set].Span;
            for (var at = 0; at < bytes.Length; count++)
            {
                var (length, wide, size) = PackedTerm.ReadHeader(bytes[at..]);
                _sources[count] = new Source(set, at, size);
                _hashes[count] = Hash(bytes.Slice(at, size), length, wide);
                at += size;
            }
        }
    }

    private ulong Hash(ReadOnlySpan<byte> packed, int length, bool wide)
    {
        if (_term.Length < length)
            _term = new char[length * 2];
        var term = _term.AsSpan(0, length);
        PackedTerm.Read(packed, term, wide);
        Tokens.Read(term, new TextSpan(0, length), _words);

        var words = _words.Tokens;
        var hash = words[0].Hash;
        for (var i = 1; i < words.Length; i++)
        {
            _filter.AddBeginning(hash);
            hash = WordHash.Join(hash, words[i].Hash);
            _longestJoint = Math.Max(_longestJoint, words[i].Start - words[i - 1].End);
        }

        _filter.AddTerm(hash);
        return hash;
    }

    private TermTable Table()
    {
        var records = new byte[_sources.Sum(source => (long)source.Size) + (long)_sources.Length * (1 + _setSize)];
        var buckets = new int[Math.Max(1, _sources.Length / TermsPerBucket) + 1];
        var (size, bucket) = (0, 0);
        for (var i = 0; i < _sources.Length; i++)
        {
            for (var own = TermTable.BucketOf(_hashes[i], buckets.Length - 1); bucket < own;)
                buckets[++bucket] = size;
            if (!IsRepeated(i))
                size += Write(i, records.AsSpan(size));
        }

        buckets.AsSpan(bucket + 1).Fill(size);
        Array.Resize(ref records, size);
        return new TermTable(_filter, records, buckets, _setSize, _longestJoint);
    }

    // Equal terms have equal hashes, and so stand side by side; of those of a set the last is kept.
    private bool IsRepeated(int index)
    {
        for (var next = index + 1; next < _sources.Length && _hashes[next] == _hashes[index]; next++)
        {
            if (_sources[next].Set == _sources[index].Set && Packed(next).SequenceEqual(Packed(index)))
                return true;
        }

        return false;
    }

    private int Write(int index, Span<byte> record)
    {
        record[0] = TermTable.FingerprintOf(_hashes[index]);
        for (var i = 0; i < _setSize; i++)
            record[1 + i] = (byte)(_sources[index].Set >> 8 * i);
        Packed(index).CopyTo(record[(1 + _setSize)..]);
        return 1 + _setSize + _sources[index].Size;
    }

    private ReadOnlySpan<byte> Packed(int index) => _sets[_sources[index].Set].Span.Slice(_sources[index].Start, _sources[index].Size);

    private readonly record struct Source(int Set, int Start, int Size);
}
