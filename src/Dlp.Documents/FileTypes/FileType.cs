namespace Dlp.Documents.FileTypes;

/// <summary>What a file is, told by its first bytes and never by its name.</summary>
/// <param name="Kind">What matters about it.</param>
/// <param name="Description">For people, beginning a sentence: <c>PNG image</c>.</param>
internal sealed record FileType(FileKind Kind, string Description)
{
    /// <summary>Its description in both languages.</summary>
    public LocalizedText Name => FileTypeNames.Of(Description);

    // Readers accept a header anywhere in the first 1,024 bytes (ISO 32000-1, annex H, note 13).
    private const int PdfHeaderWindow = 1024;

    /// <summary>The type of a file; null when nothing fits: plain text, or binary data of an unknown kind.</summary>
    public static FileType? Of(ReadOnlySpan<byte> content)
    {
        foreach (var signature in FileSignatures.All)
        {
            if (signature.Fits(content))
                return Container.Look(content, signature.Type);
        }

        if (IsTransportStream(content))
            return new FileType(FileKind.AudioOrVideo, "MPEG transport stream");
        if (IsZipBehindOtherBytes(content))
            return Container.LookInZip(content, new FileType(FileKind.Zip, "ZIP archive behind other bytes"));
        if (IsFlatOpenDocument(content))
            return new FileType(FileKind.OpenDocument, "flat OpenDocument file");
        if (IsPdfBehindOtherBytes(content))
            return new FileType(FileKind.Pdf, "PDF document");
        return OldTar.Fits(content) ? new FileType(FileKind.Tar, "tar archive") : WrittenFormat.Of(content);
    }

    /// <summary>An OpenDocument that is one XML file (ODF 1.3 part 3, 3.1.2): its root is <c>office:document</c>.</summary>
    public static bool IsFlatOpenDocument(ReadOnlySpan<byte> content)
    {
        const int window = 16_384;
        var start = content[..Math.Min(content.Length, window)];
        return start.TrimStart((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF, (byte)' ', (byte)'\r', (byte)'\n']).StartsWith("<"u8)
            && start.IndexOf(":document"u8) >= 0
            && start.IndexOf("urn:oasis:names:tc:opendocument:xmlns:office:1.0"u8) >= 0
            && start.IndexOf("application/vnd.oasis.opendocument."u8) >= 0;
    }

    /// <summary>Programs find a ZIP archive by its end (APPNOTE 4.3.16), whatever stands before it; only an archive has all three headers.</summary>
    private static bool IsZipBehindOtherBytes(ReadOnlySpan<byte> content)
    {
        const int endLength = 22;
        var end = content[Math.Max(0, content.Length - ushort.MaxValue - endLength)..].LastIndexOf("PK\x05\x06"u8);
        return end >= 0 && content.IndexOf("PK\x01\x02"u8) > content.IndexOf("PK\x03\x04"u8) && content.IndexOf("PK\x03\x04"u8) >= 0;
    }

    /// <summary>A text may speak of <c>%PDF-</c>; only a document has objects as well.</summary>
    private static bool IsPdfBehindOtherBytes(ReadOnlySpan<byte> content)
    {
        var header = content[..Math.Min(content.Length, PdfHeaderWindow)].IndexOf("%PDF-"u8);
        return header >= 0 && content[header..].IndexOf("endobj"u8) >= 0 && content[header..].IndexOf("startxref"u8) >= 0;
    }

    private static bool IsTransportStream(ReadOnlySpan<byte> content)
    {
        const int packet = 188;
        const byte sync = 0x47;
        return content.Length > 3 * packet && content[0] == sync && content[packet] == sync && content[2 * packet] == sync && content[3 * packet] == sync
            && content[..(4 * packet > content.Length ? content.Length : 4 * packet)].IndexOfAnyInRange((byte)0x80, (byte)0xFF) >= 0;
    }
}

/// <summary>What matters about a type of file.</summary>
internal enum FileKind
{
    /// <summary>Read by the PDF reader.</summary>
    Pdf,

    /// <summary>Pixels, and what the file says about them.</summary>
    Image,

    /// <summary>Sound or film.</summary>
    AudioOrVideo,

    /// <summary>Cannot be opened without a password.</summary>
    Encrypted,

    /// <summary>Office Open XML: a text, with or without macros, or its template.</summary>
    Word,

    /// <summary>Office Open XML: a workbook, XLSB too.</summary>
    Excel,

    /// <summary>Office Open XML: a presentation.</summary>
    PowerPoint,

    /// <summary>Office Open XML as one XML file.</summary>
    FlatOffice,

    /// <summary>OpenDocument: a text, a spreadsheet, a presentation or a drawing.</summary>
    OpenDocument,

    /// <summary>A book for readers of EPUB.</summary>
    Epub,

    /// <summary>Word 97 to 2003.</summary>
    OldWord,

    /// <summary>Excel 97 to 2003.</summary>
    OldExcel,

    /// <summary>PowerPoint 97 to 2003.</summary>
    OldPowerPoint,

    /// <summary>A compound file (CFB) of any other program.</summary>
    CompoundFile,

    /// <summary>Rich text.</summary>
    Rtf,

    /// <summary>A message as Outlook saves it (MSG).</summary>
    OutlookMessage,

    /// <summary>What Outlook attaches as <c>winmail.dat</c>.</summary>
    Tnef,

    /// <summary>An archive that lists its entries.</summary>
    Zip,

    /// <inheritdoc cref="Zip"/>
    SevenZip,

    /// <inheritdoc cref="Zip"/>
    Rar,

    /// <inheritdoc cref="Zip"/>
    Tar,

    /// <summary>A Windows cabinet.</summary>
    Cabinet,

    /// <summary>The image of a disc (ISO 9660).</summary>
    DiscImage,

    /// <summary>One file, compressed.</summary>
    Gzip,

    /// <inheritdoc cref="Gzip"/>
    Bzip2,

    /// <inheritdoc cref="Gzip"/>
    Xz,

    /// <inheritdoc cref="Gzip"/>
    Zstandard,

    /// <inheritdoc cref="Gzip"/>
    Lz4,

    /// <inheritdoc cref="Gzip"/>
    Lzip,

    /// <inheritdoc cref="Gzip"/>
    Compress,

    /// <summary>An ar archive: a library of object files, or a Debian package.</summary>
    Ar,

    /// <summary>A message as it is sent (RFC 5322), a web archive (MHTML) too.</summary>
    Mail,

    /// <summary>Messages in one file (RFC 4155).</summary>
    Mailbox,

    /// <summary>A calendar (RFC 5545).</summary>
    Calendar,

    /// <summary>Contacts (RFC 6350).</summary>
    Contacts,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>A drawing written in XML.</summary>
    Svg,

    /// <summary>Any other XML.</summary>
    Xml,

    /// <summary>Known, and not read.</summary>
    Other,
}
