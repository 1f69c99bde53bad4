using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dlp.Engine.Detection.Terms;

/// <summary>
/// The first three letters of the words that terms begin with and, of a term of several words, the first two of its second: tells of most
/// words of a text, before anything is hashed, that no term begins there. Of no use, and harmless, once there are very many terms.
/// </summary>
internal sealed class WordBeginnings
{
    private const int Told = 3;
    private const int Pairs = 1024;
    private const int PhraseBits = 16;
    private const int LetterBits = 16;

    // Of terms of one word: by the first two letters, a bit for each third; what shares a bit is told apart later.
    private readonly uint[] _thirds = new uint[Pairs];
    private readonly ulong[] _phrases = new ulong[(1 << PhraseBits) / 64];

    /// <summary>The first three letters of a word, or all of a shorter one, as one number.</summary>
    public static ulong LettersOf(ReadOnlySpan<char> text, Token word)
    {
        var length = word.End - word.Start;
        if (word.Start + sizeof(ulong) / sizeof(char) > text.Length)
            return LettersOf(word.In(text));
        var four = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), word.Start)));
        return four & ulong.MaxValue >> 64 - LetterBits * Math.Min(length, Told);
    }

    /// <summary>Adds a term of one word; several threads may.</summary>
    public void Add(ReadOnlySpan<char> word)
    {
        var letters = LettersOf(word);
        ref var thirds = ref _thirds[PairOf(letters)];
        var added = IsTold(word) ? ThirdOf(letters) : uint.MaxValue;
        if ((thirds & added) != added)
            Interlocked.Or(ref thirds, added);
    }

    /// <summary>Adds a longer term, by its first two words; several threads may.</summary>
    public void Add(ReadOnlySpan<char> word, ReadOnlySpan<char> next)
    {
        if (!IsTold(word))
            Add(word);
        var phrase = PhraseOf(LettersOf(word), LettersOf(next));
        ref var phrases = ref _phrases[phrase >> 6];
        var added = 1UL << (int)phrase;
        if ((phrases & added) == 0)
            Interlocked.Or(ref phrases, added);
    }

    /// <summary>Whether a term may begin with a word of a text.</summary>
    /// <param name="letters">Its <see cref="LettersOf(ReadOnlySpan{char}, Token)"/>.</param>
    /// <param name="next">Those of the word that comes next; 0 when none does.</param>
    public bool MayBegin(ulong letters, ulong next)
    {
        var phrase = PhraseOf(letters, next);
        return (_thirds[PairOf(letters)] & ThirdOf(letters)) != 0 || (_phrases[phrase >> 6] >> (int)phrase & 1) != 0;
    }

    // A plural shares the stem, and may have another third letter: try, tries.
    private static bool IsTold(ReadOnlySpan<char> word) => word.Length < Told || WordForms.StemLength(word) >= Told;

    private static ulong LettersOf(ReadOnlySpan<char> word)
    {
        var letters = 0UL;
        for (var i = Math.Min(Told, word.Length) - 1; i >= 0; i--)
            letters = letters << LetterBits | word[i];
        return letters;
    }

    private static int PairOf(ulong letters) => ((ushort)letters * 33 + (ushort)(letters >> LetterBits)) & (Pairs - 1);

    private static uint ThirdOf(ulong letters) => 1u << ((int)(letters >> 2 * LetterBits) & 31);

    private static uint PhraseOf(ulong letters, ulong next) =>
        (uint)((letters * 0x9E3779B97F4A7C15 ^ (uint)next * 0xC2B2AE3D27D4EB4F) >> 64 - PhraseBits);
}
