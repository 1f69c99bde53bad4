using System.Xml;
using Dlp.Documents.Archives;
using Dlp.Documents.FileTypes;
using Dlp.Documents.Office;

namespace Dlp.Documents.OpenDocument;

/// <summary>Reads texts, spreadsheets, presentations and drawings of OpenDocument (ODF 1.3), their templates, and documents that are one XML file.</summary>
internal static class OpenDocumentReader
{
    /// <summary>Reads a document of either form.</summary>
    public static void Read(OpenedFile file)
    {
        if (FileType.IsFlatOpenDocument(file.Content.Span))
            ReadFlat(file);
        else
            ZipDocument.Read(file);
    }

    /// <summary>Reads a package whose entries are known (ODF 1.3 part 2).</summary>
    public static void Read(OpenedFile file, ZipWalker zip)
    {
        foreach (var fault in zip.Faults)
            file.Text.Miss(fault);
        if (zip.IsOverLimit)
            file.Text.Refuse(PartStatus.TooLarge, Details.TooManyParts(file.Options));
        var names = new NameTable();
        var people = new People(file.Text);
        var encrypted = EncryptedPaths(file, zip, names);
        if (encrypted.Count > 0)
            file.Text.Refuse(PartStatus.Encrypted, Details.Of(FileTypeNames.Of("OpenDocument file"), Details.NeedsPassword));
        var embedded = new List<ZipEntry>();
        foreach (var entry in zip.Entries.OrderBy(entry => RankOf(entry.Name)))
        {
            if (entry.IsFolder || encrypted.Contains(entry.Name) || entry.Name is "mimetype" or "META-INF/manifest.xml" or "layout-cache")
                continue;
            if (!(entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.Name == "manifest.rdf") || !TryReadXml(file, zip, entry, names, people))
                embedded.Add(entry);
        }

        people.Tell();
        foreach (var entry in embedded)
            ReadEmbedded(file, zip, entry);
    }

    /// <summary>Reads a document that is one XML file (ODF 1.3 part 3, 3.1.2).</summary>
    private static void ReadFlat(OpenedFile file)
    {
        var people = new People(file.Text);
        using (var xml = PartXml.Open(file, file.Content))
        {
            OpenDocumentText.Read(file, xml, Place.Body, people);
        }

        people.Tell();
    }

    private static bool TryReadXml(OpenedFile file, ZipWalker zip, ZipEntry entry, NameTable names, People people)
    {
        using var xml = PartXml.Open(file, zip, entry, names);
        do
        {
            if (!xml.Read())
                return entry.IsEncrypted || xml.IsEmpty || file.Text.IsFull;
        }
        while (!xml.IsElement);
        switch (xml.Name)
        {
            case "document-content" or "document-styles" or "document-meta" or "document":
                OpenDocumentText.Read(file, xml, entry.Name.Contains('/', StringComparison.Ordinal) ? Place.EmbeddedObject : Place.Body, people);
                break;
            case "document-settings":
                ReadSettings(file, xml);
                break;
            case "module" or "library" or "libraries" or "window":
                GenericXmlText.Read(file.Text, xml, Place.Macro, withAttributes: false);
                break;
            default:
                GenericXmlText.Read(file.Text, xml, Place.Part(entry.Name), withAttributes: true);
                break;
        }

        return true;
    }

    /// <summary>Of the settings, those that name a printer, which a house gives its name to, and a source of data (ODF 1.3 part 3, 3.10).</summary>
    private static void ReadSettings(OpenedFile file, PartXml xml)
    {
        while (xml.Read())
        {
            if (xml.IsElement && xml.Name == "config-item" && xml.Attribute("name") is "PrinterName" or "CurrentDatabaseDataSource" or "CurrentDatabaseCommand")
                file.Text.Add(Place.SettingsOfProgram, xml.InnerText());
        }
    }

    /// <summary>Entries of which the manifest says how they are encrypted (ODF 1.3 part 2, 3.4).</summary>
    private static HashSet<string> EncryptedPaths(OpenedFile file, ZipWalker zip, NameTable names)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in zip.Named("META-INF/manifest.xml"))
        {
            using var xml = PartXml.Open(file, zip, entry, names);
            string? path = null;
            while (xml.Read())
            {
                if (!xml.IsElement)
                    continue;
                if (xml.Name == "file-entry")
                    path = xml.Attribute("full-path");
                else if (xml.Name == "encryption-data" && path is not null)
                    paths.Add(path);
            }
        }

        return paths;
    }

    private static void ReadEmbedded(OpenedFile file, ZipWalker zip, ZipEntry entry)
    {
        if (entry.Name.StartsWith("ObjectReplacements/", StringComparison.Ordinal))
            BinaryStrings.Read(file.Text, Place.PictureOfObject, zip.Read(entry).Bytes.Span);
        else if (!EmbeddedFont.Is(entry.Name, zip, entry))
            ZipReader.TakeEntry(file, zip, entry);
    }

    private static int RankOf(string name) => name switch
    {
        "content.xml" => 0,
        "styles.xml" => 1,
        "meta.xml" => 2,
        _ => 3,
    };
}
