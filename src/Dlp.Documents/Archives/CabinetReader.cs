using Dlp.Documents.PlainText;

namespace Dlp.Documents.Archives;

/// <summary>Reads a Windows cabinet ([MS-CAB]): its files lie one behind the other in folders, each of which is compressed as a whole.</summary>
internal static class CabinetReader
{
    private const int FileHeaderLength = 16;
    private const int LongestName = 256;

    /// <summary>From this folder number on a file began in the cabinet before, goes on in the next, or both ([MS-CAB] 2.3).</summary>
    private const int FirstSplitFolder = 0xFFFD;

    private static readonly LocalizedText GoesOn = new("it goes on in another cabinet, which was not read", "il se poursuit dans un autre fichier CAB, qui n'a pas été lu");

    public static void Read(OpenedFile file)
    {
        var bytes = file.Content.Span;
        var header = CabinetHeader.Of(bytes);
        if (header.IsOneOfSeveral)
            file.Text.Miss(new("it is one of several cabinets; the others were not read", "il fait partie d'une série de fichiers CAB ; les autres n'ont pas été lus"));
        var files = FilesOf(file, header);
        if (files.Count < header.Files)
            file.Text.Miss(new("the cabinet is damaged: not all of its files are listed", "le fichier CAB est endommagé : sa liste de fichiers est incomplète"));
        var meter = new UnpackingMeter(file);
        foreach (var folder in files.GroupBy(entry => entry.Folder))
        {
            if (!ReadFolder(file, header, folder.Key, [.. folder.OrderBy(entry => entry.Offset)], meter))
                return;
        }
    }

    private static List<CabinetFile> FilesOf(OpenedFile file, CabinetHeader header)
    {
        var files = new List<CabinetFile>();
        var bytes = file.Content.Span;
        long at = header.FilesOffset;
        while (files.Count < header.Files && at + FileHeaderLength < bytes.Length)
        {
            var entry = bytes[(int)at..];
            var name = entry.At(FileHeaderLength, LongestName);
            if (name.IndexOf((byte)0) is not (>= 0 and var length))
                break;
            files.Add(new CabinetFile(TextDecoder.Decode(name[..length]).Replace('\\', '/'), entry.UInt16At(8), entry.UInt32At(4), entry.UInt32At(0)));
            at += FileHeaderLength + length + 1;
        }

        return files;
    }

    /// <summary>Whether to read on.</summary>
    private static bool ReadFolder(OpenedFile file, CabinetHeader header, int number, List<CabinetFile> files, UnpackingMeter meter)
    {
        var folder = CabinetFolder.Of(file.Content, header, number);
        try
        {
            using var stream = folder is { IsRead: true } ? meter.Over(folder.Open()) : null;
            long position = 0;
            var isWhole = true;
            foreach (var entry in files)
            {
                if (!ArchivedFile.TakeEntry(file))
                    return false;
                if (number >= FirstSplitFolder)
                    file.RefuseEmbedded(entry.Name, PartStatus.Unreadable, GoesOn);
                else if (folder is { IsRead: false })
                    file.RefuseEmbedded(entry.Name, PartStatus.Unsupported, Details.UnreadMethod);
                else if (stream is null || entry.Offset < position || !isWhole || !Skip(stream, entry.Offset - position))
                    file.RefuseEmbedded(entry.Name, PartStatus.Unreadable, new("it is damaged in its archive, or stands behind a file that is", "il est endommagé dans son archive, ou s'y trouve derrière un fichier endommagé"));
                else
                    (isWhole, position) = (ArchivedFile.Read(file, entry.Name, new CabinetFileStream(stream, entry.Size)), entry.Offset + entry.Size);
            }

            if (!isWhole)
                file.Text.Miss(new("the cabinet is damaged or goes on in another: not all of it could be read", "le fichier CAB est endommagé ou se poursuit dans un autre : il n'a pas pu être lu en entier"));
            return true;
        }
        catch (UnpackingLimitException limit)
        {
            file.Text.Refuse(PartStatus.TooLarge, limit.Detail);
            return false;
        }
    }

    private static bool Skip(Stream stream, long length)
    {
        var chunk = new byte[(int)Math.Min(length, 32 * 1024)];
        try
        {
            for (int read; length > 0; length -= read)
            {
                read = stream.Read(chunk.AsSpan(0, (int)Math.Min(chunk.Length, length)));
                if (read == 0)
                    return false;
            }

            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private readonly record struct CabinetFile(string Name, int Folder, long Offset, long Size);

    /// <summary>So much of a folder; that it ends before is a fault.</summary>
    private sealed class CabinetFileStream(Stream folder, long size) : ForwardStream
    {
        private long _left = size;

        public override int Read(Span<byte> buffer)
        {
            if (_left == 0 || buffer.IsEmpty)
                return 0;
            var read = folder.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
            _left -= read;
            return read == 0 ? throw new EndOfStreamException() : read;
        }
    }
}
