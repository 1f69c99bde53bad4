using System.Globalization;

namespace Dlp.Documents.OldOffice;

/// <summary>The file information block at the start of a Word document ([MS-DOC] 2.5), of Word 6 to 2003.</summary>
internal sealed class WordFileInformation
{
    private const int FirstOf97 = 106;
    private const int Fixed97 = 0x9A;

    // Stories in the order of their text ([MS-DOC] 2.4.1): place, offset of the count in Word 97 and in Word 6.
    private static readonly (Place Place, int Offset97, int Offset6)[] Stories =
    [
        (Place.Body, 0x4C, 0x34),
        (Place.Footnote, 0x50, 0x38),
        (Place.HeaderOrFooter, 0x54, 0x3C),
        (Place.Macro, 0x58, 0x40),
        (Place.Comment, 0x5C, 0x44),
        (Place.Endnote, 0x60, 0x48),
        (Place.TextBox, 0x64, 0x4C),
        (Place.TextBoxInHeader, 0x68, 0x50),
    ];

    private readonly ReadOnlyMemory<byte> _bytes;

    public WordFileInformation(ReadOnlyMemory<byte> document)
    {
        _bytes = document;
        var bytes = document.Span;
        Version = bytes.UInt16At(2);
        Flags = bytes.UInt16At(0x0A);
        IsOld = Version < FirstOf97;
        Lengths = [.. Stories.Select(story => (story.Place, (long)_bytes.Span.UInt32At(IsOld ? story.Offset6 : story.Offset97)))];
    }

    /// <summary>Whether it is Word's mark that the document begins with.</summary>
    public bool IsWord => _bytes.Span.UInt16At(0) is 0xA5EC or 0xA5DC or 0xA59B or 0xA59C;

    public int Version { get; }

    public int Flags { get; }

    /// <summary>Word 6 or 95: text in a code page, everything in one stream.</summary>
    public bool IsOld { get; }

    public bool IsEncrypted => (Flags & 0x0100) != 0;

    /// <summary>Text was moved about when it was saved, so that only the piece table knows its order.</summary>
    public bool IsComplex => (Flags & 0x0004) != 0;

    public string TableName => (Flags & 0x0200) != 0 ? "1Table" : "0Table";

    /// <summary>How many characters each story has.</summary>
    public IReadOnlyList<(Place Place, long Length)> Lengths { get; }

    /// <summary>Where the text begins when there is no piece table, and where it ends.</summary>
    public (uint Start, uint End) PlainText => (_bytes.Span.UInt32At(0x18), _bytes.Span.UInt32At(0x1C));

    /// <summary>Offset and length of a structure in the table stream, by its number in <c>fibRgFcLcb</c> ([MS-DOC] 2.5.6).</summary>
    public (uint Offset, uint Length) Table(int index)
    {
        var at = Fixed97 + (8 * index);
        return (_bytes.Span.UInt32At(at), _bytes.Span.UInt32At(at + 4));
    }

    /// <summary>Offset and length of the piece table of Word 6 and 95.</summary>
    public (uint Offset, uint Length) OldPieceTable => (_bytes.Span.UInt32At(0x160), _bytes.Span.UInt32At(0x164));

    /// <summary>Code page of the language that Word 6 and 95 name.</summary>
    public int OldCodePage
    {
        get
        {
            try
            {
                return CultureInfo.GetCultureInfo(_bytes.Span.UInt16At(6)).TextInfo.ANSICodePage;
            }
            catch (ArgumentException)
            {
                return CodePage.Western;
            }
        }
    }
}
