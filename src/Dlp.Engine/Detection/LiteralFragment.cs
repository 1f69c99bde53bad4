using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Detection;

/// <summary>The characters of a literal by which it is noticed.</summary>
/// <param name="Literal">The literal, as <see cref="LiteralCodes"/>.</param>
/// <param name="Set">The set it belongs to.</param>
/// <param name="Offset">Where the characters stand in it.</param>
/// <param name="Length">How many they are: <see cref="Longest"/>, or all of a shorter literal.</param>
/// <param name="Word">The characters, the first in the lowest byte.</param>
internal sealed record LiteralFragment(byte[] Literal, int Set, int Offset, int Length, uint Word)
{
    /// <summary>Characters of a fragment; only that of a literal of three has fewer.</summary>
    public const int Longest = 4;

    // What another fragment lets pass at random, times a character.
    private const double CostOfAnother = 1e-5;

    /// <summary>The bits of <see cref="Word"/> that count.</summary>
    public uint Mask => Length < Longest ? 0x00FF_FFFF : uint.MaxValue;

    /// <summary>The character at a place.</summary>
    public int CharacterAt(int place) => (int)(Word >> 8 * place) & 127;

    /// <summary>The fragment of a literal that costs least: it is met seldom in texts, and has not been chosen by many others.</summary>
    /// <param name="literal">The literal, as <see cref="LiteralCodes"/>.</param>
    /// <param name="set">The set it belongs to.</param>
    /// <param name="usage">How often each fragment has been chosen; counts this choice.</param>
    public static LiteralFragment Rarest(byte[] literal, int set, Dictionary<uint, int> usage)
    {
        var length = Math.Min(Longest, literal.Length);
        var best = (Offset: 0, Word: 0u, Cost: double.MaxValue);
        for (var offset = 0; offset + length <= literal.Length; offset++)
        {
            var word = 0u;
            for (var i = 0; i < length; i++)
                word |= (uint)literal[offset + i] << (8 * i);

            var sharing = usage.GetValueOrDefault(word);
            var cost = (sharing + 1) * LiteralFrequency.Of(literal.AsSpan(offset, length)) + (sharing == 0 ? CostOfAnother : 0);
            if (cost < best.Cost)
                best = (offset, word, cost);
        }

        usage[best.Word] = usage.GetValueOrDefault(best.Word) + 1;
        return new LiteralFragment(literal, set, best.Offset, length, best.Word);
    }
}
