namespace Dlp.Engine.Detection.Terms;

/// <summary>
/// A Bloom filter over the hashes of terms, and of the words that terms of several begin with: tells most words of a text to be
/// neither, with one look at memory.
/// </summary>
internal sealed class TermFilter
{
    private const int HashesPerWord = 8;
    private const int SmallestSize = 16;

    private readonly ulong[] _words;

    /// <summary>An empty filter for so many hashes; one in twenty of those that it does not hold is then taken for one that it does.</summary>
    public TermFilter(int hashes) => _words = new ulong[Math.Max(SmallestSize, hashes / HashesPerWord)];

    /// <summary>Adds a term; several threads may.</summary>
    public void AddTerm(ulong hash) => Interlocked.Or(ref _words[IndexOf(hash)], TermBits(hash));

    /// <summary>Adds what a longer term begins with; several threads may.</summary>
    public void AddBeginning(ulong hash) => Interlocked.Or(ref _words[IndexOf(hash)], BeginningBits(hash));

    /// <summary>Whether a hash may be that of a term, of a beginning, or of both; neither for certain.</summary>
    public (bool Term, bool Beginning) Look(ulong hash)
    {
        var missing = ~_words[IndexOf(hash)];
        return ((missing & TermBits(hash)) == 0, (missing & BeginningBits(hash)) == 0);
    }

    private int IndexOf(ulong hash) => (int)((hash >> 32) * (uint)_words.Length >> 32);

    private static ulong TermBits(ulong hash) => 1UL << (int)hash | 1UL << (int)(hash >> 6);

    private static ulong BeginningBits(ulong hash) => 1UL << (int)(hash >> 12) | 1UL << (int)(hash >> 18);
}
