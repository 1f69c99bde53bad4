using System.Text;

namespace Dlp.Documents.Archives;

/// <summary>
/// Reads a disc image (ISO 9660, ECMA-119): the files of every volume that it describes, so that none is missed that only some programs show. The long names of
/// a Joliet volume are taken where there is one.
/// </summary>
internal sealed class DiscImageReader
{
    private const int SectorLength = 2048;
    private const int FirstDescriptor = 16;
    private const int MostDescriptors = 64;
    private const int RecordLength = 33;
    private const int RootRecord = 156;

    /// <summary>ECMA-119 allows 8 levels, Joliet more.</summary>
    private const int DeepestFolder = 64;

    private static readonly LocalizedText CutShort = new(
        "the disc image is damaged or cut short: not all of it could be read",
        "l'image de disque est endommagée ou incomplète : elle n'a pas pu être lue en entier");

    private readonly OpenedFile _file;
    private readonly HashSet<(long Start, long Length)> _files = [];

    // Apart: a file is not hidden by a folder that is said to lie where it does.
    private readonly HashSet<(long Start, long Length)> _folders = [];

    private DiscImageReader(OpenedFile file) => _file = file;

    public static void Read(OpenedFile file) => new DiscImageReader(file).ReadVolumes();

    private void ReadVolumes()
    {
        var volumes = new List<Volume>();
        for (var number = 0; number < MostDescriptors; number++)
        {
            var descriptor = _file.Content.At((FirstDescriptor + number) * SectorLength, SectorLength);
            if (!descriptor.Span.At(1, 5).SequenceEqual("CD001"u8) || descriptor.Span[0] == 255)
                break;

            // Types of volume descriptors (ECMA-119 8.1.1): primary, supplementary.
            if (descriptor.Length == SectorLength && descriptor.Span[0] is 1 or 2)
                volumes.Add(new Volume(descriptor));
        }

        foreach (var volume in volumes.OrderByDescending(volume => volume.IsJoliet))
        {
            foreach (var (what, text) in volume.Texts)
                _file.Text.Add(Place.Metadata(what), text);
            if (!ReadFolder(volume, volume.Descriptor.Span[RootRecord..], "", 0))
                return;
        }

        if (volumes.Count == 0)
            _file.Text.Refuse(PartStatus.Unreadable, new("the disc image is damaged: it describes no volume", "l'image de disque est endommagée : elle ne décrit aucun volume"));
    }

    /// <summary>Whether to read on.</summary>
    private bool ReadFolder(Volume volume, ReadOnlySpan<byte> record, string path, int depth)
    {
        var (start, length) = volume.ExtentOf(record);
        if (!_folders.Add((start, length)))
            return true;
        if (depth > DeepestFolder)
        {
            _file.Text.Miss(new(
                $"folders lie more than {DeepestFolder} deep in one another; what is in these was not read",
                $"des dossiers sont imbriqués sur plus de {DeepestFolder} niveaux ; le contenu des plus profonds n'a pas été lu"));
            return true;
        }

        var records = _file.Content.Span.At(start, length);
        if (records.Length < length)
            _file.Text.Miss(CutShort);
        for (var at = 0; at < records.Length;)
        {
            _file.Token.ThrowIfCancellationRequested();
            int recordLength = records[at];

            // A record does not run over the end of a sector (6.8.1.1).
            if (recordLength == 0)
            {
                at += SectorLength - (at % SectorLength);
                continue;
            }

            var inner = records.At(at, recordLength);
            at += recordLength;
            if (inner.Length < RecordLength + 1 || inner.Length < RecordLength + inner[32])
            {
                _file.Text.Miss(CutShort);
                return true;
            }

            // The folder itself, and the one that it lies in (7.6.2).
            if (inner[32] == 1 && inner[RecordLength] is 0 or 1)
                continue;
            var name = path + volume.NameOf(inner.Slice(RecordLength, inner[32]));
            var isFolder = (inner[25] & 2) != 0;
            if (!(isFolder ? ReadFolder(volume, inner, name + "/", depth + 1) : ReadFile(volume, inner, name)))
                return false;
        }

        return true;
    }

    private bool ReadFile(Volume volume, ReadOnlySpan<byte> record, string name)
    {
        var extent = volume.ExtentOf(record);
        if (!_files.Add(extent))
            return true;
        if (!ArchivedFile.TakeEntry(_file))
            return false;
        var content = _file.Content.At(extent.Start, extent.Length);
        if (!_file.Budget.TakeDecoded(content.Length))
        {
            _file.Text.Refuse(PartStatus.TooLarge, Details.TooMuchDecoded);
            return false;
        }

        if (content.Length < extent.Length)
            _file.ReadEmbeddedBeginning(name, content, PartStatus.Partial, new("the disc image is cut short: only its beginning could be read", "l'image de disque est incomplète : seul le début du fichier a pu être lu"));
        else
            _file.ReadEmbedded(name, content);
        return true;
    }

    /// <summary>A volume (ECMA-119 8.4, 8.5): the same files may be described by several, in other characters.</summary>
    private sealed class Volume(ReadOnlyMemory<byte> descriptor)
    {
        /// <summary>The names of its fields that hold text.</summary>
        private static readonly (string What, int Offset, int Length)[] Fields = [("volume", 40, 32), ("publisher", 318, 128), ("preparer", 446, 128), ("application", 574, 128)];

        public ReadOnlyMemory<byte> Descriptor { get; } = descriptor;

        /// <summary>Whether names are UTF-16, by its escape sequences (Joliet specification).</summary>
        public bool IsJoliet => Descriptor.Span[0] == 2 && Descriptor.Span.Slice(88, 2).SequenceEqual("%/"u8) && Descriptor.Span[90] is (byte)'@' or (byte)'C' or (byte)'E';

        public IEnumerable<(string What, string Text)> Texts => Fields.Select(text => (text.What, Decode(Descriptor.Span.Slice(text.Offset, text.Length)).Trim('\0', ' ')));

        private int BlockLength => Descriptor.Span.UInt16At(128) is > 0 and var length ? length : SectorLength;

        /// <summary>Where the file or folder of a record lies, behind its extended attributes (9.1).</summary>
        public (long Start, long Length) ExtentOf(ReadOnlySpan<byte> record) => (((long)record.UInt32At(2) + record.ByteAt(1)) * BlockLength, record.UInt32At(10));

        /// <summary>The name without its version (7.5.1): <c>NOTE.TXT</c> of <c>NOTE.TXT;1</c>.</summary>
        public string NameOf(ReadOnlySpan<byte> identifier)
        {
            var name = Decode(identifier);
            return (name.LastIndexOf(';') is > 0 and var version ? name[..version] : name).TrimEnd('.');
        }

        private string Decode(ReadOnlySpan<byte> bytes) => (IsJoliet ? Encoding.BigEndianUnicode : Encoding.Latin1).GetString(bytes);
    }
}
