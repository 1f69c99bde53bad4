using System.Text;
using Dlp.Documents.CompoundFiles;

namespace Dlp.Documents.FileTypes;

/// <summary>ZIP and CFB hold documents of many types: what is inside names them better.</summary>
internal static class Container
{
    private static readonly (byte[] Marker, FileKind Kind, string Description)[] ZipMarkers =
    [
        ("word/document"u8.ToArray(), FileKind.Word, "Word document"),
        ("xl/workbook"u8.ToArray(), FileKind.Excel, "Excel workbook"),
        ("ppt/presentation"u8.ToArray(), FileKind.PowerPoint, "PowerPoint presentation"),
        ("mimetypeapplication/vnd.oasis.opendocument.text"u8.ToArray(), FileKind.OpenDocument, "OpenDocument text"),
        ("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"u8.ToArray(), FileKind.OpenDocument, "OpenDocument spreadsheet"),
        ("mimetypeapplication/vnd.oasis.opendocument.presentation"u8.ToArray(), FileKind.OpenDocument, "OpenDocument presentation"),
        ("mimetypeapplication/vnd.oasis.opendocument.graphics"u8.ToArray(), FileKind.OpenDocument, "OpenDocument drawing"),
        ("mimetypeapplication/vnd.oasis.opendocument"u8.ToArray(), FileKind.OpenDocument, "OpenDocument file"),
        ("mimetypeapplication/epub+zip"u8.ToArray(), FileKind.Epub, "EPUB book"),
        ("META-INF/MANIFEST.MF"u8.ToArray(), FileKind.Zip, "Java archive"),
    ];

    // Names in the directory of a compound file are UTF-16 ([MS-CFB] 2.6.1); for files whose directory cannot be read.
    private static readonly (byte[] Marker, FileKind Kind, string Description)[] CompoundMarkers =
    [
        (Encoding.Unicode.GetBytes("EncryptedPackage"), FileKind.Encrypted, "encrypted Office document"),
        (Encoding.Unicode.GetBytes("WordDocument"), FileKind.OldWord, "Word 97-2003 document"),
        (Encoding.Unicode.GetBytes("PowerPoint Document"), FileKind.OldPowerPoint, "PowerPoint 97-2003 presentation"),
        (Encoding.Unicode.GetBytes("Workbook"), FileKind.OldExcel, "Excel 97-2003 workbook"),
        (Encoding.Unicode.GetBytes("__substg1.0_"), FileKind.OutlookMessage, "Outlook message"),
    ];

    // Streams of the root: a message that holds a Word document is a message.
    private static readonly (string Stream, FileKind Kind, string Description)[] CompoundStreams =
    [
        ("EncryptedPackage", FileKind.CompoundFile, "encrypted Office document"),
        ("__properties_version1.0", FileKind.OutlookMessage, "Outlook message"),
        ("WordDocument", FileKind.OldWord, "Word 97-2003 document"),
        ("PowerPoint Document", FileKind.OldPowerPoint, "PowerPoint 97-2003 presentation"),
        ("Workbook", FileKind.OldExcel, "Excel 97-2003 workbook"),
        ("Book", FileKind.OldExcel, "Excel 5 or 95 workbook"),
    ];

    /// <summary>The document inside the container; <paramref name="type"/> itself when it is none, or not known.</summary>
    public static FileType Look(ReadOnlySpan<byte> content, FileType type)
    {
        if (content.StartsWith("PK\x03\x04"u8))
            return LookInZip(content, type);
        if (content.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return LookInCompoundFile(content, type);
        }

        return type;
    }

    private static FileType LookInCompoundFile(ReadOnlySpan<byte> content, FileType type)
    {
        if (CompoundFile.NamesInRoot(content) is { Count: > 0 } names)
        {
            foreach (var (stream, kind, description) in CompoundStreams)
            {
                if (names.Contains(stream))
                    return new FileType(kind, description);
            }

            return type;
        }

        foreach (var (marker, kind, description) in CompoundMarkers)
        {
            if (content.IndexOf(marker) >= 0)
                return new FileType(kind, description);
        }

        return type;
    }

    /// <summary>The document in a ZIP archive, which may stand behind other bytes.</summary>
    public static FileType LookInZip(ReadOnlySpan<byte> content, FileType type)
    {
        foreach (var (marker, kind, description) in ZipMarkers)
        {
            if (content.IndexOf(marker) >= 0)
                return new FileType(kind, description);
        }

        return type;
    }
}
