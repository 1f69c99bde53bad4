using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Dlp.Documents.Pdf;

/// <summary>What is told to those who do not see a document (ISO 32000-1, 14.7 and 14.9): descriptions of pictures, text in place of what is drawn, and what abbreviations stand for.</summary>
internal static class PdfStructure
{
    /// <summary>More than a document of some thousand pages has.</summary>
    private const int MostElements = 200_000;

    private static readonly NameToken Root = NameToken.Create("StructTreeRoot");
    private static readonly NameToken Kids = NameToken.Create("K");

    private static readonly NameToken[] Texts = [NameToken.Create("Alt"), NameToken.Create("ActualText"), NameToken.Create("E")];

    /// <summary>What a dictionary says of what it marks.</summary>
    public static IEnumerable<string> TextsOf(DictionaryToken properties, IPdfTokenScanner scanner, ILookupFilterProvider filters)
    {
        foreach (var key in Texts)
        {
            if (properties.Text(key, scanner, filters) is { Length: > 0 } text)
                yield return text;
        }
    }

    /// <summary>Reads what the structure says and the pages do not.</summary>
    /// <param name="catalog">Leads to it.</param>
    /// <param name="scanner">Follows references.</param>
    /// <param name="filters">Decode streams.</param>
    /// <param name="file">Takes the text.</param>
    /// <param name="losses">Hears when there is too much.</param>
    public static void Read(DictionaryToken catalog, IPdfTokenScanner scanner, ILookupFilterProvider filters, OpenedFile file, PdfLosses losses)
    {
        if (!catalog.TryGet(Root, out var root))
            return;
        var waiting = new Stack<IToken>([root]);
        var seen = new HashSet<IToken>();
        var count = 0;
        while (waiting.TryPop(out var next))
        {
            if (count++ % 256 == 0)
                file.Token.ThrowIfCancellationRequested();
            if (count > MostElements)
            {
                losses.Add(new("its structure has too many elements; descriptions behind them were not read", "sa structure a trop d'éléments ; les descriptions qui suivent n'ont pas été lues"));
                return;
            }

            if (next is IndirectReferenceToken && !seen.Add(next))
                continue;
            if (next.Is<DictionaryToken>(scanner, out var element))
            {
                foreach (var text in TextsOf(element, scanner, filters))
                    file.Text.Add(Place.AltText, text);
                if (element.TryGet(Kids, out var kids))
                    waiting.Push(kids);
            }
            else if (next.Is<ArrayToken>(scanner, out var several))
            {
                foreach (var one in several.Data.Reverse().Where(one => one is not NumericToken))
                    waiting.Push(one);
            }
        }
    }
}
