using System.Text;

namespace Dlp.Documents.CompoundFiles;

/// <summary>The directory of a compound file ([MS-CFB] 2.6): its entries, linked into storages and streams.</summary>
internal sealed class CompoundDirectory
{
    private const int EntrySize = 128;
    private const int MaxStorageDepth = 64;
    private const uint NoEntry = 0xFFFFFFFF;

    private readonly CompoundFile _file;
    private readonly CancellationToken _token;

    /// <param name="bytes">The directory.</param>
    /// <param name="isVersion4">Whether sizes have 64 bits.</param>
    /// <param name="file">The file, of which its streams are read.</param>
    /// <param name="token">Cancelled when time is up.</param>
    public CompoundDirectory(ReadOnlySpan<byte> bytes, bool isVersion4, CompoundFile file, CancellationToken token)
    {
        (_file, _token) = (file, token);
        var entries = EntriesOf(bytes, isVersion4);
        if (entries.Count > 0)
            (MiniStart, MiniSize) = (entries[0].Start, entries[0].Size);
        Root = Tree(entries);
    }

    /// <summary>The storage that holds everything.</summary>
    public CompoundStorage Root { get; }

    /// <summary>Where the stream of small streams begins.</summary>
    public uint MiniStart { get; }

    /// <summary>How long that is.</summary>
    public long MiniSize { get; }

    /// <summary>Whether an entry points nowhere or in a circle.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>The directory's entries ([MS-CFB] 2.6.1), in the order of the file.</summary>
    private static List<Entry> EntriesOf(ReadOnlySpan<byte> bytes, bool isVersion4)
    {
        var entries = new List<Entry>();
        for (var at = 0; at + EntrySize <= bytes.Length; at += EntrySize)
        {
            var entry = bytes.Slice(at, EntrySize);
            var nameBytes = Math.Clamp(entry.UInt16At(64) - 2, 0, 62) & ~1;

            // Version 3 leaves the upper half of the size undefined.
            var size = isVersion4 ? (long)Math.Min(entry.UInt64At(120), int.MaxValue) : entry.UInt32At(120);
            entries.Add(new Entry(
                Encoding.Unicode.GetString(entry[..nameBytes]).TrimEnd('\0'),
                entry[66],
                entry.UInt32At(68),
                entry.UInt32At(72),
                entry.UInt32At(76),
                new Guid(entry.Slice(80, 16)),
                entry.UInt32At(116),
                size));
        }

        return entries;
    }

    /// <summary>Links the entries into a tree. Entries that no storage names are taken as the root's, so that nothing hides there.</summary>
    private CompoundStorage Tree(List<Entry> entries)
    {
        var root = new CompoundStorage("Root Entry", entries.Count > 0 ? entries[0].Clsid : Guid.Empty);
        if (entries.Count == 0)
        {
            IsDamaged = true;
            return root;
        }

        var seen = new bool[entries.Count];
        seen[0] = true;
        var open = new Queue<(CompoundStorage Storage, uint Child, int Depth)>();
        open.Enqueue((root, entries[0].Child, 1));
        while (open.TryDequeue(out var next))
            AddChildren(next.Storage, next.Child, next.Depth);

        for (var i = 1; i < entries.Count; i++)
        {
            if (!seen[i] && entries[i].Type is Entry.Storage or Entry.Stream)
            {
                seen[i] = true;
                Add(root, i, 1);
                while (open.TryDequeue(out var next))
                    AddChildren(next.Storage, next.Child, next.Depth);
            }
        }

        return root;

        void AddChildren(CompoundStorage storage, uint child, int depth)
        {
            _token.ThrowIfCancellationRequested();
            var found = new List<int>();
            var siblings = new Stack<uint>();
            siblings.Push(child);
            while (siblings.TryPop(out var at))
            {
                if (at == NoEntry)
                    continue;
                if (at >= entries.Count || seen[at])
                {
                    IsDamaged = true;
                    continue;
                }

                seen[at] = true;
                found.Add((int)at);
                siblings.Push(entries[(int)at].Left);
                siblings.Push(entries[(int)at].Right);
            }

            found.Sort();
            foreach (var at in found)
                Add(storage, at, depth);
        }

        void Add(CompoundStorage storage, int at, int depth)
        {
            var entry = entries[at];
            switch (entry.Type)
            {
                case Entry.Storage when depth < MaxStorageDepth:
                    var inner = new CompoundStorage(entry.Name, entry.Clsid);
                    storage.Add(inner);
                    open.Enqueue((inner, entry.Child, depth + 1));
                    break;
                case Entry.Stream:
                    storage.Add(new CompoundStream(_file, entry.Name, entry.Start, entry.Size));
                    break;
                default:
                    IsDamaged = true;
                    break;
            }
        }
    }

    private readonly record struct Entry(string Name, byte Type, uint Left, uint Right, uint Child, Guid Clsid, uint Start, long Size)
    {
        public const byte Storage = 1;
        public const byte Stream = 2;
    }
}
