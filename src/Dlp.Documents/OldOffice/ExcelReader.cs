using Dlp.Documents.CompoundFiles;

namespace Dlp.Documents.OldOffice;

/// <summary>Reads workbooks of Excel 2 to 2003 ([MS-XLS], BIFF2 to BIFF8): see <see cref="ExcelWorkbook"/>; objects, pivot caches and pictures beside.</summary>
internal static class ExcelReader
{
    private static readonly LocalizedText Encrypted = Details.Of(new("encrypted Excel workbook", "classeur Excel chiffré"), Details.NeedsPassword);

    /// <summary>Reads a workbook that is no compound file, as Excel 2 to 4 wrote, or one that is.</summary>
    public static void Read(OpenedFile file)
    {
        if (file.Content.Span.UInt32At(0) == 0xE011CFD0)
            CompoundFileReader.Read(file);
        else if (!new ExcelWorkbook(file).Read(file.Content))
            file.Text.Refuse(PartStatus.Encrypted, Encrypted);
    }

    /// <summary>Reads a workbook; what to say of one that needs a password, else null.</summary>
    public static LocalizedText? Read(OpenedFile file, CompoundStorage storage)
    {
        var workbook = new ExcelWorkbook(file);

        // A file for Excel 95 and 97 has both, and they need not say the same.
        foreach (var name in new[] { "Workbook", "Book" })
        {
            if (storage.Stream(name) is { } stream && !workbook.Read(stream.Read()))
                return Encrypted;
        }

        foreach (var cache in storage.Storage("_SX_DB_CUR")?.Streams ?? [])
            workbook.ReadPivotCache(cache.Read());
        if (storage.Stream("Revision Log") is { Size: > 0 })
            file.Text.Miss(new("the history of its changes was not read", "l'historique de ses modifications n'a pas été lu"));
        foreach (var inner in storage.Storages.Where(inner => inner.Name.StartsWith("MBD", StringComparison.OrdinalIgnoreCase) || inner.Name.StartsWith("LNK", StringComparison.OrdinalIgnoreCase)))
        {
            if (file.Text.IsFull || !file.TryReadEmbedded("embedded object", inner))
                break;
        }

        return null;
    }
}
