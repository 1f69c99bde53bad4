using System.Xml;
using Dlp.Documents.Archives;
using Dlp.Documents.FileTypes;
using Dlp.Documents.Office;

namespace Dlp.Documents.Epub;

/// <summary>
/// Reads books in EPUB (EPUB 3.3, OCF): what the package document says of the book, its table of contents, and every chapter and picture as a file of
/// its own.
/// </summary>
internal static class EpubReader
{
    /// <summary>Reads a book whose entries are known.</summary>
    public static void Read(OpenedFile file, ZipWalker zip)
    {
        foreach (var fault in zip.Faults)
            file.Text.Miss(fault);
        if (zip.IsOverLimit)
            file.Text.Refuse(PartStatus.TooLarge, Details.TooManyFiles(file.Options));
        var names = new NameTable();
        if (zip.Named("META-INF/encryption.xml").Any(entry => EncryptsContent(file, zip, entry, names)))
            file.Text.Refuse(PartStatus.Encrypted, Details.Of(FileTypeNames.Of("EPUB book"), new("some of its files are encrypted", "certains de ses fichiers sont chiffrés")));
        var embedded = new List<ZipEntry>();
        foreach (var entry in zip.Entries)
        {
            if (entry.IsFolder || entry.Name is "mimetype" or "META-INF/container.xml" or "META-INF/encryption.xml" or "META-INF/signatures.xml")
                continue;
            if (entry.Name.EndsWith(".opf", StringComparison.OrdinalIgnoreCase))
                ReadPackage(file, zip, entry, names);
            else if (entry.Name.EndsWith(".ncx", StringComparison.OrdinalIgnoreCase))
                ReadContents(file, zip, entry, names);
            else
                embedded.Add(entry);
        }

        foreach (var entry in embedded)
        {
            if (!EmbeddedFont.Is(entry.Name, zip, entry))
                ZipReader.TakeEntry(file, zip, entry);
        }
    }

    private static void ReadPackage(OpenedFile file, ZipWalker zip, ZipEntry entry, NameTable names)
    {
        using var xml = PartXml.Open(file, zip, entry, names);
        var isMetadata = false;
        while (xml.Read())
        {
            if (xml.Name == "metadata")
                isMetadata = xml.IsElement;
            else if (isMetadata && xml.IsElement && xml.Name == "meta" && xml.IsEmptyElement)
                file.Text.Add(Place.Metadata(PropertiesText.Clean(xml.Attribute("name") ?? "")), xml.Attribute("content") ?? "");
            else if (isMetadata && xml.IsElement)
                file.Text.Add(Place.Metadata(PropertiesText.NameOf(xml.Name)), xml.InnerText());
        }
    }

    private static void ReadContents(OpenedFile file, ZipWalker zip, ZipEntry entry, NameTable names)
    {
        using var xml = PartXml.Open(file, zip, entry, names);
        while (xml.Read())
        {
            if (xml.IsElement && xml.Name == "text")
                file.Text.Add(Place.TableOfContents, xml.InnerText());
        }
    }

    /// <summary>Whether anything but fonts is encrypted: fonts are only obfuscated (EPUB 3.3, 4.4).</summary>
    private static bool EncryptsContent(OpenedFile file, ZipWalker zip, ZipEntry entry, NameTable names)
    {
        using var xml = PartXml.Open(file, zip, entry, names);
        while (xml.Read())
        {
            if (xml.IsElement && xml.Name == "EncryptionMethod"
                && xml.Attribute("Algorithm") is not ("http://www.idpf.org/2008/embedding" or "http://ns.adobe.com/pdf/enc#RC"))
                return true;
        }

        return false;
    }
}
