using Dlp.Documents.FileTypes;
using SharpCompress.Archives.SevenZip;
using SharpCompress.Common;
using SharpCompress.Readers;
using SharpCompress.Readers.Rar;

namespace Dlp.Documents.Archives;

/// <summary>Reads 7z and RAR archives with SharpCompress, from the first file to the last: in a solid archive no file can be had without those before it.</summary>
internal static class SharpCompressReader
{
    /// <summary>After so many files in a row that cannot be read the archive is given up.</summary>
    private const int MostFailures = 20;

    public static void ReadSevenZip(OpenedFile file)
    {
        if (SevenZipHeader.Fault(file.Content.Span) is var (status, detail))
        {
            file.Text.Refuse(status, detail);
            return;
        }

        Read(file, FileTypeNames.Of("7z archive"), stream =>
        {
            var archive = SevenZipArchive.OpenArchive(stream, new ReaderOptions { LeaveStreamOpen = true });
            return (archive, archive.ExtractAllEntries(), archive.Entries.Where(IsFile).Select(NameOf));
        });
    }

    public static void ReadRar(OpenedFile file) => Read(file, FileTypeNames.Of("RAR archive"), stream =>
    {
        var reader = RarReader.OpenReader(stream, new ReaderOptions { LeaveStreamOpen = true, DisableCheckIncomplete = true });
        return (reader, reader, []);
    });

    /// <param name="file">The archive.</param>
    /// <param name="kind">For people: <c>RAR archive</c>.</param>
    /// <param name="open">Opens it; gives the names of all files in it where they are listed apart from them.</param>
    private static void Read(OpenedFile file, LocalizedText kind, Func<Stream, (IDisposable Archive, IReader Reader, IEnumerable<string> Names)> open)
    {
        using var stream = file.OpenContent();
        var tally = new Tally();
        IEnumerable<string> names = [];
        try
        {
            var (archive, reader, listed) = open(stream);
            names = listed;
            using (archive)
            using (reader)
            {
                try
                {
                    ReadEntries(file, reader, new UnpackingMeter(file), tally);
                }
                catch (Exception fault) when (fault is not (OperationCanceledException or UnpackingLimitException or MultiVolumeExtractionException))
                {
                    RefuseRest(file, names.Skip(tally.Files), ArchivedFile.IsEncryption(fault), tally);
                    throw;
                }
            }

            if (tally.Files > 0 && tally.Encrypted == tally.Files)
                file.Text.Refuse(PartStatus.Encrypted, Details.AllNeedPassword);
        }
        catch (UnpackingLimitException limit)
        {
            file.Text.Refuse(PartStatus.TooLarge, limit.Detail);
        }
        catch (Exception fault) when (ArchivedFile.IsEncryption(fault))
        {
            if (tally.Encrypted == tally.Files)
                file.Text.Refuse(PartStatus.Encrypted, Details.Of(kind, Details.NeedsPassword));
            else
                file.Text.Miss(new("files in it need a password", "il faut un mot de passe pour ouvrir certains de ses fichiers"));
        }
        catch (MultiVolumeExtractionException)
        {
            file.Text.Miss(new("the archive goes on in another volume, which was not read", "l'archive continue dans un autre volume, qui n'a pas été lu"));
        }
        catch (OutOfMemoryException)
        {
            file.Text.Refuse(PartStatus.TooLarge, Details.TooMuchMemory);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            if (tally.Files == 0)
                file.Text.Refuse(PartStatus.Unreadable, new($"the {kind.En} is damaged, or one of several volumes: no file in it can be read", $"{kind.Fr} endommagée, ou volume parmi plusieurs : aucun de ses fichiers ne peut être lu"));
            else
                file.Text.Miss(new($"the {kind.En} is damaged or goes on in another volume: not all of it could be read", $"{kind.Fr} endommagée, ou qui continue dans un autre volume : tout n'a pas pu être lu"));
        }
    }

    private static void ReadEntries(OpenedFile file, IReader reader, UnpackingMeter meter, Tally tally)
    {
        var failures = 0;
        while (failures < MostFailures && reader.MoveToNextEntry())
        {
            if (!IsFile(reader.Entry))
                continue;
            if (!ArchivedFile.TakeEntry(file))
                return;
            tally.Files++;
            var name = NameOf(reader.Entry);
            if (reader.Entry.IsEncrypted)
            {
                tally.Encrypted++;
                file.RefuseEmbedded(name, PartStatus.Encrypted, Details.NeedsPassword);
                continue;
            }

            failures = ReadEntry(file, name, reader, meter, tally) ? 0 : failures + 1;
        }

        if (failures == MostFailures)
            file.Text.Miss(new("too many files in it are damaged: it was given up", "trop de ses fichiers sont endommagés : sa lecture a été abandonnée"));
    }

    /// <summary>The files that could not be come to are parts as well: nobody is to think that they are not there.</summary>
    private static void RefuseRest(OpenedFile file, IEnumerable<string> names, bool encrypted, Tally tally)
    {
        foreach (var name in names)
        {
            if (!ArchivedFile.TakeEntry(file))
                return;
            tally.Files++;
            tally.Encrypted += encrypted ? 1 : 0;
            file.RefuseEmbedded(
                name,
                encrypted ? PartStatus.Encrypted : PartStatus.Unreadable,
                encrypted ? Details.NeedsPassword : new("it is damaged in its archive, or stands behind a file that is", "il est endommagé dans son archive, ou se trouve derrière un fichier qui l'est"));
        }
    }

    private static bool ReadEntry(OpenedFile file, string name, IReader reader, UnpackingMeter meter, Tally tally)
    {
        Stream content;
        try
        {
            content = meter.Over(reader.OpenEntryStream());
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or MultiVolumeExtractionException))
        {
            var encrypted = ArchivedFile.IsEncryption(fault);
            tally.Encrypted += encrypted ? 1 : 0;
            file.RefuseEmbedded(
                name, encrypted ? PartStatus.Encrypted : PartStatus.Unreadable, encrypted ? Details.NeedsPassword : new("it is damaged in its archive", "il est endommagé dans son archive"));
            return false;
        }

        try
        {
            return ArchivedFile.Read(file, name, content);
        }
        catch (Exception)
        {
            // Otherwise closing the file decompresses all that is left of it.
            reader.Cancel();
            throw;
        }
        finally
        {
            content.Dispose();
        }
    }

    private static bool IsFile(IEntry entry) => !entry.IsDirectory && !IsLink(entry);

    private static string NameOf(IEntry entry) => entry.Key is { Length: > 0 } key ? key : "content";

    private sealed class Tally
    {
        public int Files { get; set; }

        public int Encrypted { get; set; }
    }

    private static bool IsLink(IEntry entry)
    {
        try
        {
            return !string.IsNullOrEmpty(entry.LinkTarget);
        }
        catch (NotImplementedException)
        {
            return false;
        }
    }
}
