using Dlp.Documents.PlainText;

namespace Dlp.Documents.Web;

/// <summary>Reads web pages (HTML, XHTML) and drawings (SVG): first what is seen, then what only the source tells.</summary>
internal static class HtmlReader
{
    public static void Read(OpenedFile file)
    {
        if (PlainTextReader.Decode(file, DeclaredCharset.Of(file.Content.Span)) is not { } html)
            return;
        var text = HtmlText.Of(html, file.Token);
        text.AddTo(file, text.Seen, place: null);
    }
}
