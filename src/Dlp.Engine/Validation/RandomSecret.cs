namespace Dlp.Engine.Validation;

/// <summary>
/// A secret that a machine drew: no placeholder, no word, and characters spread at least half as evenly as they could be (Shannon entropy),
/// or what says that it is a specimen of one.
/// Each test refuses less than one in a thousand of random keys of twenty characters.
/// </summary>
internal static class RandomSecret
{
    private const int Shortest = 8;
    private const int MostConsonants = 4;
    private const double LeastShareOfEntropy = 0.5;
    private const double LeastEntropyOfSpecimen = 2;

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        return value.Length >= Shortest
            && !Placeholder.IsIn(value)
            && !IsWord(value)
            && (Entropy(value) >= LeastShareOfEntropy * Math.Log2(Math.Min(value.Length, 64)) || IsSpecimen(value));
    }

    // Made up of few characters, and says so, or repeats them: deadbeefdeadbeef. A mask repeats one or two.
    private static bool IsSpecimen(ReadOnlySpan<char> value) =>
        (SpecimenSecret.SaysSo(value) && Entropy(value) >= LeastEntropyOfSpecimen) || Entropy(SpecimenSecret.RepeatedBlock(value)) >= LeastEntropyOfSpecimen;

    // Letters of one case and punctuation only, that one could pronounce: drawn by a machine, they have five consonants in a row somewhere.
    private static bool IsWord(ReadOnlySpan<char> value)
    {
        var (lower, upper) = (false, false);
        var consonants = 0;
        foreach (var character in value)
        {
            if (char.IsAsciiDigit(character))
                return false;
            lower |= char.IsLower(character);
            upper |= char.IsUpper(character);
            consonants = char.IsAsciiLetter(character) && !"aeiouyAEIOUY".Contains(character) ? consonants + 1 : 0;
            if (consonants > MostConsonants)
                return false;
        }

        return !(lower && upper);
    }

    private static double Entropy(ReadOnlySpan<char> value)
    {
        Span<int> counts = stackalloc int[128];
        foreach (var character in value)
            counts[character & 127]++;
        var bits = 0.0;
        foreach (var count in counts)
        {
            if (count > 0)
                bits -= (double)count / value.Length * Math.Log2((double)count / value.Length);
        }

        return bits;
    }
}
