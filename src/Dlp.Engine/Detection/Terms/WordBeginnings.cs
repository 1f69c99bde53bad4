namespace Dlp.Engine.Detection.Terms;

/// <summary>
/// The first three letters of the words that terms begin with: tells of most words of a text, before anything is hashed, that no term
/// begins with them. Of no use, and harmless, once there are very many terms.
/// </summary>
internal sealed class WordBeginnings
{
    private const int Told = 3;
    private const int Pairs = 1024;

    // By the first two letters, a bit for each third; what shares a bit is told apart later.
    private readonly uint[] _thirds = new uint[Pairs];

    /// <summary>Adds a word that a term begins with.</summary>
    public void Add(ReadOnlySpan<char> word)
    {
        // A plural shares the stem, and may have another third letter: try, tries.
        if (word.Length >= Told)
            _thirds[PairOf(word)] |= WordForms.StemLength(word) >= Told ? ThirdOf(word) : uint.MaxValue;
    }

    /// <summary>Whether a term may begin with a word of a text; always, when it is very short.</summary>
    public bool MayBegin(ReadOnlySpan<char> word) => word.Length < Told || (_thirds[PairOf(word)] & ThirdOf(word)) != 0;

    private static int PairOf(ReadOnlySpan<char> word) => (word[0] * 33 + word[1]) & (Pairs - 1);

    private static uint ThirdOf(ReadOnlySpan<char> word) => 1u << (word[2] & 31);
}
