using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dlp.Engine.Detection.Terms;

/// <summary>
/// The first four letters of the words that terms begin with and, of a term of several words, those of its second too: tells of most
/// words of a text, before anything is hashed, that no term begins there. Of no use, and harmless, once there are very many terms.
/// </summary>
internal sealed class WordBeginnings
{
    private const int Told = sizeof(ulong) / sizeof(char);
    private const int IndexBits = 16;
    private const int MostForms = 16;

    // A bit for each term of one word, and for each longer one; what shares a bit is told apart later.
    private readonly ulong[] _words = new ulong[(1 << IndexBits) / 64];
    private readonly ulong[] _phrases = new ulong[(1 << IndexBits) / 64];

    /// <summary>The first four letters of a word, or all of a shorter one, as one number.</summary>
    public static ulong LettersOf(ReadOnlySpan<char> text, Token word)
    {
        var length = word.End - word.Start;
        if (word.Start + Told > text.Length)
            return LettersOf(word.In(text));
        var four = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), word.Start)));
        return four & ulong.MaxValue >> 64 - 8 * sizeof(char) * Math.Min(length, Told);
    }

    /// <summary>Adds a term of one word; several threads may.</summary>
    public void Add(ReadOnlySpan<char> word)
    {
        foreach (var letters in FormsOf(word, stackalloc ulong[MostForms]))
            Add(_words, IndexOf(letters, 0));
    }

    /// <summary>Adds a longer term, by its first two words; several threads may.</summary>
    public void Add(ReadOnlySpan<char> word, ReadOnlySpan<char> next)
    {
        var nextForms = FormsOf(next, stackalloc ulong[MostForms]);
        foreach (var letters in FormsOf(word, stackalloc ulong[MostForms]))
        {
            foreach (var nextLetters in nextForms)
                Add(_phrases, IndexOf(letters, nextLetters));
        }
    }

    /// <summary>Whether a term may begin with a word of a text.</summary>
    /// <param name="letters">Its <see cref="LettersOf(ReadOnlySpan{char}, Token)"/>.</param>
    /// <param name="next">Those of the word that comes next; 0 when none does.</param>
    public bool MayBegin(ulong letters, ulong next)
    {
        var (word, phrase) = (IndexOf(letters, 0), IndexOf(letters, next));
        return ((_words[word >> 6] >> (int)word | _phrases[phrase >> 6] >> (int)phrase) & 1) != 0;
    }

    // The letters of a word in all its forms; those of a longer stem share theirs.
    private static ReadOnlySpan<ulong> FormsOf(ReadOnlySpan<char> word, Span<ulong> forms)
    {
        forms[0] = LettersOf(word);
        if (WordForms.StemLength(word) >= Told)
            return forms[..1];
        var count = 1;
        Span<char> form = stackalloc char[word.Length + WordForms.LongestEnding];
        foreach (var (ending, other) in WordForms.Endings)
        {
            if (!word.EndsWith(ending))
                continue;
            var stem = word[..^ending.Length];
            stem.CopyTo(form);
            other.CopyTo(form[stem.Length..]);
            forms[count++] = LettersOf(form[..(stem.Length + other.Length)]);
        }

        return forms[..count];
    }

    private static void Add(ulong[] bits, uint index)
    {
        ref var word = ref bits[index >> 6];
        var added = 1UL << (int)index;
        if ((word & added) == 0)
            Interlocked.Or(ref word, added);
    }

    private static ulong LettersOf(ReadOnlySpan<char> word)
    {
        var letters = 0UL;
        for (var i = Math.Min(Told, word.Length) - 1; i >= 0; i--)
            letters = letters << 8 * sizeof(char) | word[i];
        return letters;
    }

    private static uint IndexOf(ulong letters, ulong next) => (uint)((letters * 0x9E3779B97F4A7C15 ^ next * 0xC2B2AE3D27D4EB4F) >> 64 - IndexBits);
}
