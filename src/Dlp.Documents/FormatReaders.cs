using System.Collections.Frozen;
using Dlp.Documents.Archives;
using Dlp.Documents.CompoundFiles;
using Dlp.Documents.FileTypes;
using Dlp.Documents.Images;
using Dlp.Documents.Mail;
using Dlp.Documents.Office;
using Dlp.Documents.OldOffice;
using Dlp.Documents.OpenDocument;
using Dlp.Documents.Pdf;
using Dlp.Documents.PlainText;
using Dlp.Documents.Rtf;
using Dlp.Documents.Web;

namespace Dlp.Documents;

/// <summary>Which reader reads which kind of file.</summary>
internal static class FormatReaders
{
    private static readonly FrozenDictionary<FileKind, Action<OpenedFile>> ByKind = new Dictionary<FileKind, Action<OpenedFile>>
    {
        [FileKind.Pdf] = PdfReader.Read,
        [FileKind.OldWord] = CompoundFileReader.Read,
        [FileKind.OldExcel] = ExcelReader.Read,
        [FileKind.OldPowerPoint] = CompoundFileReader.Read,
        [FileKind.OutlookMessage] = CompoundFileReader.Read,
        [FileKind.CompoundFile] = CompoundFileReader.Read,
        [FileKind.Rtf] = RtfReader.Read,
        [FileKind.FlatOffice] = FlatPackageReader.Read,
        [FileKind.Zip] = ZipDocument.Read,
        [FileKind.Word] = ZipDocument.Read,
        [FileKind.Excel] = ZipDocument.Read,
        [FileKind.PowerPoint] = ZipDocument.Read,
        [FileKind.OpenDocument] = OpenDocumentReader.Read,
        [FileKind.Epub] = ZipDocument.Read,
        [FileKind.SevenZip] = SharpCompressReader.ReadSevenZip,
        [FileKind.Rar] = SharpCompressReader.ReadRar,
        [FileKind.Tar] = TarReader.Read,
        [FileKind.Ar] = ArReader.Read,
        [FileKind.Cabinet] = CabinetReader.Read,
        [FileKind.DiscImage] = DiscImageReader.Read,
        [FileKind.Gzip] = CompressedReader.ReadGzip,
        [FileKind.Bzip2] = CompressedReader.ReadBzip2,
        [FileKind.Xz] = CompressedReader.ReadXz,
        [FileKind.Zstandard] = CompressedReader.ReadZstandard,
        [FileKind.Lz4] = CompressedReader.ReadLz4,
        [FileKind.Lzip] = CompressedReader.ReadLzip,
        [FileKind.Compress] = CompressedReader.ReadCompress,
        [FileKind.Mail] = MailReader.Read,
        [FileKind.Mailbox] = MailboxReader.Read,
        [FileKind.Tnef] = TnefReader.Read,
        [FileKind.Calendar] = ContentLineReader.Read,
        [FileKind.Contacts] = ContentLineReader.Read,
        [FileKind.Html] = HtmlReader.Read,
        [FileKind.Svg] = HtmlReader.Read,
        [FileKind.Xml] = XmlDocumentReader.Read,
        [FileKind.Image] = ImageReader.Read,
    }.ToFrozenDictionary();

    /// <summary>Reads a file with the reader of its kind, which its content tells; says why when there is none.</summary>
    public static void Read(OpenedFile file)
    {
        if (MisleadingName.TurnsWriting(file.Name))
            file.Text.Signal(PartSignal.TurnedName, MisleadingName.Turned);
        var found = FileType.Of(file.Content.Span);
        if (found is not null)
            TellOtherKind(file, found);
        switch (found)
        {
            case null:
                // Of what is no text either, nobody knows that it is not what its name says.
                if (PlainTextReader.Read(file) && !file.Content.IsEmpty)
                    TellOtherKind(file, null);
                break;
            case { } type when ByKind.TryGetValue(type.Kind, out var read):
                read(file);
                break;
            case { Kind: FileKind.AudioOrVideo } type:
                file.Text.Refuse(PartStatus.Unsupported, Details.Of(type.Name, new("sound and film are not read", "le son et les films ne sont pas lus")), UnreadCause.AudioOrVideo);
                break;
            case { Kind: FileKind.Encrypted } type:
                file.Text.Refuse(PartStatus.Encrypted, Details.Of(type.Name, Details.NeedsPassword));
                break;
            case { } type:
                file.Text.Refuse(PartStatus.Unsupported, Details.Of(type.Name, new("this kind of file is not read", "ce type de fichier n'est pas lu")));
                break;
        }
    }

    private static void TellOtherKind(OpenedFile file, FileType? type)
    {
        if (MisleadingName.OtherKind(file.Name, type) is { } detail)
            file.Text.Signal(PartSignal.OtherKind, detail);
    }
}
