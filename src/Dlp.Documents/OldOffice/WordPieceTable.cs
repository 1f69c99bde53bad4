using System.Text;

namespace Dlp.Documents.OldOffice;

/// <summary>Where the pieces of a Word document's text lie ([MS-DOC] 2.8.35, Clx): in the order in which they are read.</summary>
internal sealed class WordPieceTable
{
    private readonly List<Piece> _pieces = [];

    private WordPieceTable()
    {
    }

    /// <summary>The pieces that a table names; null when there is none.</summary>
    /// <param name="clx">Property lists, then the table.</param>
    /// <param name="isOld">Word 6 and 95: every piece is in a code page.</param>
    public static WordPieceTable? Of(ReadOnlySpan<byte> clx, bool isOld)
    {
        const byte properties = 1, table = 2;
        var at = 0;
        while (clx.ByteAt(at) == properties)
            at += 3 + clx.UInt16At(at + 1);
        if (clx.ByteAt(at) != table)
            return null;
        var plc = clx.At(at + 5L, clx.UInt32At(at + 1));
        var count = (plc.Length - 4) / 12;
        var pieces = new WordPieceTable();
        for (var i = 0; i < count; i++)
        {
            uint start = plc.UInt32At(4 * i), end = plc.UInt32At(4 * (i + 1));
            var fc = plc.UInt32At((4 * (count + 1)) + (8 * i) + 2);
            var isNarrow = isOld || (fc & 0x4000_0000) != 0;
            long offset = isOld ? fc : isNarrow ? (fc & 0x3FFF_FFFF) / 2 : fc & 0x3FFF_FFFF;
            if (end > start)
                pieces._pieces.Add(new Piece(start, end, offset, isNarrow));
        }

        return pieces._pieces.Count > 0 ? pieces : null;
    }

    /// <summary>One piece: text that lies in the file in its order.</summary>
    public static WordPieceTable Whole(uint start, uint end)
    {
        var table = new WordPieceTable();
        if (end > start)
            table._pieces.Add(new Piece(0, end - start, start, true));
        return table;
    }

    /// <summary>The text between two characters, piece by piece, with the place of each piece in the file.</summary>
    /// <param name="document">The stream that the pieces lie in.</param>
    /// <param name="from">First character.</param>
    /// <param name="to">Character after the last.</param>
    /// <param name="codePage">Of pieces that are not Unicode.</param>
    public IEnumerable<(long FileOffset, int Width, string Text)> Read(ReadOnlyMemory<byte> document, long from, long to, int codePage)
    {
        foreach (var piece in _pieces)
        {
            long start = Math.Max(piece.Start, from), end = Math.Min(piece.End, to);
            if (end <= start)
                continue;
            var width = piece.IsNarrow ? 1 : 2;
            var offset = piece.Offset + ((start - piece.Start) * width);
            var bytes = document.At(offset, (end - start) * width).Span;
            yield return (offset, width, piece.IsNarrow ? CodePage.Of(codePage).GetString(bytes) : Encoding.Unicode.GetString(bytes));
        }
    }

    private readonly record struct Piece(uint Start, uint End, long Offset, bool IsNarrow);
}
