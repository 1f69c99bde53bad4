namespace Dlp.Documents.Archives;

/// <summary>
/// The entries of a ZIP archive, found the way Info-ZIP's unzip finds them: by the central directory, wherever bytes before the archive have
/// moved it (APPNOTE 4.3.12, 4.3.14 to 4.3.16), and by local headers (4.3.7) where no listed entry lies, which also serves archives whose end is
/// cut off and finds what a second archive or a lying directory hides.
/// </summary>
internal sealed class ZipDirectory
{
    private const int LocalHeaderLength = 30;
    private const int CentralHeaderLength = 46;
    private const int EndLength = 22;
    private const int End64Length = 56;
    private const int LocatorLength = 20;
    private const int LongestLocalName = 4_096;
    private const int HighestVersion = 255;

    private readonly ReadOnlyMemory<byte> _content;
    private readonly int _maxEntries;
    private readonly CancellationToken _token;
    private readonly List<ZipEntry> _entries = [];
    private readonly List<(long Start, long End)> _taken = [];
    private readonly SortedSet<LocalizedText> _faults = new(Comparer<LocalizedText>.Create((one, other) => string.CompareOrdinal(one.En, other.En)));

    private ZipDirectory(ReadOnlyMemory<byte> content, int maxEntries, CancellationToken token) =>
        (_content, _maxEntries, _token, End, Start) = (content, maxEntries, token, content.Length, content.Length);

    /// <summary>In the order of the directory, then those it does not list. No more than the limit.</summary>
    public IReadOnlyList<ZipEntry> Entries => _entries;

    /// <summary>The archive's own comment; empty when it has none.</summary>
    public string Comment { get; private set; } = "";

    /// <summary>The comments of its entries.</summary>
    public List<string> EntryComments { get; } = [];

    /// <summary>Where its first entry begins; bytes before belong to something else.</summary>
    public int Start { get; private set; }

    /// <summary>Where its end record and its comment end; the length of the file when it has none.</summary>
    public int End { get; private set; }

    /// <summary>What is odd about the archive as a whole, for people; quotes nothing of it.</summary>
    public IReadOnlyCollection<LocalizedText> Faults => _faults;

    /// <summary>Whether there were more entries than the limit.</summary>
    public bool IsOverLimit { get; private set; }

    private ReadOnlySpan<byte> Bytes => _content.Span;

    public static ZipDirectory Read(ReadOnlyMemory<byte> content, int maxEntries, CancellationToken token)
    {
        var directory = new ZipDirectory(content, maxEntries, token);
        directory.ReadCentral();
        directory.ReadUnlisted();
        return directory;
    }

    private void ReadCentral()
    {
        var end = Bytes.LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || end + EndLength > Bytes.Length)
        {
            _faults.Add(new("the archive's directory is missing: its end is cut off", "le répertoire de l'archive manque : sa fin est coupée"));
            return;
        }

        var record = Bytes[end..];
        long count = record.UInt16At(10), size = record.UInt32At(12), offset = record.UInt32At(16);
        End = Math.Min(end + EndLength + record.UInt16At(20), Bytes.Length);
        Start = end;
        Comment = ZipFields.Text(record.Slice(EndLength, Math.Min(record.UInt16At(20), record.Length - EndLength)), isUtf8: false);
        long directoryEnd = end;
        if (End64(end, count, size, offset) is { } end64)
        {
            var record64 = Bytes[end64..];
            count = (long)Math.Min(record64.UInt64At(32), long.MaxValue);
            size = (long)Math.Min(record64.UInt64At(40), long.MaxValue);
            offset = (long)Math.Min(record64.UInt64At(48), long.MaxValue);
            directoryEnd = end64;
        }

        if (count > _maxEntries)
            IsOverLimit = true;

        // Bytes before the archive move everything by the same distance: the directory ends where its end record begins.
        var start = size <= directoryEnd && IsAt(directoryEnd - size, "PK\x01\x02"u8) ? directoryEnd - size : offset;
        if (IsAt(start, "PK\x01\x02"u8))
            WalkCentral((int)start, moved: start - offset);
        else if (count > 0)
            _faults.Add(new("the archive's directory is not where the archive says", "le répertoire de l'archive n'est pas là où elle le dit"));
    }

    private int? End64(int end, long count, long size, long offset)
    {
        if (count != ushort.MaxValue && size != ZipFields.Saturated && offset != ZipFields.Saturated)
            return null;
        if (!IsAt(end - LocatorLength, "PK\x06\x07"u8))
            return null;
        var said = Bytes[(end - LocatorLength)..].UInt64At(8);
        if (said < (ulong)Bytes.Length && IsAt((long)said, "PK\x06\x06"u8) && (int)said + End64Length <= Bytes.Length)
            return (int)said;
        var found = Bytes[..end].LastIndexOf("PK\x06\x06"u8);
        return found >= 0 && found + End64Length <= Bytes.Length ? found : null;
    }

    private void WalkCentral(int position, long moved)
    {
        while (position + CentralHeaderLength <= Bytes.Length && IsAt(position, "PK\x01\x02"u8))
        {
            if (_entries.Count >= _maxEntries)
            {
                IsOverLimit = true;
                break;
            }

            _token.ThrowIfCancellationRequested();
            var header = Bytes[position..];
            int nameLength = header.UInt16At(28), extraLength = header.UInt16At(30), commentLength = header.UInt16At(32);
            if (CentralHeaderLength + nameLength + extraLength > header.Length)
                break;
            var name = header.Slice(CentralHeaderLength, nameLength);
            var extra = header.Slice(CentralHeaderLength + nameLength, extraLength);
            AddListed(header, name, extra, moved);
            if (ZipFields.Text(header.At(CentralHeaderLength + nameLength + extraLength, commentLength), ZipFields.IsUtf8(header.UInt16At(8))) is { Length: > 0 } comment)
                EntryComments.Add(comment);
            position += CentralHeaderLength + nameLength + extraLength + commentLength;
        }
    }

    private void AddListed(ReadOnlySpan<byte> header, ReadOnlySpan<byte> name, ReadOnlySpan<byte> extra, long moved)
    {
        int flags = header.UInt16At(8);
        var method = (ZipMethod)header.UInt16At(10);
        long stored = header.UInt32At(20), declared = header.UInt32At(24), offset = header.UInt32At(42);
        var field = ZipFields.Zip64Of(extra);
        declared = ZipFields.Widen(declared, ref field);
        stored = ZipFields.Widen(stored, ref field);
        offset = ZipFields.Widen(offset, ref field);
        var local = IsLocalHeader(offset + moved) ? offset + moved : IsLocalHeader(offset) ? offset : -1;
        var entry = new ZipEntry
        {
            Name = ZipFields.NameOf(name, extra, flags),
            Method = method,
            IsEncrypted = ZipFields.IsEncrypted(flags, method),
            DataOffset = -1,
            StoredSize = stored,
            DeclaredSize = declared,
            HasEndMark = ZipFields.HasEndMark(flags),
            IsListed = true,
        };
        if (local >= 0)
        {
            var localHeader = Bytes[(int)local..];
            int localFlags = localHeader.UInt16At(6), localNameLength = localHeader.UInt16At(26);
            var localMethod = (ZipMethod)localHeader.UInt16At(8);
            var data = local + LocalHeaderLength + localNameLength + localHeader.UInt16At(28);
            var localName = localHeader.Slice(LocalHeaderLength, Math.Min(localNameLength, localHeader.Length - LocalHeaderLength));
            var localStored = (localFlags & 8) == 0 && localHeader.UInt32At(18) != ZipFields.Saturated ? localHeader.UInt32At(18) : stored;
            entry = entry with
            {
                DataOffset = (int)Math.Min(data, Bytes.Length),
                IsEncrypted = entry.IsEncrypted || ZipFields.IsEncrypted(localFlags, localMethod),
                StoredSize = Math.Max(stored, localStored),
                IsContradicted = localMethod != method || !localName.SequenceEqual(name),
                LocalMethod = localMethod,
            };
            _taken.Add((local, Math.Min(data + stored, Bytes.Length)));
        }

        _entries.Add(entry);
    }

    /// <summary>Local headers where no listed entry lies.</summary>
    private void ReadUnlisted()
    {
        _taken.Sort();
        if (_taken.Count > 0)
            Start = (int)Math.Min(Start, _taken[0].Start);
        var listed = _entries.Count;
        long free = 0, overlapped = 0;
        foreach (var (start, end) in _taken)
        {
            if (start > free)
                ScanLocal((int)free, (int)start);
            else if (start < free)
                overlapped++;
            free = Math.Max(free, end);
        }

        if (free < Bytes.Length)
            ScanLocal((int)free, Bytes.Length);
        if (overlapped > 0)
            _faults.Add(new("entries of the archive overlap one another", "des fichiers de l'archive se chevauchent"));
        if (listed > 0 && _entries.Count > listed)
            _faults.Add(new("the archive holds entries that its directory does not list; they were read too", "l'archive contient des fichiers que son répertoire ne cite pas ; ils ont été lus aussi"));
    }

    private void ScanLocal(int start, int end)
    {
        while (start < end)
        {
            _token.ThrowIfCancellationRequested();
            var found = Bytes[start..end].IndexOf("PK\x03\x04"u8);
            if (found < 0)
                return;
            if (_entries.Count >= _maxEntries)
            {
                IsOverLimit = true;
                return;
            }

            start += found;
            start = IsPlausible(start) ? AddUnlisted(start) : start + 4;
        }
    }

    /// <summary>Adds the entry of a local header; gives where to look for the next one.</summary>
    private int AddUnlisted(int position)
    {
        var header = Bytes[position..];
        int flags = header.UInt16At(6), nameLength = header.UInt16At(26), extraLength = header.UInt16At(28);
        var method = (ZipMethod)header.UInt16At(8);
        long stored = header.UInt32At(18), declared = header.UInt32At(22);
        var extra = header.Slice(LocalHeaderLength + nameLength, Math.Min(extraLength, header.Length - LocalHeaderLength - nameLength));
        var field = ZipFields.Zip64Of(extra);
        declared = ZipFields.Widen(declared, ref field);
        stored = ZipFields.Widen(stored, ref field);
        var data = Math.Min(position + LocalHeaderLength + nameLength + extraLength, Bytes.Length);

        // Bit 3: the sizes stand behind the data, where only inflating it leads.
        var isKnown = (flags & 8) == 0 || stored > 0;
        if (!isKnown)
        {
            var next = NextHeader(data);
            (stored, declared) = (method == ZipMethod.Stored ? next - data : -1, -1);
        }

        Start = Math.Min(Start, position);
        _entries.Add(new ZipEntry
        {
            Name = ZipFields.NameOf(header.Slice(LocalHeaderLength, nameLength), extra, flags),
            Method = method,
            IsEncrypted = ZipFields.IsEncrypted(flags, method),
            DataOffset = data,
            StoredSize = stored,
            DeclaredSize = declared,
            HasEndMark = ZipFields.HasEndMark(flags),
            IsListed = false,
        });
        return isKnown ? (int)Math.Min(data + stored, Bytes.Length) : data;
    }

    private int NextHeader(int from)
    {
        var position = from;
        while (position < Bytes.Length)
        {
            var found = Bytes[position..].IndexOf("PK"u8);
            if (found < 0 || position + found + 4 > Bytes.Length)
                break;
            position += found;
            if (Bytes[position + 2] is 1 or 3 or 5 or 7 && Bytes[position + 3] == Bytes[position + 2] + 1)
                return position;
            position += 2;
        }

        return Bytes.Length;
    }

    private bool IsLocalHeader(long position) => position + LocalHeaderLength <= Bytes.Length && IsAt(position, "PK\x03\x04"u8);

    /// <summary>Four bytes may stand anywhere; a header has a version, a known method and a name.</summary>
    private bool IsPlausible(int position)
    {
        if (!IsLocalHeader(position))
            return false;
        var header = Bytes[position..];
        int nameLength = header.UInt16At(26);
        return header.UInt16At(4) <= HighestVersion
            && Enum.IsDefined((ZipMethod)header.UInt16At(8))
            && nameLength is > 0 and <= LongestLocalName
            && LocalHeaderLength + nameLength <= header.Length;
    }

    private bool IsAt(long position, ReadOnlySpan<byte> signature) =>
        position >= 0 && position + signature.Length <= Bytes.Length && Bytes.Slice((int)position, signature.Length).SequenceEqual(signature);


}
