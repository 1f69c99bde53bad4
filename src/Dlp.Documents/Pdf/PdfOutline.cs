using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Dlp.Documents.Pdf;

/// <summary>The bookmarks of a document (ISO 32000-1, 12.3.3). PdfPig's own walk overflows the stack when they lead into themselves.</summary>
internal static class PdfOutline
{
    private const int MostBookmarks = 50_000;

    public static void Read(DictionaryToken catalog, IPdfTokenScanner scanner, ILookupFilterProvider filters, OpenedFile file)
    {
        if (catalog.Find<DictionaryToken>(NameToken.Outlines, scanner) is not { } root)
            return;
        var waiting = new Stack<IToken>();
        var seen = new HashSet<IToken>();
        Push(root, NameToken.First);
        for (var count = 0; waiting.TryPop(out var item) && count < MostBookmarks; count++)
        {
            file.Token.ThrowIfCancellationRequested();
            if (!seen.Add(item) || !item.Is<DictionaryToken>(scanner, out var entries))
                continue;
            file.Text.Add(Place.Bookmark, entries.Text(NameToken.Title, scanner) ?? "");
            if (entries.TryGet(NameToken.A, out var action))
            {
                var (script, targets) = PdfActions.Of(action, scanner, filters);
                file.Text.Add(Place.JavaScript, script);
                foreach (var target in targets)
                    file.Text.Add(Place.Bookmark, target);
            }

            Push(entries, NameToken.Next);
            Push(entries, NameToken.First);
        }

        void Push(DictionaryToken from, NameToken key)
        {
            if (from.TryGet(key, out var next))
                waiting.Push(next);
        }
    }
}
