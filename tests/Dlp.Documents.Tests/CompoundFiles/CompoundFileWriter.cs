using System.Buffers.Binary;
using System.Text;

namespace Dlp.Documents.Tests.CompoundFiles;

/// <summary>Writes compound files ([MS-CFB]) of version 3 or 4: streams by path, <c>Macros/VBA/dir</c>.</summary>
internal sealed class CompoundFileWriter(bool isVersion4 = false)
{
    private const uint End = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;
    private const uint FatSector = 0xFFFFFFFD;

    private readonly SortedDictionary<string, byte[]> _streams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> _clsids = new(StringComparer.Ordinal);

    private int SectorSize => isVersion4 ? 4096 : 512;

    public CompoundFileWriter With(string path, byte[] content)
    {
        _streams[path] = content;
        return this;
    }

    /// <summary>Gives the class of a storage; of the root when the path is empty.</summary>
    public CompoundFileWriter Clsid(string path, string clsid)
    {
        _clsids[path] = Guid.Parse(clsid);
        return this;
    }

    /// <summary>Adds what another writer holds, under a path.</summary>
    public CompoundFileWriter With(string path, CompoundFileWriter inner)
    {
        foreach (var (name, content) in inner._streams)
            _streams[path.Length == 0 ? name : $"{path}/{name}"] = content;
        return this;
    }

    public byte[] ToBytes()
    {
        var nodes = new List<Node> { new("Root Entry", 5) };
        foreach (var (path, content) in _streams)
        {
            var parent = 0;
            var names = path.Split('/');
            for (var i = 0; i < names.Length; i++)
            {
                var isStream = i == names.Length - 1;
                var found = nodes[parent].Children.FindIndex(child => nodes[child].Name == names[i] && nodes[child].Type == (isStream ? 2 : 1));
                if (found < 0)
                {
                    nodes[parent].Children.Add(nodes.Count);
                    nodes.Add(new(names[i], isStream ? (byte)2 : (byte)1) { Content = isStream ? content : [], Clsid = isStream ? default : _clsids.GetValueOrDefault(string.Join('/', names[..(i + 1)])) });
                    parent = nodes.Count - 1;
                }
                else
                {
                    parent = nodes[parent].Children[found];
                }
            }
        }

        nodes[0].Clsid = _clsids.GetValueOrDefault("");
        var mini = new MemoryStream();
        var miniFat = new List<uint>();
        foreach (var node in nodes.Where(node => node.Type == 2 && node.Content.Length is > 0 and < 4096))
        {
            node.Start = (uint)miniFat.Count;
            var count = (node.Content.Length + 63) / 64;
            for (var i = 1; i <= count; i++)
                miniFat.Add(i == count ? End : (uint)miniFat.Count + 1);
            mini.Write(node.Content);
            mini.Write(new byte[(count * 64) - node.Content.Length]);
        }

        nodes[0].Content = mini.ToArray();
        var body = new MemoryStream();
        var fat = new List<uint>();
        foreach (var node in nodes.Where(node => node.Type == 5 ? node.Content.Length > 0 : node.Content.Length >= 4096))
            node.Start = Append(node.Content);
        var miniFatStart = miniFat.Count == 0 ? End : Append(miniFat.SelectMany(BitConverter.GetBytes).ToArray());
        var directoryStart = Append(Directory(nodes));

        // FAT sectors describe themselves too.
        var perSector = SectorSize / 4;
        var fatSectors = 1;
        while (fatSectors * perSector < fat.Count + fatSectors)
            fatSectors++;
        if (fatSectors > 109)
            throw new InvalidOperationException("The writer has no DIFAT sectors.");
        var firstFat = (uint)fat.Count;
        for (var i = 0; i < fatSectors; i++)
            fat.Add(FatSector);
        while (fat.Count < fatSectors * perSector)
            fat.Add(Free);
        body.Write(fat.SelectMany(BitConverter.GetBytes).ToArray());

        var header = new byte[SectorSize];
        Convert.FromHexString("D0CF11E0A1B11AE1").CopyTo(header, 0);
        Put16(header, 24, 0x3E);
        Put16(header, 26, isVersion4 ? 4 : 3);
        Put16(header, 28, 0xFFFE);
        Put16(header, 30, isVersion4 ? 12 : 9);
        Put16(header, 32, 6);
        Put32(header, 44, (uint)fatSectors);
        Put32(header, 48, directoryStart);
        Put32(header, 56, 4096);
        Put32(header, 60, miniFatStart);
        Put32(header, 64, (uint)((miniFat.Count + perSector - 1) / perSector));
        Put32(header, 68, End);
        for (var i = 0; i < 109; i++)
            Put32(header, 76 + (4 * i), i < fatSectors ? firstFat + (uint)i : Free);
        return [.. header, .. body.ToArray()];

        uint Append(byte[] content)
        {
            var start = (uint)fat.Count;
            var count = (content.Length + SectorSize - 1) / SectorSize;
            for (var i = 1; i <= count; i++)
                fat.Add(i == count ? End : (uint)fat.Count + 1);
            body.Write(content);
            body.Write(new byte[(count * SectorSize) - content.Length]);
            return start;
        }
    }

    private byte[] Directory(List<Node> nodes)
    {
        var perSector = SectorSize / 128;
        var bytes = new byte[(nodes.Count + perSector - 1) / perSector * SectorSize];
        for (var i = 0; i < nodes.Count; i++)
        {
            var entry = bytes.AsSpan(i * 128, 128);
            Encoding.Unicode.GetBytes(nodes[i].Name).CopyTo(entry);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((nodes[i].Name.Length + 1) * 2));
            entry[66] = nodes[i].Type;
            entry[67] = 1;
            BinaryPrimitives.WriteUInt32LittleEndian(entry[68..], Free);

            // A tree that leans to the right is still a tree.
            var parent = nodes.Find(node => node.Children.Contains(i));
            var place = parent?.Children.IndexOf(i) ?? -1;
            BinaryPrimitives.WriteUInt32LittleEndian(entry[72..], parent is not null && place + 1 < parent.Children.Count ? (uint)parent.Children[place + 1] : Free);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[76..], nodes[i].Children.Count > 0 ? (uint)nodes[i].Children[0] : Free);
            nodes[i].Clsid.ToByteArray().CopyTo(entry[80..]);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], nodes[i].Start);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[120..], (uint)nodes[i].Content.Length);
        }

        return bytes;
    }

    private static void Put16(byte[] bytes, int offset, int value) => BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(offset), (ushort)value);

    private static void Put32(byte[] bytes, int offset, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(offset), value);

    private sealed class Node(string name, byte type)
    {
        public string Name { get; } = name;

        public byte Type { get; } = type;

        public byte[] Content { get; set; } = [];

        public Guid Clsid { get; set; }

        public uint Start { get; set; } = End;

        public List<int> Children { get; } = [];
    }
}
