using Dlp.Engine.Normalization;

namespace Dlp.Engine.Detection.Terms;

/// <summary>Folds terms and writes them one after the other into one array.</summary>
internal sealed class TermPacker
{
    private readonly NormalizedText _folded = new();
    private byte[] _bytes = new byte[256];
    private char[] _term = new char[64];
    private int _size;

    /// <summary>Number of terms so far.</summary>
    public int Count { get; private set; }

    /// <summary>Number of words so far.</summary>
    public int Words { get; private set; }

    /// <summary>The bytes of all terms so far, each a <see cref="PackedTerm"/>.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _size);

    /// <summary>Adds a term as written; false, and nothing is added, when it has no letter and no digit, without which it cannot be found.</summary>
    public bool Add(ReadOnlySpan<char> written)
    {
        _folded.Fold(written);
        var term = Trim(_folded.Span);
        if (term.IsEmpty)
            return false;
        var most = _size + PackedTerm.LongestSize(term.Length);
        if (most > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(most, _bytes.Length * 2));
        _size += PackedTerm.Write(term, _bytes.AsSpan(_size));
        Count++;
        return true;
    }

    // From the first word to the last, with the joint that stands for all common ones wherever one of them is written.
    private ReadOnlySpan<char> Trim(ReadOnlySpan<char> folded)
    {
        if (_term.Length < folded.Length)
            _term = new char[folded.Length * 2];
        var (length, end) = (0, 0);
        while (Tokens.Next(folded, end) is { } word)
        {
            if (length > 0)
                length += Copy(Joint.Shortened(folded[end..word.Start]), length);
            length += Copy(folded[word.Start..word.End], length);
            end = word.End;
            Words++;
        }

        return _term.AsSpan(0, length);
    }

    private int Copy(ReadOnlySpan<char> part, int at)
    {
        part.CopyTo(_term.AsSpan(at));
        return part.Length;
    }
}
