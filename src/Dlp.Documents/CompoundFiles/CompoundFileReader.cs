using Dlp.Documents.FileTypes;
using Dlp.Documents.Mail;
using Dlp.Documents.OldOffice;

namespace Dlp.Documents.CompoundFiles;

/// <summary>
/// Reads a compound file as everything that it is: its streams tell, and a file made to be two documents at once is read as both.
/// </summary>
internal static class CompoundFileReader
{
    private const int MaxDepth = 16;

    public static void Read(OpenedFile file)
    {
        if (CompoundFile.Open(file) is not { } compound)
            return;
        Read(file, compound.Root);
        compound.ReportLosses(file.Text);
    }

    /// <summary>Reads a storage as the compound file that it could be by itself.</summary>
    public static void Read(OpenedFile file, CompoundStorage storage)
    {
        var program = CompoundProgram.Of(storage);
        var encrypted = storage.Stream("EncryptedPackage") is null ? null : Details.Of(FileTypeNames.Of("encrypted Office document"), Details.NeedsPassword);
        var isKnown = encrypted is not null;
        isKnown |= Run(storage.Stream("WordDocument") is not null, () => encrypted ??= WordReader.Read(file, storage));
        isKnown |= Run((storage.Stream("Workbook") ?? storage.Stream("Book")) is not null, () => encrypted ??= ExcelReader.Read(file, storage));
        isKnown |= Run(storage.Stream("PowerPoint Document") is not null, () => encrypted ??= PowerPointReader.Read(file, storage));
        isKnown |= Run(storage.Stream("__properties_version1.0") is not null, () => OutlookMessageReader.Read(file, storage));
        isKnown |= Run(OleObjectReader.IsObject(storage), () => OleObjectReader.Read(file, storage));
        isKnown |= ReadMacros(file, storage, depth: 0);
        PropertySetReader.Read(file, storage);
        if (encrypted is not null)
            SayEncrypted(file, encrypted);
        if (!isKnown)
            file.Text.Refuse(PartStatus.Unsupported, Details.Of(program is null ? new("file of an unknown program", "fichier d'un programme inconnu") : FileTypeNames.Of(program), new("only its metadata are read", "seules ses métadonnées sont lues")));

        bool Run(bool applies, Action read)
        {
            if (!applies)
                return false;
            try
            {
                read();
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // What was read stands, and so does what other readers find.
                file.Text.Refuse(PartStatus.Unreadable, Details.ReadingFailed);
            }

            return true;
        }
    }

    /// <summary>An encrypted document may still tell its author and its label; a part with some text would be partial, and must not hide the rest.</summary>
    private static void SayEncrypted(OpenedFile file, LocalizedText detail)
    {
        if (file.Text.IsEmpty)
        {
            file.Text.Refuse(PartStatus.Encrypted, detail);
            return;
        }

        file.Text.Miss(detail);
        file.RefuseEmbedded("encrypted content", PartStatus.Encrypted, detail);
    }

    /// <summary>Macros lie in a storage that has a <c>dir</c>: <c>VBA</c>, <c>Macros/VBA</c>, <c>_VBA_PROJECT_CUR/VBA</c>.</summary>
    private static bool ReadMacros(OpenedFile file, CompoundStorage storage, int depth)
    {
        var found = false;
        foreach (var inner in storage.Storages)
        {
            if (string.Equals(inner.Name, "VBA", StringComparison.OrdinalIgnoreCase) || (inner.Stream("dir") is not null && inner.Stream("_VBA_PROJECT") is not null))
            {
                VbaProject.Read(file, inner);
                found = true;
            }
            else if (depth < MaxDepth && !inner.Name.StartsWith("__", StringComparison.Ordinal) && !string.Equals(inner.Name, "ObjectPool", StringComparison.OrdinalIgnoreCase))
            {
                found |= ReadMacros(file, inner, depth + 1);
            }
        }

        return found;
    }
}
