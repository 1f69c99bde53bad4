namespace Dlp.Engine.Detection.Terms;

/// <summary>Builds a table from sets of packed terms: hashes them, then copies each into the bucket of its hash.</summary>
internal sealed class TermTableBuilder
{
    private const int TermsPerBucket = 4;

    private readonly ReadOnlyMemory<byte>[] _sets;
    private readonly TokenBuffer _words = new();
    private readonly WordBeginnings _beginnings = new();
    private readonly TermFilter _filter;
    private readonly ulong[] _hashes;
    private readonly int _setSize;

    // Where each bucket begins among the records, and one more: the end of the last.
    private readonly int[] _buckets;
    private char[] _term = new char[64];
    private int _longestJoint = Joint.Longest;

    private TermTableBuilder(ReadOnlyMemory<byte>[] sets, int terms, int words)
    {
        _sets = sets;
        _filter = new TermFilter(words);
        _hashes = new ulong[terms];
        _setSize = sets.Length switch { <= 1 => 0, <= 1 << 8 => 1, <= 1 << 16 => 2, _ => 4 };
        _buckets = new int[Math.Max(1, terms / TermsPerBucket) + 1];
    }

    /// <summary>The table of sets of packed terms, which have so many terms in all, and these so many words.</summary>
    public static TermTable Build(ReadOnlyMemory<byte>[] sets, int terms, int words)
    {
        var builder = new TermTableBuilder(sets, terms, words);
        builder.Measure();
        var records = builder.Distribute();
        return new TermTable(builder._beginnings, builder._filter, records, builder._buckets, builder._setSize, builder._longestJoint);
    }

    private int BucketOf(ulong hash) => TermTable.BucketOf(hash, _buckets.Length - 1);

    private void Measure()
    {
        var number = 0;
        foreach (var set in _sets)
        {
            for (var terms = set.Span; terms.Length > 0; number++)
            {
                var (length, wide, size) = PackedTerm.ReadHeader(terms);
                _hashes[number] = Hash(terms[..size], length, wide);
                _buckets[BucketOf(_hashes[number]) + 1] += 1 + _setSize + size;
                terms = terms[size..];
            }
        }

        for (var bucket = 1; bucket < _buckets.Length; bucket++)
            _buckets[bucket] += _buckets[bucket - 1];
    }

    private ulong Hash(ReadOnlySpan<byte> packed, int length, bool wide)
    {
        if (_term.Length < length)
            _term = new char[length * 2];
        var term = _term.AsSpan(0, length);
        PackedTerm.Read(packed, term, wide);
        Tokens.Read(term, new TextSpan(0, length), _words);

        var words = _words.Tokens;
        var hash = WordHash.OfStem(words[0].In(term));
        if (words.Length == 1)
            _beginnings.Add(words[0].In(term));
        else
            _beginnings.Add(words[0].In(term), words[1].In(term));
        for (var i = 1; i < words.Length; i++)
        {
            _filter.AddBeginning(hash);
            hash = WordHash.Join(hash, WordHash.OfStem(words[i].In(term)));
            _longestJoint = Math.Max(_longestJoint, words[i].Start - words[i - 1].End);
        }

        _filter.AddTerm(hash);
        return hash;
    }

    private byte[] Distribute()
    {
        var records = new byte[_buckets[^1]];
        var filled = new FilledBucket[_buckets.Length - 1];
        for (var bucket = 0; bucket < filled.Length; bucket++)
            filled[bucket] = new FilledBucket { Set = -1, End = _buckets[bucket] };
        var number = 0;
        for (var index = 0; index < _sets.Length; index++)
        {
            for (var terms = _sets[index].Span; terms.Length > 0; number++)
            {
                var size = PackedTerm.ReadHeader(terms).Size;
                ref var bucket = ref filled[BucketOf(_hashes[number])];
                if (bucket.Set != index)
                    (bucket.Set, bucket.SetStart) = (index, bucket.End);
                var written = Write(terms[..size], index, _hashes[number], records.AsSpan(bucket.End));
                if (!Holds(records.AsSpan(bucket.SetStart..bucket.End), records.AsSpan(bucket.End, written)))
                    bucket.End += written;
                terms = terms[size..];
            }
        }

        return WithoutGaps(records, filled);
    }

    private int Write(ReadOnlySpan<byte> packed, int set, ulong hash, Span<byte> record)
    {
        record[0] = TermTable.FingerprintOf(hash);
        for (var i = 0; i < _setSize; i++)
            record[1 + i] = (byte)(set >> 8 * i);
        packed.CopyTo(record[(1 + _setSize)..]);
        return 1 + _setSize + packed.Length;
    }

    private bool Holds(ReadOnlySpan<byte> records, ReadOnlySpan<byte> record)
    {
        while (records.Length > 0)
        {
            var size = 1 + _setSize + PackedTerm.ReadHeader(records[(1 + _setSize)..]).Size;
            if (records[..size].SequenceEqual(record))
                return true;
            records = records[size..];
        }

        return false;
    }

    // A term that is repeated in its set left room at the end of its bucket.
    private byte[] WithoutGaps(byte[] records, FilledBucket[] filled)
    {
        var length = 0;
        for (var bucket = 0; bucket < filled.Length; bucket++)
        {
            var held = records.AsSpan(_buckets[bucket]..filled[bucket].End);
            if (_buckets[bucket] > length)
                held.CopyTo(records.AsSpan(length));
            _buckets[bucket] = length;
            length += held.Length;
        }

        _buckets[^1] = length;
        Array.Resize(ref records, length);
        return records;
    }

    /// <summary>A bucket while it is filled, set by set: a term is repeated only among the records of its set, the latest.</summary>
    private struct FilledBucket
    {
        public int Set;
        public int SetStart;
        public int End;
    }
}
