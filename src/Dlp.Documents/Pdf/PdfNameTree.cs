using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Dlp.Documents.Pdf;

/// <summary>Name and number trees (ISO 32000-1, 7.9.6 and 7.9.7), of which PdfPig's own walks never end when they lead into themselves.</summary>
internal static class PdfNameTree
{
    private const int MostNodes = 20_000;

    /// <summary>The keys and values under a root, in order.</summary>
    public static IEnumerable<(IToken Key, IToken Value)> Walk(IToken root, IPdfTokenScanner scanner)
    {
        var nodes = new Stack<IToken>([root]);
        var seen = new HashSet<IToken>();
        for (var visited = 0; nodes.TryPop(out var node) && visited < MostNodes; visited++)
        {
            if ((node is IndirectReferenceToken && !seen.Add(node)) || !node.Is<DictionaryToken>(scanner, out var entries))
                continue;
            var pairs = entries.Find<ArrayToken>(NameToken.Names, scanner) ?? entries.Find<ArrayToken>(NameToken.Nums, scanner);
            for (var i = 0; pairs is not null && i + 1 < pairs.Data.Count; i += 2)
                yield return (pairs.Data[i], pairs.Data[i + 1]);
            foreach (var kid in entries.Find<ArrayToken>(NameToken.Kids, scanner)?.Data.Reverse() ?? [])
                nodes.Push(kid);
        }
    }
}
