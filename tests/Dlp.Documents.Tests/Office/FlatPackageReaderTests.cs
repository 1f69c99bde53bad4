using System.Text;
using CsCheck;
using Dlp.Documents.Images;
using Dlp.Documents.Office;

namespace Dlp.Documents.Tests.Office;

/// <summary>Office documents that are one XML file.</summary>
public class FlatPackageReaderTests
{
    private const string Root = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<?mso-application progid=\"Word.Document\"?>\r\n"
        + "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">";

    [Fact]
    public async Task A_document_in_one_file_reads_as_the_document_in_its_archive()
    {
        var body = OfficeFile.Paragraph("IBAN FR58 9999") + "<w:p><w:r><w:t>soit</w:t></w:r><w:r><w:t>-disant</w:t></w:r></w:p><w:p><w:del><w:r><w:delText>biffé</w:delText></w:r></w:del></w:p>";
        var packed = await Reading.ReadAsync(OfficeFile.Document(body));

        var part = await Reading.ReadAsync(Flat(body));

        part.Status.Should().Be(PartStatus.Scanned);
        part.Detail.Should().BeNull();
        part.Text.Should().Be(packed.Text).And.Contain("soit-disant").And.Contain("biffé");
        part.Places.Should().Equal(packed.Places);
    }

    [Fact]
    public async Task What_lies_in_it_in_base64_is_a_part_of_its_own()
    {
        var parts = await Reading.ReadAllAsync(Flat(OfficeFile.Paragraph("x"),
            $"<pkg:part pkg:name=\"/word/embeddings/note.txt\" pkg:compression=\"store\"><pkg:binaryData>{Convert.ToBase64String("TK123456 en clair"u8)}\r\n</pkg:binaryData></pkg:part>"));

        parts.Should().HaveCount(2);
        parts[1].Text.Should().Be("TK123456 en clair");
    }

    [Theory]
    [InlineData("<secret>TK123456</secret>")]
    [InlineData("TK123456")]
    [InlineData("<pkg:part pkg:name=\"/a\">TK123456</pkg:part>")]
    [InlineData("<pkg:part pkg:name=\"/a\"><other>TK123456</other></pkg:part>")]
    public async Task What_stands_beside_the_parts_is_not_hidden_by_them(string beside) =>
        (await Reading.ReadAsync(Flat(OfficeFile.Paragraph("x"), beside))).Text.Should().Contain("TK123456");

    [Fact]
    public async Task What_stands_before_the_damage_is_read_and_the_rest_as_it_stands()
    {
        var whole = Encoding.UTF8.GetString(Flat(OfficeFile.Paragraph("avant"), "<pkg:part pkg:name=\"/b\"><pkg:xmlData><w:x xmlns:w=\"w\">TK123456</w:x></pkg:xmlData></pkg:part>"));

        var parts = await Reading.ReadAllAsync(Encoding.UTF8.GetBytes(whole[..(whole.IndexOf("TK123456", StringComparison.Ordinal) + 8)]));

        parts[0].Text.Should().Contain("avant").And.Contain("TK123456");
    }

    [Fact]
    public void No_change_of_a_byte_makes_it_throw() =>
        Gen.Select(Gen.Byte, Gen.Int[0, 5_000]).Array[1, 8].Sample(
            changes =>
            {
                var bytes = Flat(OfficeFile.Paragraph("TK123456"));
                foreach (var (value, at) in changes)
                    bytes[at % bytes.Length] = value;
                var reading = new AttachmentReading(new AttachmentOptions(), new TextRecognition(new OcrOptions()), CancellationToken.None);
                FlatPackageReader.Read(new OpenedFile(bytes, reading.Open("a"), 0, reading));
            },
            iter: 300);

    private static byte[] Flat(string body, string more = "") => Encoding.UTF8.GetBytes(
        Root
        + Part("/_rels/.rels", OfficeFile.Relationships(("r1", "officeDocument", "word/document.xml")))
        + Part("/word/document.xml", $"<w:document {OfficeFile.Word}><w:body>{body}</w:body></w:document>")
        + more
        + "</pkg:package>");

    private static string Part(string name, string xml) => $"<pkg:part pkg:name=\"{name}\" pkg:contentType=\"application/xml\"><pkg:xmlData>{xml}</pkg:xmlData></pkg:part>";
}
