namespace Dlp.Documents.Pdf;

/// <summary>
/// Letters that are all set apart (ISO 32000-1, 9.3.2), as in headings: gaps of that width part no words. Programs also use that setting for one or two letters where a word ends, or take it
/// back letter by letter; then it says nothing of words.
/// </summary>
internal static class LetterSpacing
{
    private const int Fewest = 4;

    /// <summary>In em; widths are computed where letters stand.</summary>
    private const double Same = 0.001;

    /// <summary>Of the width that is set; what is less was taken back.</summary>
    private const double Full = 0.9;

    /// <summary>The glyphs, with a spacing only where all letters around have it.</summary>
    public static IReadOnlyList<Glyph> Where(IReadOnlyList<Glyph> glyphs)
    {
        if (!glyphs.Any(glyph => glyph.Spacing > 0))
            return glyphs;
        var told = glyphs.ToArray();
        for (int start = 0, end; start < told.Length; start = end)
        {
            end = start + 1;
            while (end < told.Length && Math.Abs(told[end].Spacing - told[start].Spacing) < Same * told[start].Em && PdfLines.Gap(told[end - 1], told[end]) is { } gap && gap >= Full * told[start].Spacing)
                end++;
            for (var i = start; i < end; i++)
                told[i] = told[i] with { Spacing = end - start >= Fewest && i < end - 1 ? told[i].Spacing : 0 };
        }

        return told;
    }
}
