using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Detection;

/// <summary>The characters of a literal by which it is noticed.</summary>
/// <param name="Literal">The literal, as <see cref="LiteralCodes"/>.</param>
/// <param name="Offset">Where the characters stand in it.</param>
/// <param name="Length">How many they are: <see cref="Longest"/>, or all of a shorter literal.</param>
/// <param name="Word">The characters, the first in the lowest byte.</param>
internal sealed record LiteralFragment(byte[] Literal, int Offset, int Length, uint Word)
{
    /// <summary>Characters of a fragment; only that of a literal of three has fewer.</summary>
    public const int Longest = 4;

    // What another fragment lets pass at random, times a character.
    private const double CostOfAnother = 1e-5;

    // Of a fragment that lets a place pass: one more literal is compared there, which costs less than another place would.
    private const double CostOfSharing = 0.3;

    // Literals that share a fragment are compared wherever it stands: no more of them than a text that repeats it could make dear.
    private const int MostSharing = 6;

    /// <summary>The character at a place.</summary>
    public int CharacterAt(int place) => (int)(Word >> 8 * place) & 127;

    /// <summary>The fragment of a literal that costs least: it is met seldom in texts, and has not been chosen by many others.</summary>
    /// <param name="literal">The literal, as <see cref="LiteralCodes"/>.</param>
    /// <param name="usage">How often each fragment has been chosen; counts this choice.</param>
    public static LiteralFragment Rarest(byte[] literal, Dictionary<uint, int> usage)
    {
        var length = Math.Min(Longest, literal.Length);
        var best = (Offset: 0, Word: 0u, Cost: double.MaxValue);
        for (var offset = 0; offset + length <= literal.Length; offset++)
        {
            var word = 0u;
            for (var i = 0; i < length; i++)
                word |= (uint)literal[offset + i] << (8 * i);

            var sharing = usage.GetValueOrDefault(word);
            var cost = (sharing == 0 ? 1 : CostOfSharing) * LiteralFrequency.Of(literal.AsSpan(offset, length)) + (sharing == 0 ? CostOfAnother : sharing / MostSharing * 2 * CostOfAnother);
            if (cost < best.Cost)
                best = (offset, word, cost);
        }

        usage[best.Word] = usage.GetValueOrDefault(best.Word) + 1;
        return new LiteralFragment(literal, best.Offset, length, best.Word);
    }
}
