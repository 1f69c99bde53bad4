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

        Read(file, "7z archive", stream =>
        {
            var archive = SevenZipArchive.OpenArchive(stream, new ReaderOptions { LeaveStreamOpen = true });
            return (archive, archive.ExtractAllEntries());
        });
    }

    public static void ReadRar(OpenedFile file) => Read(file, "RAR archive", stream =>
    {
        var reader = RarReader.OpenReader(stream, new ReaderOptions { LeaveStreamOpen = true, DisableCheckIncomplete = true });
        return (reader, reader);
    });

    private static void Read(OpenedFile file, string kind, Func<Stream, (IDisposable Archive, IReader Reader)> open)
    {
        using var stream = file.OpenContent();
        var entries = 0;
        try
        {
            var (archive, reader) = open(stream);
            using (archive)
            using (reader)
                ReadEntries(file, reader, new UnpackingMeter(file), ref entries);
        }
        catch (UnpackingLimitException limit)
        {
            file.Text.Refuse(PartStatus.TooLarge, limit.Message);
        }
        catch (Exception fault) when (ArchivedFile.IsEncryption(fault))
        {
            if (entries == 0)
                file.Text.Refuse(PartStatus.Encrypted, $"{kind}: it needs a password");
            else
                file.Text.Miss("files in it need a password");
        }
        catch (MultiVolumeExtractionException)
        {
            file.Text.Miss("the archive goes on in another volume, which was not read");
        }
        catch (OutOfMemoryException)
        {
            file.Text.Refuse(PartStatus.TooLarge, "it asks for more memory than there is");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            if (entries == 0)
                file.Text.Refuse(PartStatus.Unreadable, $"the {kind} is damaged, or one of several volumes: no file in it can be read");
            else
                file.Text.Miss($"the {kind} is damaged or goes on in another volume: not all of it could be read");
        }
    }

    private static void ReadEntries(OpenedFile file, IReader reader, UnpackingMeter meter, ref int entries)
    {
        var failures = 0;
        while (failures < MostFailures && reader.MoveToNextEntry())
        {
            if (reader.Entry.IsDirectory || IsLink(reader.Entry))
                continue;
            if (!ArchivedFile.TakeEntry(file))
                return;
            entries++;
            var name = reader.Entry.Key is { Length: > 0 } key ? key : "content";
            if (reader.Entry.IsEncrypted)
            {
                file.RefuseEmbedded(name, PartStatus.Encrypted, "it needs a password");
                continue;
            }

            failures = ReadEntry(file, name, reader, meter) ? 0 : failures + 1;
        }

        if (failures == MostFailures)
            file.Text.Miss("too many files in it are damaged: it was given up");
    }

    private static bool ReadEntry(OpenedFile file, string name, IReader reader, UnpackingMeter meter)
    {
        Stream content;
        try
        {
            content = meter.Over(reader.OpenEntryStream());
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or MultiVolumeExtractionException))
        {
            file.RefuseEmbedded(
                name,
                ArchivedFile.IsEncryption(fault) ? PartStatus.Encrypted : PartStatus.Unreadable,
                ArchivedFile.IsEncryption(fault) ? "it needs a password" : "it is damaged in its archive");
            return false;
        }

        using (content)
            return ArchivedFile.Read(file, name, content);
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
