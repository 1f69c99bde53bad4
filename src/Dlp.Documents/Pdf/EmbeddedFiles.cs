using UglyToad.PdfPig;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Dlp.Documents.Pdf;

/// <summary>
/// Files inside a PDF document (ISO 32000-1, 7.11.4): those of the document or portfolio, of notes on its pages, and associated ones
/// (ISO 32000-2, 14.13). Each is read once.
/// </summary>
internal sealed class EmbeddedFiles(OpenedFile file, IPdfTokenScanner scanner, ILookupFilterProvider filters)
{
    private static readonly NameToken AssociatedFiles = NameToken.Create("AF");
    private static readonly NameToken Description = NameToken.Create("Desc");

    private readonly HashSet<IToken> _seen = [];

    /// <summary>Reads those that the catalog leads to.</summary>
    public void ReadAll(DictionaryToken catalog)
    {
        if (catalog.Find<DictionaryToken>(NameToken.Names, scanner) is { } names && names.TryGet(NameToken.EmbeddedFiles, out var root))
        {
            foreach (var (key, value) in PdfNameTree.Walk(root, scanner))
                Read(value, key.Text(scanner));
        }

        foreach (var associated in catalog.Find<ArrayToken>(AssociatedFiles, scanner)?.Data ?? [])
            Read(associated, null);
    }

    /// <summary>Reads the file of a file specification, when it lies in the document.</summary>
    /// <param name="specification">The specification or a reference to it.</param>
    /// <param name="otherwise">The name when it has none of its own.</param>
    public void Read(IToken specification, string? otherwise)
    {
        file.Token.ThrowIfCancellationRequested();
        if (!specification.Is<DictionaryToken>(scanner, out var entries) || entries.Find<DictionaryToken>(NameToken.Ef, scanner) is not { } embedded)
            return;
        if (!embedded.TryGet(NameToken.Uf, out var reference) && !embedded.TryGet(NameToken.F, out reference))
            return;
        if (!_seen.Add(reference) || !reference.Is<StreamToken>(scanner, out var stream))
            return;
        var name = entries.Text(NameToken.Uf, scanner) ?? entries.Text(NameToken.F, scanner) ?? otherwise ?? "file";
        if (entries.Text(Description, scanner) is { } description)
            file.Text.Add(Place.EmbeddedFile, description);
        if (!file.Budget.TakeEntry())
        {
            file.RefuseEmbedded(name, PartStatus.TooLarge, new("it lies behind the limit of files inside one attachment; nothing of it was read", "il vient après la limite de fichiers dans une pièce jointe ; rien n'en a été lu"));
            return;
        }

        Memory<byte> bytes;
        try
        {
            bytes = stream.Decode(filters, scanner);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            file.RefuseEmbedded(name, PartStatus.Unreadable, new("it could not be taken out of the PDF document: damaged", "il n'a pas pu être extrait du document PDF : endommagé"));
            return;
        }

        if (!file.Budget.TakeDecoded(bytes.Length))
            file.RefuseEmbedded(name, PartStatus.TooLarge, new("the files inside the attachment are over the limit of decoded bytes; nothing of it was read", "les fichiers de la pièce jointe dépassent la limite d'octets décodés ; rien n'en a été lu"));
        else
            file.ReadEmbedded(name, bytes);
    }
}
