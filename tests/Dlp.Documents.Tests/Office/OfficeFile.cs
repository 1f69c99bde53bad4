using System.Text;
using Dlp.Documents.Tests.Archives;

namespace Dlp.Documents.Tests.Office;

/// <summary>Writes Office Open XML packages out of the parts that a test is about.</summary>
internal static class OfficeFile
{
    public const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
        + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"";

    public const string Sheet = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    public const string Slide = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""
        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /// <summary>A text whose body is given, with further parts.</summary>
    public static byte[] Document(string body, params (string Name, string Xml)[] parts) => Package(
        [("_rels/.rels", Relationships(("r1", "officeDocument", "word/document.xml"))), ("word/document.xml", $"<w:document {Word}><w:body>{body}</w:body></w:document>"), .. parts]);

    /// <summary>A workbook of one sheet whose XML is given.</summary>
    public static byte[] Workbook(string sheet, string state = "visible", string more = "", params (string Name, string Xml)[] parts) => Package(
    [
        ("_rels/.rels", Relationships(("r1", "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", $"<workbook {Sheet}><sheets><sheet name=\"Q3\" sheetId=\"1\" state=\"{state}\" r:id=\"s1\"/></sheets>{more}</workbook>"),
        ("xl/_rels/workbook.xml.rels", Relationships(("s1", "worksheet", "worksheets/sheet1.xml"), ("s2", "sharedStrings", "sharedStrings.xml"), ("s3", "styles", "styles.xml"))),
        ("xl/worksheets/sheet1.xml", $"<worksheet {Sheet}>{sheet}</worksheet>"),
        .. parts,
    ]);

    /// <summary>A presentation of two slides, the files of which are numbered the other way round.</summary>
    public static byte[] Presentation(string first, string second, params (string Name, string Xml)[] parts) => Package(
    [
        ("_rels/.rels", Relationships(("r1", "officeDocument", "ppt/presentation.xml"))),
        ("ppt/presentation.xml", $"<p:presentation {Slide}><p:sldIdLst><p:sldId id=\"256\" r:id=\"s1\"/><p:sldId id=\"257\" r:id=\"s2\"/></p:sldIdLst></p:presentation>"),
        ("ppt/_rels/presentation.xml.rels", Relationships(("s1", "slide", "slides/slide2.xml"), ("s2", "slide", "slides/slide1.xml"))),
        ("ppt/slides/slide2.xml", $"<p:sld {Slide}>{first}</p:sld>"),
        ("ppt/slides/slide1.xml", $"<p:sld {Slide} show=\"0\">{second}</p:sld>"),
        .. parts,
    ]);

    public static byte[] Package(params (string Name, string Xml)[] parts) => RawZip.Of([("[Content_Types].xml", "<Types/>"), .. parts]);

    public static string Relationships(params (string Id, string Type, string Target)[] all)
    {
        var xml = new StringBuilder("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        foreach (var (id, type, target) in all)
        {
            var mode = target.Contains(':', StringComparison.Ordinal) ? " TargetMode=\"External\"" : "";
            xml.Append(System.Globalization.CultureInfo.InvariantCulture, $"<Relationship Id=\"{id}\" Type=\"{Types}{type}\" Target=\"{target}\"{mode}/>");
        }

        return xml.Append("</Relationships>").ToString();
    }

    public static string Paragraph(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    public static string Shape(string text, string properties = "") =>
        $"<p:sp><p:nvSpPr><p:cNvPr id=\"1\" name=\"Title\" descr=\"alt of {text}\"/><p:nvPr>{properties}</p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>";
}
