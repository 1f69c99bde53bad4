using System.Globalization;

namespace Dlp.Documents.FileTypes;

/// <summary>Bytes that begin every file of a type.</summary>
internal sealed class FileSignature
{
    private readonly int _offset;
    private readonly byte?[] _bytes;

    /// <param name="kind">What matters about the type.</param>
    /// <param name="description">For people: <c>PNG image</c>.</param>
    /// <param name="pattern">Hexadecimal bytes, <c>??</c> for any one; or, after an apostrophe, ASCII.</param>
    /// <param name="offset">Where the bytes stand.</param>
    public FileSignature(FileKind kind, string description, string pattern, int offset = 0)
    {
        Type = new FileType(kind, description);
        _offset = offset;
        _bytes = pattern.StartsWith('\'')
            ? [.. pattern.Skip(1).Select(c => (byte?)c)]
            : [.. pattern.Replace(" ", "", StringComparison.Ordinal).Chunk(2).Select(HexByte)];
    }

    public FileType Type { get; }

    private static byte? HexByte(char[] pair) =>
        pair[0] == '?' ? null : byte.Parse(pair, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public bool Fits(ReadOnlySpan<byte> content)
    {
        if (content.Length < _offset + _bytes.Length)
            return false;
        for (var i = 0; i < _bytes.Length; i++)
        {
            if (_bytes[i] is { } expected && content[_offset + i] != expected)
                return false;
        }

        return true;
    }
}
