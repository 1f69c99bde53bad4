using System.Text;
using Dlp.Documents.Tests.Archives;

namespace Dlp.Documents.Tests.Office;

public class WordTests
{
    private const string Secret = "FR58 9999 9000 420A 7B3C 9D15 K76";

    [Fact]
    public async Task The_body_is_read_paragraph_by_paragraph()
    {
        var part = await Reading.ReadAsync(OfficeFile.Document(
            "<w:p><w:r><w:t xml:space=\"preserve\">IBAN </w:t></w:r><w:r><w:t>FR58</w:t></w:r><w:r><w:tab/><w:t>end</w:t></w:r></w:p>" + OfficeFile.Paragraph("second")));

        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.Should().Be("IBAN FR58\tend\nsecond\n");
        part.LocationOf("second").Should().Be("body");
    }

    [Fact]
    public async Task A_row_of_a_table_is_a_line()
    {
        static string Cell(string text) => $"<w:tc>{OfficeFile.Paragraph(text)}</w:tc>";

        var part = await Reading.ReadAsync(OfficeFile.Document($"<w:tbl><w:tr>{Cell("IBAN")}{Cell(Secret)}</w:tr><w:tr>{Cell("a")}{Cell("b")}</w:tr></w:tbl>{OfficeFile.Paragraph("after")}"));

        part.Text.Should().Be($"IBAN\t{Secret}\na\tb\nafter\n");
        part.LocationOf(Secret).Should().Be("table");
        part.LocationOf("after").Should().Be("body");
    }

    [Theory]
    [InlineData("<w:r><w:rPr><w:vanish/></w:rPr><w:t>kept</w:t></w:r>", "hidden text")]
    [InlineData("<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>kept</w:t></w:r>", "body")]
    [InlineData("<w:del w:author=\"x\"><w:r><w:delText>kept</w:delText></w:r></w:del>", "deleted text")]
    [InlineData("<w:moveFrom w:author=\"x\"><w:r><w:t>kept</w:t></w:r></w:moveFrom>", "deleted text")]
    [InlineData("<w:ins w:author=\"x\"><w:r><w:t>kept</w:t></w:r></w:ins>", "body")]
    [InlineData("<w:r><w:instrText>kept</w:instrText></w:r>", "field")]
    [InlineData("<w:fldSimple w:instr=\"kept\"/>", "field")]
    [InlineData("<w:r><w:drawing><wp:docPr id=\"1\" descr=\"kept\"/></w:drawing></w:r>", "alt text")]
    [InlineData("<w:r><w:pict><v:shape><v:textpath string=\"kept\"/></v:shape></w:pict></w:r>", "watermark")]
    [InlineData("<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>kept</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>", "text box")]
    [InlineData("<w:bookmarkStart w:id=\"1\" w:name=\"kept\"/>", "bookmark")]
    [InlineData("<w:r><w:drawing><wp:docPr id=\"1\" name=\"C:\\Users\\kept.jpg\"/></w:drawing></w:r>", "name")]
    [InlineData("<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText=\"kept\"/></w:dropDownList></w:sdtPr></w:sdt>", "form field")]
    public async Task What_a_run_holds_is_read_at_its_place_and_does_not_tear_the_text_apart(string run, string place)
    {
        var part = await Reading.ReadAsync(OfficeFile.Document($"<w:p><w:r><w:t>be</w:t></w:r>{run}<w:r><w:t>fore</w:t></w:r></w:p>"));

        part.LocationOf("kept").Should().Be(place);
        part.Text.Should().Contain(place == "body" ? "bekeptfore" : "before");
    }

    [Fact]
    public async Task A_text_box_written_for_new_and_old_programs_is_read_once_and_what_only_old_ones_see_too()
    {
        static string Box(string text) => $"<w:pict><v:textbox><w:txbxContent>{OfficeFile.Paragraph(text)}</w:txbxContent></v:textbox></w:pict>";

        var part = await Reading.ReadAsync(OfficeFile.Document(
            $"<w:p><w:r><mc:AlternateContent><mc:Choice>{Box("once")}</mc:Choice><mc:Fallback>{Box("once")}{Box("only here")}</mc:Fallback></mc:AlternateContent></w:r></w:p>"));

        part.Text.Split("once").Should().HaveCount(2);
        part.Text.Should().Contain("only here");
    }

    [Theory]
    [InlineData("hdr", "header1.xml", "header")]
    [InlineData("ftr", "footer1.xml", "footer")]
    [InlineData("footnotes", "footnotes.xml", "footnote")]
    [InlineData("endnotes", "endnotes.xml", "endnote")]
    [InlineData("comments", "comments.xml", "comment")]
    [InlineData("glossaryDocument", "glossary/document.xml", "building block")]
    public async Task Parts_beside_the_body_are_read(string root, string name, string place)
    {
        var part = await Reading.ReadAsync(OfficeFile.Document(OfficeFile.Paragraph("x"), ($"word/{name}", $"<w:{root} {OfficeFile.Word}>{OfficeFile.Paragraph(Secret)}</w:{root}>")));

        part.LocationOf(Secret).Should().Be(place);
    }

    [Fact]
    public async Task Names_that_a_program_made_are_left_out()
    {
        var part = await Reading.ReadAsync(OfficeFile.Document(
            "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"_Toc4471\"/><w:r><w:drawing><wp:docPr id=\"1\" name=\"Picture 3\"/></w:drawing></w:r><w:r><w:t>x</w:t></w:r></w:p>"));

        part.Text.Should().Be("x\n");
    }

    [Fact]
    public async Task The_strict_namespace_is_read_alike()
    {
        var strict = OfficeFile.Word.Replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main", StringComparison.Ordinal);
        var part = await Reading.ReadAsync(OfficeFile.Package(
            ("_rels/.rels", OfficeFile.Relationships(("r1", "officeDocument", "word/document.xml"))),
            ("word/document.xml", $"<w:document {strict}><w:body>{OfficeFile.Paragraph(Secret)}</w:body></w:document>"),
            ("word/comments.xml", $"<w:comments {strict}>{OfficeFile.Paragraph("remark")}</w:comments>")));

        part.LocationOf(Secret).Should().Be("body");
        part.LocationOf("remark").Should().Be("comment");
    }

    [Fact]
    public async Task Properties_labels_links_and_variables_are_read_at_their_places()
    {
        var part = await Reading.ReadAsync(OfficeFile.Document(
            OfficeFile.Paragraph("x"),
            ("docProps/core.xml", "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:creator>Camille Durand</dc:creator><dc:title>Project Heron</dc:title></cp:coreProperties>"),
            ("docProps/app.xml", "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Company>Orvalis</Company></Properties>"),
            ("docProps/custom.xml", "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" xmlns:vt=\"v\"><property name=\"Dossier\"><vt:lpwstr>D-4471</vt:lpwstr></property>"
                + "<property name=\"MSIP_Label_2096f6a2-d2f7-48be-b329-b73aaa526e5d_Name\"><vt:lpwstr>Confidential</vt:lpwstr></property></Properties>"),
            ("docMetadata/LabelInfo.xml", "<clbl:labelList xmlns:clbl=\"http://schemas.microsoft.com/office/2020/mipLabelMetadata\"><clbl:label id=\"{3096f6a2-d2f7-48be-b329-b73aaa526e5d}\" enabled=\"1\"/>"
                + "<clbl:label id=\"{4096f6a2-d2f7-48be-b329-b73aaa526e5d}\" enabled=\"1\" method=\"Privileged\" removed=\"1\"/></clbl:labelList>"),
            ("word/_rels/document.xml.rels", OfficeFile.Relationships(("h1", "hyperlink", "https://intranet.orvalis.example/q3"))),
            ("word/settings.xml", $"<w:settings {OfficeFile.Word}><w:docVar w:name=\"Client\" w:val=\"Heron SA\"/></w:settings>"),
            ("customXml/item1.xml", "<form iban=\"hidden in an attribute\">custom value</form>")));

        using var scope = new AssertionScope();
        part.LocationOf("Camille Durand").Should().Be("metadata: Author");
        part.LocationOf("Project Heron").Should().Be("metadata: Title");
        part.LocationOf("Orvalis").Should().Be("metadata: Company");
        part.LocationOf("Dossier: D-4471").Should().Be("custom property: Dossier");
        part.LocationOf("MSIP_Label_2096f6a2-d2f7-48be-b329-b73aaa526e5d_Name: Confidential").Should().Be("sensitivity label");
        part.LocationOf("MSIP_Label_3096f6a2-d2f7-48be-b329-b73aaa526e5d_Enabled: 1").Should().Be("sensitivity label");
        part.LocationOf("Id: {4096f6a2-d2f7-48be-b329-b73aaa526e5d}").Should().Be("removed sensitivity label");
        part.Text.Should().NotContain("MSIP_Label_4096f6a2");
        part.LocationOf("https://intranet.orvalis.example/q3").Should().Be("link");
        part.LocationOf("Client: Heron SA").Should().Be("document variable");
        part.LocationOf("hidden in an attribute").Should().Be("custom XML");
        part.LocationOf("custom value").Should().Be("custom XML");
        part.Status.Should().Be(PartStatus.Scanned);
    }

    [Fact]
    public async Task Names_of_authors_are_told_once()
    {
        var change = "<w:p><w:ins w:author=\"Anne Roy\"><w:r><w:t>x</w:t></w:r></w:ins></w:p>";
        var part = await Reading.ReadAsync(OfficeFile.Document(change + change));

        part.LocationOf("Anne Roy").Should().Be("people");
        part.Text.Split("Anne Roy").Should().HaveCount(2);
    }

    [Fact]
    public async Task What_is_embedded_is_a_part_of_its_own_and_what_nothing_refers_to_is_read_too()
    {
        var inner = OfficeFile.Document(OfficeFile.Paragraph(Secret));
        var zip = new RawZip().Add("[Content_Types].xml", "<Types/>"u8.ToArray())
            .Add("word/document.xml", Encoding.UTF8.GetBytes($"<w:document {OfficeFile.Word}/>"))
            .Add("word/embeddings/deck.docx", inner)
            .Add("stray.txt", "stray 4471"u8.ToArray())
            .ToArray();

        var parts = await Reading.ReadAllAsync(zip);

        parts.Single(part => part.Name.EndsWith("deck.docx", StringComparison.Ordinal)).Text.Should().Contain(Secret);
        parts.Single(part => part.Name.EndsWith("stray.txt", StringComparison.Ordinal)).Text.Should().Be("stray 4471");
    }

    [Fact]
    public async Task A_body_under_another_name_is_read_all_the_same()
    {
        var part = await Reading.ReadAsync(OfficeFile.Package(
            ("_rels/.rels", OfficeFile.Relationships(("r1", "officeDocument", "odd/main.txt"))),
            ("odd/main.txt", $"<w:document {OfficeFile.Word}><w:body>{OfficeFile.Paragraph(Secret)}</w:body></w:document>")));

        part.LocationOf(Secret).Should().Be("body");
    }

    [Fact]
    public async Task A_document_in_an_archive_does_not_make_the_archive_a_document()
    {
        var zip = new RawZip().Add("a.docx", OfficeFile.Document(OfficeFile.Paragraph(Secret)), deflate: false).Add("b.txt", "plain"u8.ToArray()).ToArray();

        var parts = await Reading.ReadAllAsync(zip);

        parts.Select(part => part.Name).Should().Equal("q3.bin", "q3.bin › a.docx", "q3.bin › b.txt");
        parts[1].LocationOf(Secret).Should().Be("body");
    }

    [Fact]
    public async Task A_document_type_is_told_and_its_entities_never_grow()
    {
        const string bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><w:document>&b;</w:document>";
        var parts = await Reading.ReadAllAsync(OfficeFile.Package(("word/document.xml", bomb)));

        parts[0].Status.Should().Be(PartStatus.Partial);
        parts[0].Said().Should().Contain("document type");
        parts[1].Text.Should().Be(bomb);
    }

    [Fact]
    public async Task A_document_type_that_does_no_harm_is_told_and_the_text_is_read()
    {
        var part = await Reading.ReadAsync(OfficeFile.Package(
            ("_rels/.rels", OfficeFile.Relationships(("r1", "officeDocument", "word/document.xml"))),
            ("word/document.xml", $"<!DOCTYPE document [<!ENTITY a \"kept from sight\">]><w:document {OfficeFile.Word}><w:body>{OfficeFile.Paragraph("all of it")}</w:body></w:document>")));

        part.Status.Should().Be(PartStatus.Partial);
        part.Said().Should().Contain("document type");
        part.LocationOf("all of it").Should().Be("body");
    }

    [Fact]
    public async Task Tables_nested_without_end_are_cut_and_told()
    {
        var nested = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 30_000)) + OfficeFile.Paragraph("deep") + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 30_000));
        var part = await Reading.ReadAsync(OfficeFile.Document(OfficeFile.Paragraph("first") + nested + OfficeFile.Paragraph("last")));

        part.Status.Should().Be(PartStatus.TooLarge);
        part.Said().Should().Contain("256 deep");
        part.Text.Should().Contain("first").And.Contain("last");
    }

    [Fact]
    public async Task A_tag_of_a_million_attributes_is_refused_while_it_is_inflated()
    {
        var attributes = new StringBuilder();
        for (var i = 0; i < 300_000; i++)
            attributes.Append(System.Globalization.CultureInfo.InvariantCulture, $" a{i}=\"\"");
        var part = await Reading.ReadAsync(OfficeFile.Document(OfficeFile.Paragraph("first") + $"<w:p{attributes}/>"));

        part.Status.Should().Be(PartStatus.TooLarge);
        part.Said().Should().Contain("65,536");
        part.Text.Should().Contain("first");
    }

    [Fact]
    public async Task A_body_that_grows_without_end_is_cut_and_told()
    {
        var part = await Reading.ReadAsync(OfficeFile.Document($"<w:p><w:r><w:t>{new string('x', 60_000_000)}</w:t></w:r></w:p>"), new AttachmentOptions { MaxCharacters = 1_000_000 });

        part.Status.Should().Be(PartStatus.TooLarge);
        part.Text.Length.Should().Be(1_000_000);
    }

    [Fact]
    public async Task A_document_that_is_cut_off_is_read_up_to_there()
    {
        var noise = new StringBuilder();
        var random = new Random(3);
        for (var i = 0; i < 20_000; i++)
            noise.Append(OfficeFile.Paragraph(random.Next().ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var whole = OfficeFile.Document(OfficeFile.Paragraph(Secret) + noise);

        var parts = await Reading.ReadAllAsync(whole[..(whole.Length / 2)]);

        parts[0].Text.Should().Contain(Secret);
        parts[0].Status.Should().Be(PartStatus.Partial);
    }

    [Fact]
    public async Task A_document_behind_other_bytes_is_read()
    {
        byte[] file = [.. "MIME garbage\r\n"u8, .. OfficeFile.Document(OfficeFile.Paragraph(Secret))];

        (await Reading.ReadAsync(file)).LocationOf(Secret).Should().Be("body");
    }
}
