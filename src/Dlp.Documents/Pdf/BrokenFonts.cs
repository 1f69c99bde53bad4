using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Dlp.Documents.Pdf;

/// <summary>
/// Fonts that cannot be read because of a part that text can do without. That part is taken away; the characters are still named by what is left: the map to Unicode, the encoding,
/// or the font program (ISO 32000-1, 9.10.2).
/// </summary>
internal static class BrokenFonts
{
    private static readonly NameToken[] Programs = [NameToken.FontFile, NameToken.FontFile2, NameToken.FontFile3];

    /// <summary>Dictionaries to read instead, what loses least first.</summary>
    public static IEnumerable<DictionaryToken> Mend(DictionaryToken font, IPdfTokenScanner scanner, ILookupFilterProvider filters)
    {
        var map = font.Find<StreamToken>(NameToken.ToUnicode, scanner);
        if (map is not null)
            yield return font.With(NameToken.ToUnicode, WithoutComments(map.Decode(filters, scanner).Span));
        if (font.Find<DictionaryToken>(NameToken.FontDescriptor, scanner) is { } descriptor && Programs.Any(descriptor.ContainsKey))
        {
            font = font.With(NameToken.FontDescriptor, Programs.Aggregate(descriptor, (stripped, program) => stripped.Without(program)));
            yield return font;
        }

        if (map is not null)
            yield return font.Without(NameToken.ToUnicode);
    }

    /// <summary>A map to Unicode as PdfPig reads it: not where a comment, which PostScript has anywhere, stands among its entries.</summary>
    private static StreamToken WithoutComments(ReadOnlySpan<byte> map)
    {
        var lines = Encoding.Latin1.GetString(map).Split('\r', '\n').Select(line => line.Split('%')[0]);
        var data = Encoding.Latin1.GetBytes(string.Join('\n', lines));
        return new StreamToken(new DictionaryToken(new Dictionary<NameToken, IToken> { [NameToken.Length] = new NumericToken(data.Length) }), data);
    }
}
