using System.Text;

namespace Dlp.Documents.Pdf;

/// <summary>
/// Letters that a page draws as two glyphs, an accent over a letter, as TeX does with its own fonts: <c>´</c> over <c>e</c> is <c>é</c>. PDF has no other trace of it than
/// that one stands over the other.
/// </summary>
internal static class ComposedAccents
{
    /// <summary>How far beside a letter the middle of its accent may lie, in em: slanted letters have it off their centre.</summary>
    private const double Aside = 0.05;

    /// <summary>How far above or below the letter's baseline that of the accent may lie, in em: it is raised over capitals.</summary>
    private const double Raised = 0.5;

    /// <summary>The glyphs, with each accent and its letter made one; the list itself where there is none.</summary>
    public static IReadOnlyList<Glyph> Join(IReadOnlyList<Glyph> glyphs)
    {
        List<Glyph>? joined = null;
        for (var i = 0; i < glyphs.Count; i++)
        {
            var glyph = glyphs[i];
            if (CombiningMark(glyph.Value) is { } mark)
            {
                if (i + 1 < glyphs.Count && IsOver(glyph, glyphs[i + 1]))
                {
                    joined ??= [.. glyphs.Take(i)];
                    joined.Add(Accented(glyphs[++i], mark));
                    continue;
                }

                var before = joined is null ? i > 0 ? glyphs[i - 1] : default : joined.Count > 0 ? joined[^1] : default;
                if (before.Value is not null && IsOver(glyph, before))
                {
                    joined ??= [.. glyphs.Take(i)];
                    joined[^1] = Accented(before, mark);
                    continue;
                }
            }

            joined?.Add(glyph);
        }

        return joined ?? glyphs;
    }

    private static bool IsOver(Glyph accent, Glyph letter)
    {
        if (letter.Value.Length == 0 || !char.IsLetter(letter.Value, 0))
            return false;
        double x = letter.End.X - letter.Start.X, y = letter.End.Y - letter.Start.Y;
        var width = Math.Sqrt((x * x) + (y * y));
        if (width == 0)
            return false;
        double middleX = ((accent.Start.X + accent.End.X) / 2) - letter.Start.X, middleY = ((accent.Start.Y + accent.End.Y) / 2) - letter.Start.Y;
        var along = ((middleX * x) + (middleY * y)) / width;
        var across = ((middleY * x) - (middleX * y)) / width;
        return along >= -Aside * letter.Em && along <= width + (Aside * letter.Em) && Math.Abs(across) <= Raised * letter.Em;
    }

    private static Glyph Accented(Glyph letter, char mark)
    {
        // Under an accent i and j have no dot.
        var plain = letter.Value switch { "\u0131" => "i", "\u0237" => "j", var value => value };
        return letter with { Value = (plain + mark).Normalize(NormalizationForm.FormC) };
    }

    private static char? CombiningMark(string accent) => accent.Length != 1 ? null : accent[0] switch
    {
        '`' or '\u02CB' => '\u0300',
        '\u00B4' or '\u02CA' => '\u0301',
        '^' or '\u02C6' => '\u0302',
        '~' or '\u02DC' => '\u0303',
        '\u00AF' or '\u02C9' => '\u0304',
        '\u02D8' => '\u0306',
        '\u02D9' => '\u0307',
        '\u00A8' => '\u0308',
        '\u02DA' or '\u00B0' => '\u030A',
        '\u02DD' => '\u030B',
        '\u02C7' => '\u030C',
        '\u00B8' => '\u0327',
        '\u02DB' => '\u0328',
        _ => null,
    };
}
