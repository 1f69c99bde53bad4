using System.Numerics;

namespace Dlp.Engine.Detection;

/// <summary>
/// The runs of letters, digits and signs of base64 of a text, but for short ones. Grows to the longest text it has held, and is used again;
/// not thread-safe.
/// </summary>
internal sealed class SymbolRuns
{
    /// <summary>Fewest symbols of a run.</summary>
    public const int Shortest = 8;

    private const int Width = CodeMask.Length;

    // A bit a character, and one word more, of zeros.
    private ulong[] _symbols = new ulong[1];
    private TextSpan[] _runs = new TextSpan[16];
    private int _count;

    /// <summary>The runs in order.</summary>
    public ReadOnlySpan<TextSpan> All => _runs.AsSpan(0, _count);

    /// <summary>Takes the next text.</summary>
    /// <param name="codes">The text as <see cref="Patterns.LiteralCodes"/>.</param>
    public void Read(ReadOnlySpan<byte> codes)
    {
        var words = (codes.Length + Width - 1) / Width;
        if (_symbols.Length <= words)
            _symbols = new ulong[words + 1];
        for (var word = 0; word < words; word++)
            _symbols[word] = CodeMask.Symbols(codes[(word * Width)..]);
        _symbols[words] = 0;

        _count = 0;
        var goesOn = 0UL;
        for (var word = 0; word < words; word++)
        {
            var eight = EightFrom(word);
            for (var starts = eight & ~(eight << 1 | goesOn); starts != 0; starts &= starts - 1)
                Add(word * Width + BitOperations.TrailingZeroCount(starts));
            goesOn = eight >> Width - 1;
        }
    }

    // The places of a word from which eight symbols stand together.
    private ulong EightFrom(int word)
    {
        var (symbols, next) = (_symbols[word], _symbols[word + 1]);
        var (two, nextTwo) = (symbols & (symbols >> 1 | next << 63), next & next >> 1);
        var (four, nextFour) = (two & (two >> 2 | nextTwo << 62), nextTwo & nextTwo >> 2);
        return four & (four >> 4 | nextFour << 60);
    }

    private void Add(int start)
    {
        if (_count == _runs.Length)
            Array.Resize(ref _runs, _count * 2);
        _runs[_count++] = new TextSpan(start, EndOf(start));
    }

    private int EndOf(int start)
    {
        var word = start / Width;
        for (var others = ~_symbols[word] & ulong.MaxValue << start; ; others = ~_symbols[word])
        {
            if (others != 0)
                return word * Width + BitOperations.TrailingZeroCount(others);
            word++;
        }
    }
}
