namespace Dlp.Documents.Archives;

/// <summary>Reads a ZIP archive: every entry is a file of its own, listed or not; the comment is the archive's own text.</summary>
internal static class ZipReader
{
    public static void Read(OpenedFile file) => Read(file, ZipWalker.Open(file));

    /// <summary>The same, of an archive whose entries are known already.</summary>
    public static void Read(OpenedFile file, ZipWalker zip)
    {
        file.Text.Add(Place.Comment, zip.Comment);
        if (zip.Entries.Count == 0 && zip.Faults.Count > 0)
            file.Text.Refuse(PartStatus.Unreadable, new("no file was found in it", "aucun fichier n'y a été trouvé"));
        if (zip.IsOverLimit)
            file.Text.Refuse(PartStatus.TooLarge, Details.TooManyFiles(file.Options));
        if (zip.Entries.Any(entry => !entry.IsFolder) && zip.Entries.All(entry => entry.IsEncrypted || entry.IsFolder))
            file.Text.Refuse(PartStatus.Encrypted, Details.AllNeedPassword);
        foreach (var fault in zip.Faults)
            file.Text.Miss(fault);
        foreach (var entry in zip.Entries)
        {
            if (entry.IsFolder)
                continue;
            if (!file.Budget.TakeEntry())
            {
                file.Text.Refuse(PartStatus.TooLarge, Details.TooManyFiles(file.Options));
                break;
            }

            ReadEntry(file, zip, entry);

            // Some programs believe the local header; what they would see is read as well.
            if (entry.IsContradicted && entry.LocalMethod != entry.Method && file.Budget.TakeEntry())
                ReadEntry(file, zip, entry with { Method = entry.LocalMethod });
        }
    }

    /// <summary>Reads one entry as a file of its own, unless the attachment holds too many.</summary>
    public static void TakeEntry(OpenedFile file, ZipWalker zip, ZipEntry entry)
    {
        if (file.Budget.TakeEntry())
            ReadEntry(file, zip, entry);
        else
            file.Text.Refuse(PartStatus.TooLarge, Details.TooManyFiles(file.Options));
    }

    /// <summary>Reads one entry as a file of its own; what is wrong with it is said there or, when some of it was read, of the archive.</summary>
    public static void ReadEntry(OpenedFile file, ZipWalker zip, ZipEntry entry)
    {
        var (bytes, fault) = zip.Read(entry);
        if (entry.IsContradicted)
            file.Text.Miss(new("the headers of an entry contradict one another", "les en-têtes d'un de ses fichiers se contredisent"));
        if (fault is { Status: not PartStatus.Scanned } && bytes.IsEmpty)
        {
            file.RefuseEmbedded(entry.Name, fault.Status, fault.Detail);
            return;
        }

        file.ReadEmbedded(entry.Name, bytes);
        switch (fault)
        {
            case { Status: PartStatus.TooLarge }:
                file.Text.Refuse(PartStatus.TooLarge, Details.OfEntry(fault.Detail));
                break;
            case not null:
                file.Text.Miss(Details.OfEntry(fault.Detail));
                break;
            default:
                break;
        }
    }
}
