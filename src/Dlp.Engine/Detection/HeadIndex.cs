using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Detection;

/// <summary>
/// Tells of many patterns at once which of them may match at a place, by the two characters before it and the first characters after it:
/// a bit a pattern, a table of bits a character. Never leaves out a pattern that matches there.
/// </summary>
internal sealed class HeadIndex
{
    /// <summary>Patterns of one word of bits.</summary>
    public const int GroupSize = 64;

    private const int BeyondAscii = 128;
    private const int OutsideText = 129;
    private const int Slots = 130;
    private const int FirstOfPair = PatternHead.Longest + 1;
    private const int SecondOfPair = FirstOfPair + 1;
    private const int Rows = SecondOfPair + 1;

    private readonly ulong[] _bits;

    /// <summary>An index over patterns; a pattern is named by its place in the list.</summary>
    public HeadIndex(IReadOnlyList<PatternPlan> patterns)
    {
        _bits = new ulong[(patterns.Count + GroupSize - 1) / GroupSize * Rows * Slots];
        for (var number = 0; number < patterns.Count; number++)
        {
            var (head, notAfter, pair) = (patterns[number].Head, patterns[number].NotAfter, patterns[number].NotAfterPair);
            for (var slot = 0; slot < Slots; slot++)
            {
                if (slot >= BeyondAscii || notAfter?.MayHold((char)slot) != true)
                    Set(number, 0, slot);
                if (slot >= BeyondAscii || pair?.First.MayHold((char)slot) != true)
                    Set(number, FirstOfPair, slot);
                if (slot >= BeyondAscii || pair?.Second.MayHold((char)slot) != true)
                    Set(number, SecondOfPair, slot);
                for (var place = 0; place < PatternHead.Longest; place++)
                {
                    if (place >= head.Places.Count
                        || slot < OutsideText && (slot < BeyondAscii ? head.Places[place].MayHold((char)slot) : head.Places[place].MayHoldBeyondAscii))
                        Set(number, place + 1, slot);
                }
            }
        }
    }

    /// <summary>The patterns of a group that may match at a place, as bits.</summary>
    public ulong At(int group, ReadOnlySpan<char> text, int start)
    {
        ref var table = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bits), group * Rows * Slots);
        var before = start > 0 ? SlotOf(text[start - 1]) : OutsideText;
        var found = Unsafe.Add(ref table, before);
        if (found == 0)
            return 0;
        if (start > 1)
            found &= Unsafe.Add(ref table, FirstOfPair * Slots + SlotOf(text[start - 2])) | Unsafe.Add(ref table, SecondOfPair * Slots + before);
        for (var row = 1; row < FirstOfPair && found != 0; row++)
        {
            var at = start + row - 1;
            found &= Unsafe.Add(ref table, row * Slots + (at < text.Length ? SlotOf(text[at]) : OutsideText));
        }

        return found;
    }

    private static int SlotOf(char character) => Math.Min((int)character, BeyondAscii);

    private void Set(int number, int row, int slot) => _bits[((number / GroupSize * Rows) + row) * Slots + slot] |= 1UL << number % GroupSize;
}
