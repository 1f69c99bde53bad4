using Dlp.Documents.Epub;
using Dlp.Documents.Office;
using Dlp.Documents.OpenDocument;

namespace Dlp.Documents.Archives;

/// <summary>Tells what a ZIP archive is by the entries it lists, and reads it as that: a document may lie stored in an archive, and look like it.</summary>
internal static class ZipDocument
{
    public static void Read(OpenedFile file)
    {
        var zip = ZipWalker.Open(file);
        if (zip.Named("[Content_Types].xml").Any())
            OfficeReader.Read(file, zip);
        else if (zip.Named("content.xml").Any() || zip.Named("encrypted-package").Any())
            OpenDocumentReader.Read(file, zip);
        else if (zip.Named("META-INF/container.xml").Any())
            EpubReader.Read(file, zip);
        else
            ZipReader.Read(file, zip);
    }
}
