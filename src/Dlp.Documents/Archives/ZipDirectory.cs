using System.Buffers.Binary;
using System.Text;

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
    private const uint Saturated = uint.MaxValue;
    private const ushort Zip64Field = 0x0001;
    private const ushort UnicodePathField = 0x7075;

    private static readonly Encoding CodePage437 = CodePagesEncodingProvider.Instance.GetEncoding(437)!;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOnlyMemory<byte> _content;
    private readonly int _maxEntries;
    private readonly CancellationToken _token;
    private readonly List<ZipEntry> _entries = [];
    private readonly List<(long Start, long End)> _taken = [];
    private readonly SortedSet<string> _faults = new(StringComparer.Ordinal);

    private ZipDirectory(ReadOnlyMemory<byte> content, int maxEntries, CancellationToken token) =>
        (_content, _maxEntries, _token) = (content, maxEntries, token);

    /// <summary>In the order of the directory, then those it does not list. No more than the limit.</summary>
    public IReadOnlyList<ZipEntry> Entries => _entries;

    /// <summary>The archive's own comment; empty when it has none.</summary>
    public string Comment { get; private set; } = "";

    /// <summary>What is odd about the archive as a whole, for people; quotes nothing of it.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

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
            _faults.Add("the archive's directory is missing: its end is cut off");
            return;
        }

        var record = Bytes[end..];
        long count = U16(record, 10), size = U32(record, 12), offset = U32(record, 16);
        Comment = Text(record.Slice(EndLength, Math.Min(U16(record, 20), record.Length - EndLength)), isUtf8: false);
        long directoryEnd = end;
        if (End64(end, count, size, offset) is { } end64)
        {
            var record64 = Bytes[end64..];
            count = (long)Math.Min(U64(record64, 32), long.MaxValue);
            size = (long)Math.Min(U64(record64, 40), long.MaxValue);
            offset = (long)Math.Min(U64(record64, 48), long.MaxValue);
            directoryEnd = end64;
        }

        if (count > _maxEntries)
            IsOverLimit = true;

        // Bytes before the archive move everything by the same distance: the directory ends where its end record begins.
        var start = size <= directoryEnd && IsAt(directoryEnd - size, "PK\x01\x02"u8) ? directoryEnd - size : offset;
        if (IsAt(start, "PK\x01\x02"u8))
            WalkCentral((int)start, moved: start - offset);
        else if (count > 0)
            _faults.Add("the archive's directory is not where the archive says");
    }

    private int? End64(int end, long count, long size, long offset)
    {
        if (count != ushort.MaxValue && size != Saturated && offset != Saturated)
            return null;
        if (!IsAt(end - LocatorLength, "PK\x06\x07"u8))
            return null;
        var said = U64(Bytes[(end - LocatorLength)..], 8);
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
            int nameLength = U16(header, 28), extraLength = U16(header, 30), commentLength = U16(header, 32);
            if (CentralHeaderLength + nameLength + extraLength > header.Length)
                break;
            var name = header.Slice(CentralHeaderLength, nameLength);
            var extra = header.Slice(CentralHeaderLength + nameLength, extraLength);
            AddListed(header, name, extra, moved);
            position += CentralHeaderLength + nameLength + extraLength + commentLength;
        }
    }

    private void AddListed(ReadOnlySpan<byte> header, ReadOnlySpan<byte> name, ReadOnlySpan<byte> extra, long moved)
    {
        int flags = U16(header, 8);
        var method = (ZipMethod)U16(header, 10);
        long stored = U32(header, 20), declared = U32(header, 24), offset = U32(header, 42);
        var field = ExtraField(extra, Zip64Field);
        declared = Widen(declared, ref field);
        stored = Widen(stored, ref field);
        offset = Widen(offset, ref field);
        var local = IsLocalHeader(offset + moved) ? offset + moved : IsLocalHeader(offset) ? offset : -1;
        var entry = new ZipEntry
        {
            Name = NameOf(name, extra, flags),
            Method = method,
            IsEncrypted = IsEncryptedBy(flags, method),
            DataOffset = -1,
            StoredSize = stored,
            DeclaredSize = declared,
            HasEndMark = HasEndMark(flags),
            IsListed = true,
        };
        if (local >= 0)
        {
            var localHeader = Bytes[(int)local..];
            int localFlags = U16(localHeader, 6), localNameLength = U16(localHeader, 26);
            var localMethod = (ZipMethod)U16(localHeader, 8);
            var data = local + LocalHeaderLength + localNameLength + U16(localHeader, 28);
            var localName = localHeader.Slice(LocalHeaderLength, Math.Min(localNameLength, localHeader.Length - LocalHeaderLength));
            var localStored = (localFlags & 8) == 0 && U32(localHeader, 18) != Saturated ? U32(localHeader, 18) : stored;
            entry = entry with
            {
                DataOffset = (int)Math.Min(data, Bytes.Length),
                IsEncrypted = entry.IsEncrypted || IsEncryptedBy(localFlags, localMethod),
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
            _faults.Add("entries of the archive overlap one another");
        if (listed > 0 && _entries.Count > listed)
            _faults.Add("the archive holds entries that its directory does not list; they were read too");
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
        int flags = U16(header, 6), nameLength = U16(header, 26), extraLength = U16(header, 28);
        var method = (ZipMethod)U16(header, 8);
        long stored = U32(header, 18), declared = U32(header, 22);
        var extra = header.Slice(LocalHeaderLength + nameLength, Math.Min(extraLength, header.Length - LocalHeaderLength - nameLength));
        var field = ExtraField(extra, Zip64Field);
        declared = Widen(declared, ref field);
        stored = Widen(stored, ref field);
        var data = Math.Min(position + LocalHeaderLength + nameLength + extraLength, Bytes.Length);

        // Bit 3: the sizes stand behind the data, where only inflating it leads.
        var isKnown = (flags & 8) == 0 || stored > 0;
        if (!isKnown)
        {
            var next = NextHeader(data);
            (stored, declared) = (method == ZipMethod.Stored ? next - data : -1, -1);
        }

        _entries.Add(new ZipEntry
        {
            Name = NameOf(header.Slice(LocalHeaderLength, nameLength), extra, flags),
            Method = method,
            IsEncrypted = IsEncryptedBy(flags, method),
            DataOffset = data,
            StoredSize = stored,
            DeclaredSize = declared,
            HasEndMark = HasEndMark(flags),
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
        int nameLength = U16(header, 26);
        return U16(header, 4) <= HighestVersion
            && Enum.IsDefined((ZipMethod)U16(header, 8))
            && nameLength is > 0 and <= LongestLocalName
            && LocalHeaderLength + nameLength <= header.Length;
    }

    private bool IsAt(long position, ReadOnlySpan<byte> signature) =>
        position >= 0 && position + signature.Length <= Bytes.Length && Bytes.Slice((int)position, signature.Length).SequenceEqual(signature);

    private static bool IsEncryptedBy(int flags, ZipMethod method) => (flags & 0x41) != 0 || method == ZipMethod.Aes;

    private static bool HasEndMark(int flags) => (flags & 2) != 0;

    /// <summary>Bit 11 says UTF-8 (APPNOTE appendix D); without it, a name that is UTF-8 all the same is read as such, as macOS writes it.</summary>
    private static string NameOf(ReadOnlySpan<byte> name, ReadOnlySpan<byte> extra, int flags)
    {
        // Version, checksum of the other name, name (4.6.9).
        var unicodePath = ExtraField(extra, UnicodePathField);
        return unicodePath.Length > 5 && (flags & 0x800) == 0 ? Text(unicodePath[5..], isUtf8: true) : Text(name, isUtf8: (flags & 0x800) != 0);
    }

    private static string Text(ReadOnlySpan<byte> bytes, bool isUtf8)
    {
        if (isUtf8)
            return Encoding.UTF8.GetString(bytes);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePage437.GetString(bytes);
        }
    }

    private static ReadOnlySpan<byte> ExtraField(ReadOnlySpan<byte> extra, ushort id)
    {
        while (extra.Length >= 4)
        {
            int length = U16(extra, 2);
            if (4 + length > extra.Length)
                break;
            if (U16(extra, 0) == id)
                return extra.Slice(4, length);
            extra = extra[(4 + length)..];
        }

        return [];
    }

    /// <summary>A size that does not fit 32 bits stands in the ZIP64 field, in the order of the fields that do not fit (4.5.3).</summary>
    private static long Widen(long value, ref ReadOnlySpan<byte> zip64)
    {
        if (value != Saturated || zip64.Length < 8)
            return value;
        var wide = (long)Math.Min(U64(zip64, 0), long.MaxValue / 2);
        zip64 = zip64[8..];
        return wide;
    }

    private static int U16(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[offset..]);

    private static long U32(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[offset..]);

    private static ulong U64(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[offset..]);
}
