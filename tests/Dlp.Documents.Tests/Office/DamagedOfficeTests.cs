using CsCheck;
using Dlp.Documents.Images;
using Dlp.Documents.Tests.Archives;

namespace Dlp.Documents.Tests.Office;

public class DamagedOfficeTests
{
    private static readonly byte[][] Whole =
    [
        OfficeFile.Document(OfficeFile.Paragraph("first") + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", ("word/comments.xml", $"<w:comments {OfficeFile.Word}/>")),
        OfficeFile.Workbook("<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>1</v></c></row></sheetData>"),
        OfficeFile.Presentation(OfficeFile.Shape("first"), OfficeFile.Shape("second")),
        RawZip.Of(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<document-content><body><text><p>first</p><table-row><table-cell/></table-row></text></body></document-content>")),
    ];

    [Fact]
    public void Damaged_documents_are_read_without_a_throw() =>
        Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Select(Gen.Byte, Gen.Int[0, 100_000]).Array[1, 8]).Sample(
            (which, changes) =>
            {
                var file = Whole[which].ToArray();
                foreach (var (value, at) in changes)
                    file[at % file.Length] = value;
                ReadHere(file);
            },
            iter: 400);

    [Fact]
    public void Documents_of_any_xml_are_read_without_a_throw()
    {
        string[] names = ["p", "r", "t", "tbl", "tr", "tc", "del", "txbxContent", "Choice", "Fallback", "c", "v", "f", "row", "sp", "ph", "rPr", "vanish", "instrText", "si", "col", "section", "note", "annotation", "table", "table-row", "table-cell", "page", "notes"];
        string[] roots = ["document", "worksheet", "sld", "sst", "workbook", "document-content", "comments", "sldMaster", "dataModel"];
        Gen.Select(Gen.Int[0, roots.Length - 1], Gen.Select(Gen.Int[0, names.Length - 1], Gen.Int[0, 3]).Array[0, 60]).Sample(
            (root, steps) =>
            {
                var open = new Stack<string>();
                var xml = new System.Text.StringBuilder($"<{roots[root]}>");
                foreach (var (name, what) in steps)
                {
                    if (what == 0 && open.TryPop(out var last))
                        xml.Append("</").Append(last).Append('>');
                    else if (what == 1)
                        xml.Append('<').Append(names[name]).Append(" r=\"9\" s=\"-1\" val=\"\" style-name=\"x\"/>");
                    else if (what == 2)
                        xml.Append("text");
                    else
                    {
                        open.Push(names[name]);
                        xml.Append('<').Append(names[name]).Append('>');
                    }
                }

                while (open.TryPop(out var rest))
                    xml.Append("</").Append(rest).Append('>');
                xml.Append("</").Append(roots[root]).Append('>');
                ReadHere(OfficeFile.Package(("word/document.xml", xml.ToString()), ("xl/workbook.xml", xml.ToString()), ("ppt/presentation.xml", xml.ToString())));
                ReadHere(RawZip.Of(("content.xml", xml.ToString())));
            },
            iter: 400);
    }

    private static void ReadHere(byte[] file)
    {
        var reading = new AttachmentReading(new AttachmentOptions(), new TextRecognition(new OcrOptions()), CancellationToken.None);
        reading.Read("a", file, depth: 0);
        reading.Parts.Select(part => part.State()).Should().NotBeEmpty().And.NotContain(part => part.Detail != null && part.Detail.En.StartsWith("reading it failed", StringComparison.Ordinal));
    }
}
