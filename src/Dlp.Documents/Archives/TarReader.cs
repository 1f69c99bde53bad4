using System.Globalization;
using System.Text;

namespace Dlp.Documents.Archives;

/// <summary>
/// Reads a tar archive as it streams by: the old format, ustar, pax and GNU's. By hand, for an archive that is damaged, or goes on behind its end,
/// is to be read as far as it can be.
/// </summary>
internal static class TarReader
{
    /// <summary>Long names and pax records are a few hundred bytes; more than this is hostile.</summary>
    private const int LongestExtension = 1024 * 1024;

    private static readonly LocalizedText Damaged = new("the tar archive is damaged: not all of it could be read", "l'archive tar est endommagée : tout n'a pas pu être lu");

    public static void Read(OpenedFile file)
    {
        using var stream = file.OpenContent();
        Read(file, stream);
    }

    /// <summary>Reads the archive in the stream: that of <c>a.tar.gz</c> is not a part of its own, its files lie in <c>a.tar.gz</c>.</summary>
    /// <exception cref="UnpackingLimitException">A limit of the attachment was reached.</exception>
    public static void Read(OpenedFile file, Stream stream)
    {
        var block = new byte[TarHeader.Length];
        var next = new Extension();
        var ended = false;
        while (true)
        {
            file.Token.ThrowIfCancellationRequested();
            var read = stream.ReadAtLeast(block, TarHeader.Length, throwOnEndOfStream: false);
            if (read == 0)
                break;
            if (block.AsSpan(0, read).IndexOfAnyExcept((byte)0) < 0)
            {
                ended = true;
                continue;
            }

            if (read < TarHeader.Length || TarHeader.Of(block) is not { } header)
            {
                file.Text.Miss(ended ? new("something follows the end of the tar archive, and was not read", "quelque chose suit la fin de l'archive tar, et n'a pas été lu") : Damaged);
                return;
            }

            using var content = new EntryStream(stream, next.Size ?? header.Size);
            if (!next.Take(header, content, file))
            {
                if (!ReadEntry(file, header with { Name = next.Name ?? header.Name }, content))
                    return;
                next = new Extension();
            }

            if (!content.SkipToEnd())
            {
                file.Text.Miss(Damaged);
                return;
            }
        }

        if (!ended)
            file.Text.Miss(new("the tar archive is cut short", "l'archive tar est coupée"));
    }

    /// <summary>Whether to read on.</summary>
    private static bool ReadEntry(OpenedFile file, TarHeader header, EntryStream content)
    {
        // Links, devices, folders and labels have no content.
        if (header.Type is '1' or '2' or '3' or '4' or '5' or '6' or 'V' or 'D' || (header.Size == 0 && header.Name.EndsWith('/')))
            return true;
        if (!ArchivedFile.TakeEntry(file))
            return false;
        if (header.Type is 'S')
            file.Text.Miss(new("a file in it has holes (sparse): it was read without them", "un de ses fichiers a des trous (« sparse ») : il a été lu sans eux"));
        if (header.Type is 'M')
            file.Text.Miss(new("it is one of several volumes", "c'est un volume parmi plusieurs"));
        if (!ArchivedFile.Read(file, header.Name, content))
        {
            file.Text.Miss(Damaged);
            return false;
        }

        return true;
    }

    /// <summary>What an entry says about the one after it.</summary>
    private sealed class Extension
    {
        public string? Name { get; private set; }

        public long? Size { get; private set; }

        /// <summary>Whether the entry is such a one; the content is then read.</summary>
        public bool Take(TarHeader header, EntryStream content, OpenedFile file)
        {
            if (header.Type is not ('x' or 'X' or 'g' or 'L' or 'K'))
                return false;
            var bytes = new byte[(int)Math.Min(header.Size, LongestExtension)];
            var length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (header.Type is 'L')
                Name = TarHeader.Text(bytes.AsSpan(0, length));
            else if (header.Type is not 'K')
                TakeRecords(Encoding.UTF8.GetString(bytes, 0, length), header.Type is 'g', file);
            return true;
        }

        /// <summary>Records are <c>length key=value\n</c> (pax Extended Header); read by lines, for hostile lengths lie.</summary>
        private void TakeRecords(string records, bool global, OpenedFile file)
        {
            foreach (var line in records.Split('\n'))
            {
                var space = line.IndexOf(' ', StringComparison.Ordinal);
                var equal = line.IndexOf('=', StringComparison.Ordinal);
                if (space < 0 || equal < space)
                    continue;
                var (key, value) = (line[(space + 1)..equal], line[(equal + 1)..]);
                if (key is "comment")
                    file.Text.Add(Place.Comment, value);
                else if (!global && key is "path" or "GNU.sparse.name")
                    Name = value;
                else if (!global && key is "size" && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
                    Size = size;
            }
        }
    }

    /// <summary>The content of one entry, and the padding to the next block.</summary>
    private sealed class EntryStream(Stream archive, long size) : ForwardStream
    {
        private long _left = size;
        private int _padding = (int)((TarHeader.Length - (size % TarHeader.Length)) % TarHeader.Length);
        private bool _cut;

        public override int Read(Span<byte> buffer)
        {
            if (_left == 0 || buffer.IsEmpty)
                return 0;
            var read = archive.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
            _left -= read;
            _cut = read == 0;
            return _cut ? throw new EndOfStreamException() : read;
        }

        /// <summary>Whether the end was there.</summary>
        public bool SkipToEnd()
        {
            if (_cut)
                return false;
            var chunk = new byte[(int)Math.Min(8192, Math.Max(_left, TarHeader.Length))];
            while (_left > 0)
            {
                var read = archive.Read(chunk.AsSpan(0, (int)Math.Min(chunk.Length, _left)));
                if (read == 0)
                    return false;
                _left -= read;
            }

            var padding = archive.ReadAtLeast(chunk.AsSpan(0, _padding), _padding, throwOnEndOfStream: false);
            var whole = padding == _padding;
            _padding = 0;
            return whole;
        }
    }
}
