using System.Buffers.Binary;

namespace Dlp.Documents.Archives;

/// <summary>What must be known of a 7z archive before a library is let at it (7zFormat.txt of the LZMA SDK, "SignatureHeader").</summary>
internal static class SevenZipHeader
{
    private const int Length = 32;

    /// <summary>The list of 5,000 files with long names is a tenth of this.</summary>
    private const int LargestList = 16 * 1024 * 1024;

    /// <summary>Why the archive must not, or cannot, be opened; null when it may.</summary>
    public static (PartStatus Status, string Detail)? Fault(ReadOnlySpan<byte> content)
    {
        if (content.Length < Length)
            return (PartStatus.Unreadable, "the 7z archive is damaged: it ends in its header");
        var offset = BinaryPrimitives.ReadUInt64LittleEndian(content[12..]);
        var size = BinaryPrimitives.ReadUInt64LittleEndian(content[20..]);
        if (size > LargestList)
            return (PartStatus.TooLarge, "the list of the files in the 7z archive is over the limit; nothing of it was read");
        if (offset > (ulong)content.Length || (ulong)(content.Length - Length) < offset + size)
            return (PartStatus.Unreadable, "the 7z archive is cut short, or one of several volumes: the list of its files is missing");
        return null;
    }
}
