using System.Numerics;

namespace Dlp.Engine.Detection;

/// <summary>
/// The runs of letters, digits and signs of base64 of a text. Grows to the longest text it has held, and is used again; not thread-safe.
/// </summary>
internal sealed class SymbolRuns
{
    /// <summary>Shortest run that can be asked for.</summary>
    public const int Shortest = 8;

    private const int Width = CodeMask.Length;

    // A bit a character, and one word more, of zeros.
    private ulong[] _symbols = new ulong[1];
    private int _length;

    /// <summary>Takes the next text.</summary>
    /// <param name="codes">The text as <see cref="Patterns.LiteralCodes"/>.</param>
    public void Read(ReadOnlySpan<byte> codes)
    {
        _length = codes.Length;
        var words = (_length + Width - 1) / Width;
        if (_symbols.Length <= words)
            _symbols = new ulong[words + 1];
        for (var word = 0; word < words; word++)
            _symbols[word] = CodeMask.Symbols(codes[(word * Width)..]);
        _symbols[words] = 0;
    }

    /// <summary>The first run that starts at or after a place; starts at the end of the text when there is none.</summary>
    /// <param name="from">The place; where a run ends, or the start of the text.</param>
    /// <param name="least">Its fewest characters; at least <see cref="Shortest"/>.</param>
    public TextSpan Next(int from, int least)
    {
        for (var start = StartFrom(from); start < _length;)
        {
            var end = EndOf(start);
            if (end - start >= least)
                return new TextSpan(start, end);
            start = StartFrom(end);
        }

        return new TextSpan(_length, _length);
    }

    // The first place from which eight symbols stand together: where no run goes through the place, the start of one.
    private int StartFrom(int from)
    {
        for (var word = from / Width; word * Width < _length; word++)
        {
            var (symbols, next) = (_symbols[word], _symbols[word + 1]);
            if (word == from / Width)
                symbols &= ulong.MaxValue << from;
            var (two, nextTwo) = (symbols & (symbols >> 1 | next << 63), next & next >> 1);
            var (four, nextFour) = (two & (two >> 2 | nextTwo << 62), nextTwo & nextTwo >> 2);
            var eight = four & (four >> 4 | nextFour << 60);
            if (eight != 0)
                return word * Width + BitOperations.TrailingZeroCount(eight);
        }

        return _length;
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
