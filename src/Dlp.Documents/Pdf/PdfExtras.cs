using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Dlp.Documents.Pdf;

/// <summary>Text of a PDF document that belongs to no page.</summary>
internal static class PdfExtras
{
    private static readonly NameToken Xfa = NameToken.Create("XFA");
    private static readonly NameToken PageLabels = NameToken.Create("PageLabels");

    private static readonly NameToken Layers = NameToken.Create("OCProperties");
    private static readonly NameToken LayersOfDocument = NameToken.Create("OCGs");

    private static readonly HashSet<string> DateKeys = new(StringComparer.Ordinal) { "CreationDate", "ModDate" };

    /// <summary>Reads form fields, bookmarks and metadata; each that fails is told of and does not hinder the others.</summary>
    public static void Read(PdfDocument document, OpenedFile file, PdfLosses losses)
    {
        var text = file.Text;
        var (scanner, filters, catalog) = (document.Structure.TokenScanner, document.Structure.FilterProvider, document.Structure.Catalog.CatalogDictionary);
        var form = catalog.Find<DictionaryToken>(NameToken.AcroForm, scanner);
        if (form is not null)
            Try(new("its form fields", "ses champs de formulaire"), () => PdfForm.Read(form, scanner, filters, file));
        if (form is not null && form.TryGet(Xfa, out var xfa))
            Try(new("the XFA form in it", "son formulaire XFA"), () => XfaForm.Read(xfa, scanner, filters, file));
        Try(new("its scripts and actions", "ses scripts et ses actions"), () => PdfActions.Read(catalog, scanner, filters, text));
        Try(new("its page labels", "ses étiquettes de pages"), () => ReadPageLabels(catalog, scanner, text));
        Try(new("its descriptions for those who do not see it", "ses descriptions pour qui ne le voit pas"), () => PdfStructure.Read(catalog, scanner, filters, file, losses));
        Try(new("the names of its layers", "les noms de ses calques"), () => ReadLayers(catalog, scanner, text));
        Try(new("its bookmarks", "ses signets"), () => PdfOutline.Read(catalog, scanner, filters, file));
        Try(new("its metadata", "ses métadonnées"), () => ReadMetadata(document, text));
        void Try(LocalizedText what, Action read)
        {
            try
            {
                read();
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                losses.Add(new($"{what.En} could not be read: damaged", $"lecture impossible, car endommagé : {what.Fr}"));
            }
        }
    }

    /// <summary>The names of layers (ISO 32000-1, 8.11.2), which viewers list.</summary>
    private static void ReadLayers(DictionaryToken catalog, IPdfTokenScanner scanner, AttachmentText text)
    {
        foreach (var layer in catalog.Find<DictionaryToken>(Layers, scanner)?.Find<ArrayToken>(LayersOfDocument, scanner)?.Data ?? [])
        {
            if (layer.Is<DictionaryToken>(scanner, out var entries))
                text.Add(Place.GivenName, entries.Text(NameToken.Name, scanner) ?? "");
        }
    }

    /// <summary>What stands before the numbers of pages (ISO 32000-1, 12.4.2).</summary>
    private static void ReadPageLabels(DictionaryToken catalog, IPdfTokenScanner scanner, AttachmentText text)
    {
        if (!catalog.TryGet(PageLabels, out var root))
            return;
        foreach (var (_, value) in PdfNameTree.Walk(root, scanner))
        {
            if (value.Is<DictionaryToken>(scanner, out var label) && label.Text(NameToken.P, scanner) is { } prefix)
                text.Add(Place.PageLabel, prefix);
        }
    }

    /// <summary>All entries, those of an application's own too: labels of classification stand there.</summary>
    private static void ReadMetadata(PdfDocument document, AttachmentText text)
    {
        var known = new StringBuilder();
        var labels = new SensitivityLabels();
        foreach (var (key, token) in document.Information.DocumentInformationDictionary?.Data ?? new Dictionary<string, IToken>())
        {
            var value = token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data)?.Data : token;
            if (!DateKeys.Contains(key) && value is IDataToken<string> { Data.Length: > 0 } written)
            {
                if (!labels.Take(key, written.Data))
                    text.Add(Place.Metadata(key), $"{key}: {written.Data}");
                known.Append(written.Data).Append('\n');
            }
        }

        labels.Tell(text.Add);
        if (document.TryGetXmpMetadata(out var xmp))
        {
            foreach (var line in Xmp.Values(xmp.GetXmlMemory(), known.ToString()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Split(": ", 2) is not [var name, var value] || !labels.Take(name, value))
                    text.Add(Place.Metadata("XMP"), line);
            }
        }

        labels.Tell(text.Add);
    }
}
