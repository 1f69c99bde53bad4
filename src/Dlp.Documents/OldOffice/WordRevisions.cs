namespace Dlp.Documents.OldOffice;

/// <summary>Which bytes of a Word document are hidden or deleted text ([MS-DOC] 2.8.5 and 2.9.33: character properties by file offset).</summary>
internal sealed class WordRevisions
{
    private const int PageSize = 512;
    private const int DeletedCode = 0x0800;
    private const int HiddenCode = 0x083C;
    private const int StyleCode = 0x4A30;

    private readonly List<(uint Start, uint End, WordRun Kind)> _runs = [];

    private readonly HashSet<int> _hiddenStyles = [];

    private WordRevisions()
    {
    }

    /// <summary>Reads the table of formatted disk pages and the pages it names.</summary>
    public static WordRevisions Of(ReadOnlySpan<byte> document, ReadOnlySpan<byte> pageTable, ReadOnlySpan<byte> styles, CancellationToken token)
    {
        var revisions = new WordRevisions();
        revisions.ReadStyles(styles);
        var count = (pageTable.Length - 4) / 8;

        // No more pages than the document has room for, however often the table names one.
        for (var i = 0; i < Math.Min(count, document.Length / PageSize); i++)
        {
            token.ThrowIfCancellationRequested();
            var page = pageTable.UInt32At((4 * (count + 1)) + (4 * i)) & 0x3F_FFFF;
            revisions.ReadPage(document.At(page * (long)PageSize, PageSize));
        }

        revisions._runs.Sort((a, b) => a.Start.CompareTo(b.Start));
        return revisions;
    }

    /// <summary>What the character at a file offset is, and up to which offset the answer holds.</summary>
    public (WordRun Kind, long Until) At(long offset)
    {
        int low = 0, high = _runs.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_runs[middle].End <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        if (low == _runs.Count)
            return (WordRun.Plain, long.MaxValue);
        var run = _runs[low];
        return run.Start <= offset ? (run.Kind, run.End) : (WordRun.Plain, run.Start);
    }

    private void ReadPage(ReadOnlySpan<byte> page)
    {
        if (page.Length < PageSize)
            return;
        var count = page[PageSize - 1];
        for (var i = 0; i < count; i++)
        {
            var at = 2 * page.ByteAt((4 * (count + 1)) + i);
            if (at == 0)
                continue;
            var kind = KindOf(page.At(at + 1, page[at]));
            uint start = page.UInt32At(4 * i), end = page.UInt32At(4 * (i + 1));
            if (kind != WordRun.Plain && end > start)
                _runs.Add((start, end, kind));
        }
    }

    /// <summary>Character styles that hide what bears them ([MS-DOC] 2.9.271, STSH, and 2.9.260, STD).</summary>
    private void ReadStyles(ReadOnlySpan<byte> sheet)
    {
        const int characterStyle = 2;
        int headerSize = sheet.UInt16At(0), count = sheet.UInt16At(2), baseSize = sheet.UInt16At(4);
        var at = 2 + headerSize;
        for (var style = 0; style < count && at + 2 <= sheet.Length; style++)
        {
            var definition = sheet.At(at + 2, sheet.UInt16At(at));
            at += 2 + ((definition.Length + 1) & ~1);
            if ((definition.UInt16At(2) & 0xF) != characterStyle)
                continue;

            // The name with its length and its NUL, then the properties with theirs.
            var properties = (baseSize + 2 + (2 * definition.UInt16At(baseSize)) + 2 + 1) & ~1;
            if (KindOf(definition.At(properties + 2, definition.UInt16At(properties))) == WordRun.Hidden)
                _hiddenStyles.Add(style);
        }
    }

    private WordRun KindOf(ReadOnlySpan<byte> properties)
    {
        var kind = WordRun.Plain;
        for (var at = 0; at + 2 < properties.Length;)
        {
            var code = properties.UInt16At(at);
            var isOn = properties.ByteAt(at + 2) is 1 or 0x81;
            if (isOn && code == DeletedCode)
                return WordRun.Deleted;
            if ((isOn && code == HiddenCode) || (code == StyleCode && _hiddenStyles.Contains(properties.UInt16At(at + 2))))
                kind = WordRun.Hidden;

            // The size of the operand ([MS-DOC] 2.2.5.1).
            at += 2 + ((code >> 13) switch
            {
                0 or 1 => 1,
                2 or 4 or 5 => 2,
                3 => 4,
                7 => 3,
                _ => 1 + properties.ByteAt(at + 2),
            });
        }

        return kind;
    }
}

/// <summary>What a run of text is besides text.</summary>
internal enum WordRun
{
    Plain,
    Hidden,
    Deleted,
}
