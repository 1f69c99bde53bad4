using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.AcroForms;
using UglyToad.PdfPig.AcroForms.Fields;
using UglyToad.PdfPig.Outline;
using UglyToad.PdfPig.Tokens;

namespace Dlp.Documents.Pdf;

/// <summary>Text of a PDF document that belongs to no page.</summary>
internal static class PdfExtras
{
    private static readonly HashSet<string> DateKeys = new(StringComparer.Ordinal) { "CreationDate", "ModDate" };

    /// <summary>Reads form fields, bookmarks and metadata; each that fails is told of and does not hinder the others.</summary>
    public static void Read(PdfDocument document, AttachmentText text, PdfLosses losses)
    {
        Try("its form fields", () => ReadForm(document, text, losses));
        Try("its bookmarks", () => ReadBookmarks(document, text));
        Try("its metadata", () => ReadMetadata(document, text));
        Try("its embedded files", () =>
        {
            if (document.Advanced.TryGetEmbeddedFiles(out var files) && files.Count > 0)
                losses.Others.Add($"{Format.Count(files.Count)} files embedded in it were not read");
        });

        void Try(string what, Action read)
        {
            try
            {
                read();
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                losses.Others.Add($"{what} could not be read: damaged");
            }
        }
    }

    private static void ReadForm(PdfDocument document, AttachmentText text, PdfLosses losses)
    {
        if (!document.TryGetForm(out var form))
            return;
        if (form.Dictionary.ContainsKey(NameToken.Create("XFA")))
            losses.Others.Add("the XFA form in it was not read");
        foreach (var field in form.GetFields())
        {
            foreach (var value in Values(field))
                text.Add("form field", $"{field.Information.AlternateName ?? field.Information.PartialName}: {value}");
        }
    }

    private static IEnumerable<string> Values(AcroFieldBase field) => field switch
    {
        AcroTextField { Value.Length: > 0 } typed => [typed.Value],
        AcroComboBoxField combo => combo.SelectedOptions,
        AcroListBoxField list => list.SelectedOptions,
        _ => [],
    };

    private static void ReadBookmarks(PdfDocument document, AttachmentText text)
    {
        if (!document.TryGetBookmarks(out var bookmarks))
            return;
        foreach (var node in bookmarks.GetNodes())
        {
            text.Add("bookmark", node.Title ?? "");
            if (node is UriBookmarkNode { Uri: { } uri })
                text.Add("bookmark", uri);
        }
    }

    /// <summary>All entries, those of an application's own too: labels of classification stand there.</summary>
    private static void ReadMetadata(PdfDocument document, AttachmentText text)
    {
        var known = new StringBuilder();
        foreach (var (key, token) in document.Information.DocumentInformationDictionary?.Data ?? new Dictionary<string, IToken>())
        {
            var value = token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data)?.Data : token;
            if (!DateKeys.Contains(key) && value is IDataToken<string> { Data.Length: > 0 } written)
            {
                text.Add($"metadata: {key}", $"{key}: {written.Data}");
                known.Append(written.Data).Append('\n');
            }
        }

        if (document.TryGetXmpMetadata(out var xmp))
            text.Add("metadata: XMP", Xmp.Values(xmp.GetXmlMemory(), known.ToString()));
    }
}
