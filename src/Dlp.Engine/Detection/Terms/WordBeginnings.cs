namespace Dlp.Engine.Detection.Terms;

/// <summary>
/// The first three letters of the words that terms begin with and, of a term of several words, the first two of its second: tells of most
/// words of a text, before anything is hashed, that no term begins there. Of no use, and harmless, once there are very many terms.
/// </summary>
internal sealed class WordBeginnings
{
    private const int Told = 3;
    private const int Pairs = 1024;
    private const int PhraseBits = 15;

    // Of terms of one word: by the first two letters, a bit for each third; what shares a bit is told apart later.
    private readonly uint[] _thirds = new uint[Pairs];
    private readonly ulong[] _phrases = new ulong[(1 << PhraseBits) / 64];

    /// <summary>Adds a term of one word.</summary>
    public void Add(ReadOnlySpan<char> word) => _thirds[PairOf(word)] |= IsTold(word) ? ThirdOf(word) : uint.MaxValue;

    /// <summary>Adds a longer term, by its first two words.</summary>
    public void Add(ReadOnlySpan<char> word, ReadOnlySpan<char> next)
    {
        if (!IsTold(word))
            Add(word);
        var phrase = PhraseOf(word, next);
        _phrases[phrase >> 6] |= 1UL << (int)phrase;
    }

    /// <summary>Whether a term may begin with a word of a text.</summary>
    /// <param name="word">The word.</param>
    /// <param name="next">The one that comes next; empty when none does.</param>
    public bool MayBegin(ReadOnlySpan<char> word, ReadOnlySpan<char> next)
    {
        if ((_thirds[PairOf(word)] & ThirdOf(word)) != 0)
            return true;
        if (next.IsEmpty)
            return false;
        var phrase = PhraseOf(word, next);
        return (_phrases[phrase >> 6] >> (int)phrase & 1) != 0;
    }

    // A plural shares the stem, and may have another third letter: try, tries.
    private static bool IsTold(ReadOnlySpan<char> word) => word.Length < Told || WordForms.StemLength(word) >= Told;

    private static int PairOf(ReadOnlySpan<char> word) => (word[0] * 33 + (word.Length > 1 ? word[1] : 0)) & (Pairs - 1);

    private static uint ThirdOf(ReadOnlySpan<char> word) => 1u << (word.Length > 2 ? word[2] & 31 : 0);

    private static uint PhraseOf(ReadOnlySpan<char> word, ReadOnlySpan<char> next)
    {
        var letters = (ulong)word[0] << 32 | (word.Length > 1 ? (ulong)word[1] << 24 : 0) | (word.Length > 2 ? (ulong)word[2] << 16 : 0)
            | (ulong)next[0] << 8 | (next.Length > 1 ? next[1] : 0u);
        return (uint)(letters * 0x9E3779B97F4A7C15 >> 64 - PhraseBits);
    }
}
