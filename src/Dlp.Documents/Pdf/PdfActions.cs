using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Dlp.Documents.Pdf;

/// <summary>Text of actions (ISO 32000-1, 12.6): scripts, addresses and files that are opened, and those that follow each.</summary>
internal static class PdfActions
{
    private const int MostFollowers = 100;

    private static readonly NameToken JavaScript = NameToken.Create("JavaScript");
    private static readonly NameToken Script = NameToken.Create("JS");
    private static readonly NameToken NextAction = NameToken.Create("Next");
    private static readonly NameToken AdditionalActions = NameToken.Create("AA");
    private static readonly NameToken OpenAction = NameToken.Create("OpenAction");

    /// <summary>Reads those of the document itself.</summary>
    public static void Read(DictionaryToken catalog, IPdfTokenScanner scanner, ILookupFilterProvider filters, AttachmentText text)
    {
        if (catalog.Find<DictionaryToken>(NameToken.Names, scanner) is { } names && names.TryGet(JavaScript, out var root))
        {
            foreach (var (_, value) in PdfNameTree.Walk(root, scanner))
                Add(value);
        }

        foreach (var action in On(catalog, OpenAction, scanner))
            Add(action);

        void Add(IToken action)
        {
            var (script, targets) = Of(action, scanner, filters);
            text.Add(Place.JavaScript, script);
            foreach (var target in targets)
                text.Add(Place.Link, target);
        }
    }

    /// <summary>What is done with the document or a field: its own action, and those that events set off (12.6.3).</summary>
    /// <param name="owner">The document or the field.</param>
    /// <param name="own">The key of its own action.</param>
    /// <param name="scanner">Follows references.</param>
    public static IEnumerable<IToken> On(DictionaryToken owner, NameToken own, IPdfTokenScanner scanner)
    {
        if (owner.TryGet(own, out var action))
            yield return action;
        foreach (var (_, additional) in owner.Find<DictionaryToken>(AdditionalActions, scanner)?.Data ?? new Dictionary<string, IToken>())
            yield return additional;
    }

    /// <summary>The script of an action and of those that follow it, and where they lead.</summary>
    public static (string Script, IReadOnlyList<string> Targets) Of(IToken action, IPdfTokenScanner scanner, ILookupFilterProvider filters)
    {
        var scripts = new List<string>();
        var targets = new List<string>();
        var waiting = new Queue<IToken>([action]);
        for (var count = 0; waiting.TryDequeue(out var next) && count < MostFollowers; count++)
        {
            if (next.Is<ArrayToken>(scanner, out var several))
            {
                foreach (var one in several.Data)
                    waiting.Enqueue(one);
            }
            else if (next.Is<DictionaryToken>(scanner, out var entries))
            {
                if (entries.Text(Script, scanner, filters) is { } script)
                    scripts.Add(script);
                if (Target(entries, scanner) is { } target)
                    targets.Add(target);
                if (entries.TryGet(NextAction, out var follower))
                    waiting.Enqueue(follower);
            }
        }

        return (string.Join('\n', scripts), targets);
    }

    /// <summary>An address (URI), or a file (F) that is opened, started or sent to.</summary>
    private static string? Target(DictionaryToken action, IPdfTokenScanner scanner) =>
        action.Text(NameToken.Uri, scanner) ?? action.Text(NameToken.F, scanner) ?? FileName(action.Find<DictionaryToken>(NameToken.F, scanner), scanner);

    private static string? FileName(DictionaryToken? file, IPdfTokenScanner scanner) =>
        file is null ? null : file.Text(NameToken.Uf, scanner) ?? file.Text(NameToken.F, scanner);
}
