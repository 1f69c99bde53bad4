namespace Dlp.Documents.Rtf;

/// <summary>The fonts of a rich text, each of which has characters of one code page.</summary>
internal sealed class RtfFonts
{
    private const int Most = 20_000;

    private readonly Dictionary<int, int> _codePages = [];

    /// <summary>The code page of fonts that tell none.</summary>
    public int DefaultCodePage { get; set; }

    /// <summary>The font of text that names none.</summary>
    public int Default { get; set; }

    /// <summary>The font that the table of fonts is telling of.</summary>
    public int Current { get; set; }

    /// <summary>Gives the current font a code page; 0 is none.</summary>
    public void SetCodePage(int codePage)
    {
        if (codePage != 0 && _codePages.Count < Most)
            _codePages[Current] = codePage;
    }

    public int CodePageOf(int font) => _codePages.GetValueOrDefault(font, DefaultCodePage);
}
