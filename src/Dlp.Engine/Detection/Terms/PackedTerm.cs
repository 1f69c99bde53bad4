using System.Runtime.InteropServices;
using System.Text;

namespace Dlp.Engine.Detection.Terms;

/// <summary>
/// A folded term as bytes: its length in characters and whether they are wide, as one number of seven bits a byte, lowest first; then
/// its characters, one byte each when none is beyond Latin-1, else two.
/// </summary>
internal static class PackedTerm
{
    /// <summary>Most bytes that a term of so many characters takes.</summary>
    public static int LongestSize(int characters) => 5 + characters * sizeof(char);

    /// <summary>Writes a term; gives the number of bytes.</summary>
    public static int Write(ReadOnlySpan<char> term, Span<byte> target)
    {
        var wide = term.ContainsAnyExceptInRange('\0', '\xff');
        var size = 0;
        var header = (uint)term.Length << 1 | (wide ? 1u : 0);
        for (; header >= 0x80; header >>= 7)
            target[size++] = (byte)(header | 0x80);
        target[size++] = (byte)header;
        if (!wide)
            return size + Encoding.Latin1.GetBytes(term, target[size..]);
        MemoryMarshal.AsBytes(term).CopyTo(target[size..]);
        return size + term.Length * sizeof(char);
    }

    /// <summary>Reads what stands before the characters: their number, whether they are wide, and the bytes of the whole term.</summary>
    public static (int Length, bool Wide, int Size) ReadHeader(ReadOnlySpan<byte> source)
    {
        var (header, size) = (0u, 0);
        byte part;
        do
        {
            part = source[size];
            header |= (uint)(part & 0x7F) << 7 * size++;
        }
        while (part >= 0x80);
        var length = (int)(header >> 1);
        var wide = (header & 1) != 0;
        return (length, wide, size + (wide ? length * sizeof(char) : length));
    }

    /// <summary>Reads the characters of a term, whose bytes these are, into a span of its length.</summary>
    public static void Read(ReadOnlySpan<byte> term, Span<char> target, bool wide)
    {
        if (wide)
            term[^(target.Length * sizeof(char))..].CopyTo(MemoryMarshal.AsBytes(target));
        else
            Encoding.Latin1.GetChars(term[^target.Length..], target);
    }
}
