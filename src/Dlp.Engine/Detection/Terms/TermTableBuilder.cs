namespace Dlp.Engine.Detection.Terms;

/// <summary>
/// Builds a table from sets of packed terms: hashes them, deals them out to stretches of buckets, and writes each stretch, whose records
/// stay in the cache meanwhile. The stretches of a large table are written side by side.
/// </summary>
internal sealed class TermTableBuilder
{
    private const int TermsPerBucket = 4;
    private const int BucketsPerStretch = 2048;
    private const int TermsPerTurn = TermsPerBucket * BucketsPerStretch;

    private readonly ReadOnlyMemory<byte>[] _sets;
    private readonly WordBeginnings _beginnings = new();
    private readonly TermFilter _filter;
    private readonly int _setSize;

    // Where each bucket begins among the records, and one more: the end of the last.
    private readonly int[] _buckets;

    private TermTableBuilder(ReadOnlyMemory<byte>[] sets, int terms, int words)
    {
        _sets = sets;
        _filter = new TermFilter(words);
        _setSize = sets.Length switch { <= 1 => 0, <= 1 << 8 => 1, <= 1 << 16 => 2, _ => 4 };
        _buckets = new int[Math.Max(1, terms / TermsPerBucket) + 1];
    }

    /// <summary>The table of sets of packed terms, which have so many terms in all, and these so many words.</summary>
    public static TermTable Build(ReadOnlyMemory<byte>[] sets, int terms, int words)
    {
        var builder = new TermTableBuilder(sets, terms, words);
        var found = builder.Find(terms);
        var longestJoint = builder.Hash(found);
        var records = builder.Write(builder.Deal(found));
        return new TermTable(builder._beginnings, builder._filter, records, builder._buckets, builder._setSize, longestJoint);
    }

    private FoundTerm[] Find(int terms)
    {
        var found = new FoundTerm[terms];
        var number = 0;
        for (var set = 0; set < _sets.Length; set++)
        {
            var packed = _sets[set].Span;
            for (var offset = 0; offset < packed.Length; number++)
            {
                var size = PackedTerm.ReadHeader(packed[offset..]).Size;
                found[number] = new FoundTerm { Set = set, Offset = offset, Size = size };
                offset += size;
            }
        }

        return found;
    }

    // Gives the longest joint.
    private int Hash(FoundTerm[] found)
    {
        var joints = new int[(found.Length + TermsPerTurn - 1) / TermsPerTurn];
        InTurns(joints.Length, turn =>
        {
            var words = new TokenBuffer();
            joints[turn] = Joint.Longest;
            foreach (ref var term in found.AsSpan(turn * TermsPerTurn, Math.Min(TermsPerTurn, found.Length - turn * TermsPerTurn)))
                term.Hash = Hash(PackedOf(term), words, ref joints[turn]);
        });
        return joints.Max();
    }

    private ulong Hash(ReadOnlySpan<byte> packed, TokenBuffer buffer, ref int longestJoint)
    {
        var (length, wide, _) = PackedTerm.ReadHeader(packed);
        var term = length <= TermTable.LongestOnStack ? stackalloc char[length] : new char[length];
        PackedTerm.Read(packed, term, wide);
        Tokens.Read(term, new TextSpan(0, length), buffer);

        var words = buffer.Tokens;
        var hash = WordHash.OfStem(words[0].In(term));
        if (words.Length == 1)
            _beginnings.Add(words[0].In(term));
        else
            _beginnings.Add(words[0].In(term), words[1].In(term));
        for (var i = 1; i < words.Length; i++)
        {
            _filter.AddBeginning(hash);
            hash = WordHash.Join(hash, WordHash.OfStem(words[i].In(term)));
            longestJoint = Math.Max(longestJoint, words[i].Start - words[i - 1].End);
        }

        _filter.AddTerm(hash);
        return hash;
    }

    // The terms of each stretch, in the order in which they were found.
    private FoundTerm[][] Deal(FoundTerm[] found)
    {
        var stretches = new FoundTerm[(_buckets.Length - 2) / BucketsPerStretch + 1][];
        if (stretches.Length == 1)
            return [found];
        var counts = new int[stretches.Length];
        foreach (ref readonly var term in found.AsSpan())
            counts[BucketOf(term) / BucketsPerStretch]++;
        for (var stretch = 0; stretch < stretches.Length; stretch++)
            (stretches[stretch], counts[stretch]) = (new FoundTerm[counts[stretch]], 0);
        foreach (ref readonly var term in found.AsSpan())
        {
            var stretch = BucketOf(term) / BucketsPerStretch;
            stretches[stretch][counts[stretch]++] = term;
        }

        return stretches;
    }

    private byte[] Write(FoundTerm[][] stretches)
    {
        var written = new byte[stretches.Length][];
        InTurns(stretches.Length, stretch => written[stretch] = Write(stretches[stretch], stretch * BucketsPerStretch));
        var records = new byte[written.Sum(part => part.Length)];
        var length = 0;
        for (var stretch = 0; stretch < written.Length; stretch++)
        {
            foreach (ref var bucket in BucketsOf(stretch * BucketsPerStretch))
                bucket += length;
            written[stretch].CopyTo(records, length);
            length += written[stretch].Length;
        }

        _buckets[^1] = length;
        return records;
    }

    // Writes a stretch, and where in it its buckets begin.
    private byte[] Write(FoundTerm[] terms, int first)
    {
        var buckets = BucketsOf(first);
        var filled = new FilledBucket[buckets.Length];
        foreach (ref readonly var term in terms.AsSpan())
            filled[BucketOf(term) - first].End += SizeOf(term);
        var size = 0;
        for (var bucket = 0; bucket < filled.Length; bucket++)
        {
            buckets[bucket] = size;
            size += filled[bucket].End;
            filled[bucket] = new FilledBucket { Set = -1, End = buckets[bucket] };
        }

        var records = new byte[size];
        foreach (ref readonly var term in terms.AsSpan())
        {
            ref var bucket = ref filled[BucketOf(term) - first];
            if (bucket.Set != term.Set)
                (bucket.Set, bucket.SetStart) = (term.Set, bucket.End);
            var record = records.AsSpan(bucket.End, SizeOf(term));
            Write(term, record);
            if (!Holds(records.AsSpan(bucket.SetStart..bucket.End), record))
                bucket.End += record.Length;
        }

        return WithoutGaps(records, buckets, filled);
    }

    private void Write(in FoundTerm term, Span<byte> record)
    {
        record[0] = TermTable.FingerprintOf(term.Hash);
        for (var i = 0; i < _setSize; i++)
            record[1 + i] = (byte)(term.Set >> 8 * i);
        PackedOf(term).CopyTo(record[(1 + _setSize)..]);
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
    private static byte[] WithoutGaps(byte[] records, Span<int> buckets, FilledBucket[] filled)
    {
        var length = 0;
        for (var bucket = 0; bucket < filled.Length; bucket++)
        {
            var held = records.AsSpan(buckets[bucket]..filled[bucket].End);
            if (buckets[bucket] > length)
                held.CopyTo(records.AsSpan(length));
            buckets[bucket] = length;
            length += held.Length;
        }

        Array.Resize(ref records, length);
        return records;
    }

    // Threads are for what takes longer than to start them.
    private static void InTurns(int turns, Action<int> take)
    {
        if (turns > 1)
            Parallel.For(0, turns, take);
        else if (turns == 1)
            take(0);
    }

    private Span<int> BucketsOf(int first) => _buckets.AsSpan(first, Math.Min(BucketsPerStretch, _buckets.Length - 1 - first));

    private int BucketOf(in FoundTerm term) => TermTable.BucketOf(term.Hash, _buckets.Length - 1);

    private int SizeOf(in FoundTerm term) => 1 + _setSize + term.Size;

    private ReadOnlySpan<byte> PackedOf(in FoundTerm term) => _sets[term.Set].Span.Slice(term.Offset, term.Size);

    /// <summary>A packed term of a set.</summary>
    private struct FoundTerm
    {
        public ulong Hash;
        public int Set;
        public int Offset;
        public int Size;
    }

    /// <summary>A bucket while it is filled, set by set: a term is repeated only among the records of its set, the latest.</summary>
    private struct FilledBucket
    {
        public int Set;
        public int SetStart;
        public int End;
    }
}
