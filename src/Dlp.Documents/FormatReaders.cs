using System.Collections.Frozen;
using Dlp.Documents.FileTypes;
using Dlp.Documents.Images;
using Dlp.Documents.Pdf;
using Dlp.Documents.PlainText;

namespace Dlp.Documents;

/// <summary>Which reader reads which kind of file.</summary>
internal static class FormatReaders
{
    private static readonly FrozenDictionary<FileKind, Action<OpenedFile>> ByKind = new Dictionary<FileKind, Action<OpenedFile>>
    {
        [FileKind.Pdf] = PdfReader.Read,
        [FileKind.Image] = ImageReader.Read,
    }.ToFrozenDictionary();

    /// <summary>Reads a file with the reader of its kind, which its content tells; says why when there is none.</summary>
    public static void Read(OpenedFile file)
    {
        switch (FileType.Of(file.Content.Span))
        {
            case null:
                PlainTextReader.Read(file);
                break;
            case { } type when ByKind.TryGetValue(type.Kind, out var read):
                read(file);
                break;
            case { Kind: FileKind.AudioOrVideo } type:
                file.Text.Refuse(PartStatus.Unsupported, $"{type.Description}: sound and film are not read", UnreadCause.AudioOrVideo);
                break;
            case { Kind: FileKind.Encrypted } type:
                file.Text.Refuse(PartStatus.Encrypted, $"{type.Description}: it needs a password");
                break;
            case { } type:
                file.Text.Refuse(PartStatus.Unsupported, $"{type.Description}: this kind of file is not read");
                break;
        }
    }
}
