using System.Globalization;
using System.Text;

namespace Dlp.Documents.Tests.Pdf;

/// <summary>Writes PDF files object by object, for what a document builder would never write.</summary>
internal static class RawPdf
{
    public const string Font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";

    /// <summary>A file of these objects, numbered from 1; the first is the catalog.</summary>
    /// <param name="objects">Bodies, in Latin-1.</param>
    /// <param name="info">Number of the Info dictionary.</param>
    public static byte[] Of(IReadOnlyList<string> objects, int? info = null)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {(info is null ? "" : $"/Info {info} 0 R ")}>>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>A stream object.</summary>
    public static string Stream(string content, string entries = "") => $"<< /Length {content.Length} {entries} >>\nstream\n{content}\nendstream";

    /// <summary>A document of one page with this content; objects from 6 on are <paramref name="more"/>.</summary>
    public static byte[] Page(string content, string pageEntries = "", string resources = "/Font << /F1 5 0 R >>", string catalogEntries = "", int? info = null, params string[] more) =>
        Of(
            [
                $"<< /Type /Catalog /Pages 2 0 R {catalogEntries} >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << {resources} >> {pageEntries} >>",
                Stream(content),
                Font,
                .. more,
            ],
            info);

    /// <summary>Content that shows a line of text at a height.</summary>
    public static string Line(string text, int y = 700) => $"BT /F1 12 Tf 50 {y} Td ({text}) Tj ET\n";
}
