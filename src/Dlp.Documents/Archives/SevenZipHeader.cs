using System.Buffers.Binary;

namespace Dlp.Documents.Archives;

/// <summary>What must be known of a 7z archive before a library is let at it (7zFormat.txt of the LZMA SDK, "SignatureHeader").</summary>
internal static class SevenZipHeader
{
    private const int Length = 32;

    /// <summary>The list of 5,000 files with long names is a tenth of this.</summary>
    private const int LargestList = 16 * 1024 * 1024;

    /// <summary>Why the archive must not, or cannot, be opened; null when it may.</summary>
    public static (PartStatus Status, LocalizedText Detail)? Fault(ReadOnlySpan<byte> content)
    {
        if (content.Length < Length)
            return (PartStatus.Unreadable, new("the 7z archive is damaged: it ends in its header", "l'archive 7z est endommagée : elle s'arrête dans son en-tête"));
        var offset = BinaryPrimitives.ReadUInt64LittleEndian(content[12..]);
        var size = BinaryPrimitives.ReadUInt64LittleEndian(content[20..]);
        if (size > LargestList)
            return (PartStatus.TooLarge, new("the list of the files in the 7z archive is over the limit; nothing of it was read", "la liste des fichiers de l'archive 7z dépasse la limite ; rien n'en a été lu"));
        if (offset > (ulong)content.Length || (ulong)(content.Length - Length) < offset + size)
            return (PartStatus.Unreadable, new("the 7z archive is cut short, or one of several volumes: the list of its files is missing", "l'archive 7z est coupée, ou c'est un volume parmi plusieurs : la liste de ses fichiers manque"));
        return null;
    }
}
