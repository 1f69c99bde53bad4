using System.Diagnostics.CodeAnalysis;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokens;

namespace Dlp.Documents.Pdf;

/// <summary>
/// A font each of whose glyphs is a drawing (Type 3, ISO 32000-1, 9.6.5), as TeX's bitmap fonts are. Its coordinates are its own, so that the size in which text is set
/// says nothing of how large it is: a letter's mean advance does, about half an em. That it is no <see cref="IType3Font"/> spares PdfPig the look into each drawing.
/// </summary>
internal sealed class DrawnFont(IType3Font font) : IFont
{
    private const double AdvancesInEm = 2;

    private double? _em;

    public NameToken? Name => font.Name;

    public bool IsVertical => font.IsVertical;

    public FontDetails Details => font.Details;

    /// <summary>An em, in the units of the advances.</summary>
    public double Em => _em ??= MeasureEm();

    public int ReadCharacterCode(IInputBytes bytes, out int codeLength) => font.ReadCharacterCode(bytes, out codeLength);

    public bool TryGetUnicode(int characterCode, [NotNullWhen(true)] out string? value) => font.TryGetUnicode(characterCode, out value);

    public CharacterBoundingBox GetBoundingBox(int characterCode) => font.GetBoundingBox(characterCode);

    public TransformationMatrix GetFontMatrix() => font.GetFontMatrix();

    public double GetDescent() => font.GetDescent();

    public double GetAscent() => font.GetAscent();

    public bool TryGetPath(int characterCode, [NotNullWhen(true)] out IReadOnlyList<PdfSubpath>? path) => font.TryGetPath(characterCode, out path);

    public bool TryGetNormalisedPath(int characterCode, [NotNullWhen(true)] out IReadOnlyList<PdfSubpath>? path) => font.TryGetNormalisedPath(characterCode, out path);

    private double MeasureEm()
    {
        double sum = 0;
        var count = 0;
        for (var code = 0; code <= byte.MaxValue; code++)
        {
            if (!font.TryGetCharProc(code, out _))
                continue;
            var advance = Math.Abs(font.GetBoundingBox(code).Width);
            if (advance > 0)
                (sum, count) = (sum + advance, count + 1);
        }

        return count > 0 ? AdvancesInEm * sum / count : 0;
    }
}
