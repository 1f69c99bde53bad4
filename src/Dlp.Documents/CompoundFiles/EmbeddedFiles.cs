namespace Dlp.Documents.CompoundFiles;

/// <summary>Hands on what lies inside a file, as long as the budget of files lasts.</summary>
internal static class EmbeddedFiles
{
    /// <summary>Reads a file that lies inside; false when there were too many, which is then said.</summary>
    public static bool TryReadEmbedded(this OpenedFile file, string name, ReadOnlyMemory<byte> inner)
    {
        if (!Take(file))
            return false;
        file.ReadEmbedded(name, inner);
        return true;
    }

    /// <summary>Reads a storage that lies inside, as the compound file that it could be; false when there were too many.</summary>
    public static bool TryReadEmbedded(this OpenedFile file, string name, CompoundStorage storage)
    {
        if (!Take(file))
            return false;
        file.ReadEmbedded(name, inner => CompoundFileReader.Read(inner, storage));
        return true;
    }

    private static bool Take(OpenedFile file)
    {
        file.Token.ThrowIfCancellationRequested();
        if (file.Budget.TakeEntry())
            return true;
        file.Text.Refuse(PartStatus.TooLarge, Details.TooManyFiles(file.Options));
        return false;
    }
}
