namespace Dlp.Documents.Archives;

/// <summary>One file of an archive, on its way to a part of its own.</summary>
internal static class ArchivedFile
{
    private const int ChunkLength = 81_920;

    /// <summary>Reads a file of the archive to its end; what is wrong with it is said of its own part.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="name">The file's name in it.</param>
    /// <param name="content">The file, decompressed and counted as it is read.</param>
    /// <returns>Whether its end was reached, so that the archive may be read on.</returns>
    /// <exception cref="UnpackingLimitException">A limit of the attachment was reached; the file's own part says so.</exception>
    /// <exception cref="OperationCanceledException">Time is up, or nobody waits any more.</exception>
    public static bool Read(OpenedFile archive, string name, Stream content)
    {
        using var bytes = new MemoryStream();
        var chunk = new byte[ChunkLength];
        var over = false;
        try
        {
            int read;
            while ((read = content.Read(chunk)) > 0)
            {
                // The rest is read all the same: the next file stands behind it.
                over |= bytes.Length + read > archive.Options.MaxBytes;
                bytes.Write(chunk, 0, over ? (int)Math.Min(read, archive.Options.MaxBytes - bytes.Length) : read);
            }
        }
        catch (UnpackingLimitException limit)
        {
            ReadBeginning(archive, name, bytes, PartStatus.TooLarge, limit.Detail);
            throw;
        }
        catch (Exception fault) when (IsEncryption(fault))
        {
            archive.RefuseEmbedded(name, PartStatus.Encrypted, Details.NeedsPassword);
            return false;
        }
        catch (OutOfMemoryException)
        {
            archive.RefuseEmbedded(name, PartStatus.TooLarge, Details.TooMuchMemory);
            return false;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            if (bytes.Length == 0)
                archive.RefuseEmbedded(name, PartStatus.Unreadable, new("it is damaged in its archive", "il est endommagé dans son archive"));
            else
                ReadBeginning(archive, name, bytes, PartStatus.Partial, new("it is damaged in its archive: only its beginning could be read", "il est endommagé dans son archive : seul son début a pu être lu"));
            return false;
        }

        if (over)
            ReadBeginning(archive, name, bytes, PartStatus.TooLarge, Over(archive.Options));
        else
            archive.ReadEmbedded(name, Bytes(bytes));
        return true;
    }

    /// <summary>Takes one more file from the budget; says of the archive when there are too many.</summary>
    public static bool TakeEntry(OpenedFile archive)
    {
        archive.Token.ThrowIfCancellationRequested();
        if (archive.Budget.TakeEntry())
            return true;
        archive.Text.Refuse(
            PartStatus.TooLarge,
            new(
                $"there are more than the limit of {Format.Count(archive.Options.MaxEntries)} files in the attachment; the others were not read",
                $"la pièce jointe contient plus de fichiers que la limite de {Format.Count(archive.Options.MaxEntries, Language.Fr)} ; les autres n'ont pas été lus"));
        return false;
    }

    /// <summary>Whether a library stopped because it has no password.</summary>
    public static bool IsEncryption(Exception fault) =>
        fault is System.Security.Cryptography.CryptographicException or SharpCompress.Common.CryptographicException;

    private static void ReadBeginning(OpenedFile archive, string name, MemoryStream bytes, PartStatus status, LocalizedText detail) =>
        archive.ReadEmbeddedBeginning(name, Bytes(bytes), status, detail);

    private static LocalizedText Over(AttachmentOptions options) => new(
        $"it is larger than the limit of {Format.Count(options.MaxBytes)} bytes; the rest was not read",
        $"il dépasse la limite de {Format.Count(options.MaxBytes, Language.Fr)} octets ; le reste n'a pas été lu");

    private static ReadOnlyMemory<byte> Bytes(MemoryStream bytes) => bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
}
