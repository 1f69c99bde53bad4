using System.Buffers.Binary;
using Dlp.Documents.FileTypes;
using Dlp.Documents.PlainText;

namespace Dlp.Documents.Archives;

/// <summary>The header of one entry of a tar archive (POSIX.1-2017, pax, "ustar Interchange Format"; GNU tar manual, "Basic Tar Format").</summary>
/// <param name="Name">Path of the entry.</param>
/// <param name="Size">Bytes of content that follow.</param>
/// <param name="Type">The type flag.</param>
internal readonly record struct TarHeader(string Name, long Size, char Type)
{
    public const int Length = 512;

    /// <summary>The header in the block; null when the block is none.</summary>
    public static TarHeader? Of(ReadOnlySpan<byte> block)
    {
        if (!OldTar.HasChecksum(block) || Number(block.Slice(124, 12)) is not { } size)
            return null;
        var name = Text(block[..100]);
        var isPosix = block.Slice(257, 6).SequenceEqual("ustar\0"u8);
        var prefix = isPosix ? Text(block.Slice(345, 155)) : "";
        var type = block[156] == 0 ? '0' : (char)block[156];
        return new TarHeader(prefix.Length > 0 ? $"{prefix}/{name}" : name, size, type);
    }

    /// <summary>A name in the encoding of the system that wrote it, up to the first NUL.</summary>
    public static string Text(ReadOnlySpan<byte> field) => TextDecoder.Decode(field[..(field.IndexOf((byte)0) is >= 0 and var end ? end : field.Length)]);

    /// <summary>Octal digits; or, where the first bit is set, GNU's binary number.</summary>
    private static long? Number(ReadOnlySpan<byte> field)
    {
        if ((field[0] & 0x80) != 0)
            return BinaryPrimitives.ReadInt64BigEndian(field[^8..]) is >= 0 and var binary ? binary : null;
        long number = 0;
        foreach (var octal in field.Trim(" \0"u8))
        {
            if (octal is < (byte)'0' or > (byte)'7')
                return null;
            number = (number * 8) + (octal - '0');
        }

        return number;
    }
}
