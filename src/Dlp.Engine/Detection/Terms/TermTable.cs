namespace Dlp.Engine.Detection.Terms;

/// <summary>
/// The terms of some sets, in two arrays: records, and where each bucket of hashes begins among them. A record is a byte of the hash, the number of the set, and the <see cref="PackedTerm"/>.
/// </summary>
internal sealed class TermTable
{
    /// <summary>Characters of the longest term that is unpacked without allocating.</summary>
    public const int LongestOnStack = 256;

    private readonly WordBeginnings _beginnings;
    private readonly TermFilter _filter;
    private readonly byte[] _records;
    private readonly int[] _buckets;
    private readonly int _setSize;
    private readonly int _longestJoint;

    public TermTable(WordBeginnings beginnings, TermFilter filter, byte[] records, int[] buckets, int setSize, int longestJoint)
    {
        _beginnings = beginnings;
        _filter = filter;
        _records = records;
        _buckets = buckets;
        _setSize = setSize;
        _longestJoint = longestJoint;
    }

    /// <summary>The bucket of a hash.</summary>
    public static int BucketOf(ulong hash, int buckets) => (int)((hash >> 32) * (uint)buckets >> 32);

    /// <summary>The byte of a hash that stands before its term.</summary>
    public static byte FingerprintOf(ulong hash) => (byte)(hash >> 24);

    /// <summary>Reports every term that stands in a text; <paramref name="sets"/> are the numbers under which its sets are reported.</summary>
    public void Find(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, ReadOnlySpan<int> sets, TermHits hits)
    {
        var next = tokens.Length > 0 ? WordBeginnings.LettersOf(text, tokens[0]) : 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var letters = next;
            next = i + 1 < tokens.Length ? WordBeginnings.LettersOf(text, tokens[i + 1]) : 0;
            if (!_beginnings.MayBegin(letters, next))
                continue;
            var hash = WordHash.OfStem(tokens[i].In(text));
            var (term, beginning) = _filter.Look(hash);
            if (term || beginning)
                FindFrom(text, tokens[i..], hash, term, beginning, sets, hits);
        }
    }

    private void FindFrom(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, ulong hash, bool term, bool beginning, ReadOnlySpan<int> sets, TermHits hits)
    {
        for (var count = 1; ; count++)
        {
            if (term)
                Report(text, tokens[..count], hash, sets, hits);
            if (!beginning || count == tokens.Length || tokens[count].Start - tokens[count - 1].End > _longestJoint)
                return;
            hash = WordHash.Join(hash, WordHash.OfStem(tokens[count].In(text)));
            (term, beginning) = _filter.Look(hash);
        }
    }

    private void Report(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, ulong hash, ReadOnlySpan<int> sets, TermHits hits)
    {
        var bucket = BucketOf(hash, _buckets.Length - 1);
        var fingerprint = FingerprintOf(hash);
        var records = _records.AsSpan(_buckets[bucket].._buckets[bucket + 1]);
        while (records.Length > 0)
        {
            var packed = records[(1 + _setSize)..];
            var (length, wide, size) = PackedTerm.ReadHeader(packed);
            if (records[0] == fingerprint && Stands(packed[..size], length, wide, text, tokens))
                hits.Add(sets[SetAt(records)], tokens[0].Start, tokens[^1].End);
            records = packed[size..];
        }
    }

    private int SetAt(ReadOnlySpan<byte> record)
    {
        var set = 0;
        for (var i = _setSize; i > 0; i--)
            set = set << 8 | record[i];
        return set;
    }

    private static bool Stands(ReadOnlySpan<byte> packed, int length, bool wide, ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        var term = length <= LongestOnStack ? stackalloc char[length] : new char[length];
        PackedTerm.Read(packed, term, wide);
        return Phrase.Is(term, text, tokens);
    }
}
