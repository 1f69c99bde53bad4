using System.Globalization;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Dlp.Documents.Pdf;

/// <summary>
/// Earlier versions of a document, which stand whole before what a change appends (ISO 32000-1, 7.5.6): what was taken off a page may still be read there, by anybody who cuts the file.
/// </summary>
internal sealed class PdfRevisions
{
    private const int MostRead = 8;

    /// <summary>Between <c>startxref</c> and the end mark: a number, and line breaks.</summary>
    private const int LongestTail = 40;

    private readonly ReadOnlyMemory<byte> _content;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    private PdfRevisions(ReadOnlyMemory<byte> content) => _content = content;

    /// <summary>Where each ends, the latest first.</summary>
    public List<int> Ends { get; } = [];

    public static PdfRevisions Of(ReadOnlyMemory<byte> content)
    {
        var revisions = new PdfRevisions(content);
        var bytes = content.Span;
        var isLast = true;
        for (var end = bytes.LastIndexOf("%%EOF"u8); end >= 0 && revisions.Ends.Count <= MostRead; end = bytes[..end].LastIndexOf("%%EOF"u8))
        {
            if (!isLast && IsVersion(bytes[..end]))
                revisions.Ends.Add(end + "%%EOF".Length);
            isLast = false;
        }

        return revisions;
    }

    /// <summary>Hears what the document itself says, which is not told again.</summary>
    public void Know(string text)
    {
        if (Ends.Count > 0)
            _known.UnionWith(text.Split('\n'));
    }

    /// <summary>Reads what pages of earlier versions said and the document does not say any more.</summary>
    public void Read(PdfDocument document, OpenedFile file, PdfLosses losses, Func<ReadOnlyMemory<byte>, PdfDocument> open)
    {
        if (Ends.Count > MostRead)
            losses.Add(new($"of its earlier versions, the latest {MostRead} were read", $"de ses versions antérieures, les {MostRead} dernières ont été lues"));
        HashSet<string>? later = null;
        foreach (var end in Ends.Take(MostRead))
        {
            file.Token.ThrowIfCancellationRequested();
            try
            {
                later ??= [.. ContentsOf(document)];
                using var earlier = open(_content[..end]);
                var contents = ContentsOf(earlier);
                ReadPages(earlier, contents, later, file);
                later = [.. contents];
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                losses.Add(new("an earlier version in it could not be read: damaged", "une version antérieure qu'il contient n'a pas pu être lue : endommagée"));
            }
        }
    }

    /// <summary>A document that is made to be shown page by page has an end mark behind its first part, which points to 0 (annex F.3.4): that is no version of it.</summary>
    private static bool IsVersion(ReadOnlySpan<byte> before)
    {
        var tail = before[^Math.Min(before.Length, LongestTail)..];
        var at = tail.LastIndexOf("startxref"u8);
        return at >= 0
            && int.TryParse(Encoding.ASCII.GetString(tail[(at + "startxref".Length)..]).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            && offset > 0 && offset < before.Length;
    }

    private void ReadPages(PdfDocument earlier, List<string> contents, HashSet<string> later, OpenedFile file)
    {
        for (var number = 1; number <= Math.Min(earlier.NumberOfPages, file.Options.MaxPages) && !file.Text.IsFull; number++)
        {
            file.Token.ThrowIfCancellationRequested();
            if (number <= contents.Count && later.Contains(contents[number - 1]))
                continue;
            var page = earlier.GetPage<TextPage>(number);
            foreach (var line in PdfLines.Of(page.Glyphs).Split('\n').Concat(page.Annotations.Select(annotation => annotation.Contents ?? "")).Where(_known.Add))
                file.Text.Add(Place.EarlierVersion.In(Place.Page(number)), line);
        }
    }

    /// <summary>What each page draws and bears, by where it stands in the file: what stands in one place is one thing in all versions.</summary>
    private static List<string> ContentsOf(PdfDocument document)
    {
        var (scanner, offsets) = (document.Structure.TokenScanner, document.Structure.CrossReferenceTable.ObjectOffsets);
        var contents = new List<string>();
        var waiting = new Stack<IToken>();
        var seen = new HashSet<IToken>();
        if (document.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Pages, out var root))
            waiting.Push(root);
        while (waiting.TryPop(out var next))
        {
            if (!seen.Add(next) || !next.Is<DictionaryToken>(scanner, out var node))
                continue;
            if (node.Find<ArrayToken>(NameToken.Kids, scanner) is not { } kids)
            {
                contents.Add(ContentOf(node));
                continue;
            }

            foreach (var kid in kids.Data.Reverse())
                waiting.Push(kid);
        }

        return contents;

        string ContentOf(DictionaryToken page)
        {
            var content = new StringBuilder();
            foreach (var key in (NameToken[])[NameToken.Contents, NameToken.Annots])
            {
                if (!page.TryGet(key, out var token))
                    continue;
                foreach (var item in token.Is<ArrayToken>(scanner, out var items) ? items.Data : [token])
                {
                    if (item is IndirectReferenceToken reference && offsets.TryGetValue(reference.Data, out var place))
                        content.Append(CultureInfo.InvariantCulture, $"{reference.Data.ObjectNumber} {place.Value1} ");
                }
            }

            return content.ToString();
        }
    }
}
