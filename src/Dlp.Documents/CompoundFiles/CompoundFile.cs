namespace Dlp.Documents.CompoundFiles;

/// <summary>
/// A compound file ([MS-CFB]): storages and streams in one file, as Office 97 to 2003, Outlook and OLE write them.
/// Chains that run in circles end, what points outside the file is left out, and <see cref="IsDamaged"/> says so.
/// </summary>
internal sealed class CompoundFile
{
    private const int HeaderSize = 512;
    private const int HeaderFatSectors = 109;

    /// <summary>Links of chains, all streams together: many streams may share one long chain, an honest file of 1 GB has 16 million links.</summary>
    private const long MaxFollowed = 50_000_000;

    private const uint MaxSector = 0xFFFFFFFA;
    private const uint EndOfChain = 0xFFFFFFFE;

    private readonly ReadOnlyMemory<byte> _content;
    private readonly AttachmentBudget _budget;
    private readonly CancellationToken _token;
    private readonly int _sectorSize;
    private readonly int _miniSectorSize;
    private readonly uint _miniCutoff;
    private readonly uint[] _fat;
    private readonly Lazy<uint[]> _miniFat;
    private readonly Lazy<ReadOnlyMemory<byte>> _miniStream;
    private long _followed;

    private CompoundFile(ReadOnlyMemory<byte> content, AttachmentBudget budget, CancellationToken token)
    {
        _content = content;
        _budget = budget;
        _token = token;
        var header = content.Span;
        var isVersion4 = header.UInt16At(26) >= 4;
        _sectorSize = 1 << header.UInt16At(30);
        _miniSectorSize = 1 << Math.Clamp((int)header.UInt16At(32), 4, 9);
        _miniCutoff = header.UInt32At(56) is 0 ? 4096 : header.UInt32At(56);
        _fat = ReadFat();
        var firstMiniFat = header.UInt32At(60);
        _miniFat = new(() => ToTable(ReadChain(firstMiniFat, long.MaxValue).Span));
        var directory = new CompoundDirectory(ReadChain(header.UInt32At(48), long.MaxValue).Span, isVersion4, this, token);
        _miniStream = new(() => ReadChain(directory.MiniStart, directory.MiniSize));
        Root = directory.Root;
        IsDamaged |= directory.IsDamaged;
    }

    /// <summary>The storage that holds everything.</summary>
    public CompoundStorage Root { get; }

    /// <summary>Something in it points nowhere or in a circle, as in a file that was cut off.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>A stream was left out because the attachment's budget of bytes was used up.</summary>
    public bool IsOverBudget { get; private set; }

    /// <summary>Opens the file; null when its header is none.</summary>
    /// <param name="content">The file.</param>
    /// <param name="budget">Pays for streams that lie in pieces; those in one piece are slices of <paramref name="content"/>.</param>
    /// <param name="token">Looked at while chains are followed.</param>
    public static CompoundFile? Open(ReadOnlyMemory<byte> content, AttachmentBudget budget, CancellationToken token)
    {
        var header = content.Span;
        if (content.Length < HeaderSize || header.UInt32At(0) != 0xE011CFD0 || header.UInt16At(30) is < 7 or > 16)
            return null;
        return new CompoundFile(content, budget, token);
    }

    /// <summary>Names of the streams in the root, without case; empty when the file cannot be opened.</summary>
    public static IReadOnlySet<string> NamesInRoot(ReadOnlySpan<byte> content)
    {
        var file = Open(content.ToArray(), new AttachmentBudget(new AttachmentOptions()), CancellationToken.None);
        return file is null ? new HashSet<string>() : file.Root.Streams.Select(stream => stream.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Opens the file and says, when it cannot, why.</summary>
    public static CompoundFile? Open(OpenedFile file)
    {
        var opened = Open(file.Content, file.Budget, file.Token);
        if (opened is null)
            file.Text.Refuse(PartStatus.Unreadable, Details.CannotBeOpened);
        return opened;
    }

    /// <summary>Says what of the file could not be reached.</summary>
    public void ReportLosses(AttachmentText text)
    {
        if (IsOverBudget)
            text.Refuse(PartStatus.TooLarge, new("its streams hold more than the limit of decoded bytes; the rest was not read", "ses flux dépassent la limite d'octets décodés ; le reste n'a pas été lu"));
        if (IsDamaged)
            text.Miss(new("a part of the file is missing or damaged", "une partie du fichier manque ou est endommagée"));
    }

    internal ReadOnlyMemory<byte> ReadStream(uint start, long size) =>
        size < _miniCutoff ? ReadMiniChain(start, size) : ReadChain(start, size);

    private ReadOnlyMemory<byte> ReadChain(uint start, long size)
    {
        // The header counts as sector -1, and takes a whole sector ([MS-CFB] 2.2).
        return Join(Follow(_fat, start, size, _sectorSize), _content, _sectorSize, _sectorSize, size);
    }

    private ReadOnlyMemory<byte> ReadMiniChain(uint start, long size) =>
        Join(Follow(_miniFat.Value, start, size, _miniSectorSize), _miniStream.Value, 0, _miniSectorSize, size);

    /// <summary>The sectors of a chain, no more than the size needs and no more than there are.</summary>
    private List<uint> Follow(uint[] table, uint start, long size, int sectorSize)
    {
        var chain = new List<uint>();
        if (size <= 0)
            return chain;
        if (_followed > MaxFollowed)
        {
            IsOverBudget = true;
            return chain;
        }

        var needed = Math.Min(((size - 1) / sectorSize) + 1, table.Length);
        var sector = start;
        for (; chain.Count < needed && sector < table.Length; sector = table[sector])
        {
            if (chain.Count % 4096 == 0)
                _token.ThrowIfCancellationRequested();
            chain.Add(sector);
        }

        _followed += chain.Count;

        // A chain of unknown size must have an end; another must be as long as its size.
        IsDamaged |= size == long.MaxValue ? sector < MaxSector && start < MaxSector : chain.Count * (long)sectorSize < size;
        return chain;
    }

    private ReadOnlyMemory<byte> Join(List<uint> chain, ReadOnlyMemory<byte> source, int first, int sectorSize, long size)
    {
        if (chain.Count == 0)
            return default;
        size = Math.Min(size, chain.Count * (long)sectorSize);
        var isInOnePiece = true;
        for (var i = 1; i < chain.Count && isInOnePiece; i++)
            isInOnePiece = chain[i] == chain[i - 1] + 1;
        if (isInOnePiece)
            return source.At(first + (chain[0] * (long)sectorSize), size);
        if (size > Array.MaxLength || !_budget.TakeDecoded(size))
        {
            IsOverBudget = true;
            return default;
        }

        var joined = new byte[size];
        var length = 0;
        foreach (var sector in chain)
        {
            var piece = source.Span.At(first + (sector * (long)sectorSize), Math.Min(sectorSize, size - length));
            IsDamaged |= piece.IsEmpty;
            piece.CopyTo(joined.AsSpan(length));
            length += piece.Length;
        }

        return joined.AsMemory(0, length);
    }

    /// <summary>Where each sector goes on ([MS-CFB] 2.3), from the sectors that the header and the DIFAT list (2.5).</summary>
    private uint[] ReadFat()
    {
        var content = _content.Span;
        var sectors = (int)((content.Length - 1L) / _sectorSize);
        var fat = new uint[Math.Max(sectors, 0)];
        Array.Fill(fat, EndOfChain);
        var filled = 0;
        for (var i = 0; i < HeaderFatSectors && filled < fat.Length; i++)
            filled = CopyFatSector(content.UInt32At(76 + (4 * i)), fat, filled);
        var difat = content.UInt32At(68);
        for (var steps = 0; difat < MaxSector && filled < fat.Length; steps++)
        {
            _token.ThrowIfCancellationRequested();
            var sector = content.At(_sectorSize + (difat * (long)_sectorSize), _sectorSize);
            if (sector.Length < _sectorSize || steps > sectors)
            {
                IsDamaged = true;
                break;
            }

            for (var i = 0; i < (_sectorSize / 4) - 1 && filled < fat.Length; i++)
                filled = CopyFatSector(sector.UInt32At(4 * i), fat, filled);
            difat = sector.UInt32At(_sectorSize - 4);
        }

        return fat;
    }

    private int CopyFatSector(uint sector, uint[] fat, int filled)
    {
        if (sector >= MaxSector)
            return filled;
        var entries = Math.Min(_sectorSize / 4, fat.Length - filled);
        var bytes = _content.Span.At(_sectorSize + (sector * (long)_sectorSize), 4L * entries);
        IsDamaged |= bytes.Length < 4 * entries;
        for (var i = 0; i < bytes.Length / 4; i++)
            fat[filled + i] = bytes.UInt32At(4 * i);
        return filled + entries;
    }

    private static uint[] ToTable(ReadOnlySpan<byte> bytes)
    {
        var table = new uint[bytes.Length / 4];
        for (var i = 0; i < table.Length; i++)
            table[i] = bytes.UInt32At(4 * i);
        return table;
    }
}
