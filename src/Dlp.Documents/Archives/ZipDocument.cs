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
        foreach (var comment in zip.EntryComments)
            file.Text.Add(Place.Comment, comment);
        StrayBytes.Read(file, Place.BeforeTheArchive, zip.Before, new("data of an unknown kind stand before the archive", "des données de nature inconnue précèdent l'archive"));
        StrayBytes.Read(file, Place.BehindTheArchive, zip.Behind, new("data of an unknown kind follow the archive", "des données de nature inconnue suivent l'archive"));
    }
}
