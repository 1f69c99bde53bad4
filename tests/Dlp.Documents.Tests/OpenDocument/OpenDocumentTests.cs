using System.Text;
using Dlp.Documents.Tests.Archives;

namespace Dlp.Documents.Tests.OpenDocument;

public class OpenDocumentTests
{
    private const string Secret = "FR58 9999 9000 420A 7B3C 9D15 K76";

    private const string Namespaces = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
        + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
        + " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" xmlns:presentation=\"urn:oasis:names:tc:opendocument:xmlns:presentation:1.0\""
        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

    private static byte[] Package(string kind, string body, string styles = "", params (string Name, string Text)[] more) => RawZip.Of(
    [
        ("mimetype", $"application/vnd.oasis.opendocument.{kind}"),
        ("content.xml", $"<office:document-content {Namespaces}><office:automatic-styles>{styles}</office:automatic-styles><office:body>{body}</office:body></office:document-content>"),
        .. more,
    ]);

    private static byte[] Text(string body, string styles = "", params (string Name, string Text)[] more) => Package("text", $"<office:text>{body}</office:text>", styles, more);

    [Fact]
    public async Task The_body_is_read_with_its_blanks()
    {
        var part = await Reading.ReadAsync(Text("<text:p>a<text:s text:c=\"2\"/>b<text:tab/>c<text:line-break/>d <text:span>e</text:span></text:p>"));

        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.Should().Be("a  b\tc\nd e\n");
        part.LocationOf("d e").Should().Be("body");
    }

    [Fact]
    public async Task Settings_that_are_empty_and_a_formula_with_its_document_type_are_no_damage()
    {
        var parts = await Reading.ReadAllAsync(Text(
            "<text:p>all of it</text:p>",
            "",
            ("Configurations2/accelerator/current.xml", ""),
            ("Object 1/content.xml", "<?xml version=\"1.0\"?><!DOCTYPE math:math PUBLIC \"-//OpenOffice.org//DTD Modified W3C MathML 1.01//EN\" \"math.dtd\"><math:math xmlns:math=\"http://www.w3.org/1998/Math/MathML\"><math:mi>kept</math:mi></math:math>")));

        parts.Should().ContainSingle();
        (parts[0].Said() ?? "nothing").Should().Be("nothing");
        parts[0].Status.Should().Be(PartStatus.Scanned);
        parts[0].Text.Should().Contain("all of it").And.Contain("kept");
    }

    [Theory]
    [InlineData("<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body><text:p>kept</text:p></text:note-body></text:note>", "footnote")]
    [InlineData("<office:annotation><dc:creator>Anne</dc:creator><dc:date>2024</dc:date><text:p>kept</text:p></office:annotation>", "comment")]
    [InlineData("<text:span text:style-name=\"H\">kept</text:span>", "hidden text")]
    [InlineData("<draw:frame><draw:text-box><text:p>kept</text:p></draw:text-box></draw:frame>", "text box")]
    [InlineData("<draw:frame><svg:desc>kept</svg:desc></draw:frame>", "alt text")]
    [InlineData("<text:a xlink:href=\"mailto:kept\"></text:a>", "link")]
    [InlineData("<text:bookmark-start text:name=\"kept\"/>", "bookmark")]
    [InlineData("<text:a xlink:href=\"#x\" office:title=\"kept\"></text:a>", "link")]
    [InlineData("<text:placeholder text:description=\"kept\"/>", "field")]
    [InlineData("<text:database-display text:database-name=\"kept\"></text:database-display>", "connection")]
    [InlineData("<text:drop-down><text:label text:value=\"kept\"/></text:drop-down>", "form field")]
    [InlineData("<calcext:condition xmlns:calcext=\"urn:x\" calcext:value=\"contains-text(&quot;kept&quot;)\"/>", "conditional format")]
    [InlineData("<style:map style:condition=\"cell-content()=&quot;kept&quot;\"/>", "conditional format")]
    [InlineData("<text:hidden-text text:string-value=\"kept\"/>", "hidden text")]
    public async Task What_stands_inside_a_paragraph_is_read_at_its_place_and_does_not_tear_it_apart(string inner, string place)
    {
        var part = await Reading.ReadAsync(Text($"<text:p>be{inner}fore</text:p>", "<style:style style:name=\"H\"><style:text-properties text:display=\"none\"/></style:style>"));

        part.LocationOf("kept").Should().Be(place);
        part.Text.Should().Contain("before");
    }

    [Fact]
    public async Task Deleted_text_and_hidden_sections_are_read()
    {
        var part = await Reading.ReadAsync(Text(
            "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Anne Roy</dc:creator></office:change-info><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>"
            + "<text:section text:display=\"none\"><text:p>unseen</text:p></text:section><text:p>after</text:p>"));

        part.LocationOf("gone").Should().Be("deleted text");
        part.LocationOf("unseen").Should().Be("hidden text");
        part.LocationOf("after").Should().Be("body");
        part.LocationOf("Anne Roy").Should().Be("people");
    }

    [Fact]
    public async Task Headers_metadata_labels_and_tables_are_read()
    {
        var part = await Reading.ReadAsync(Text(
            "<table:table><table:table-row><table:table-cell><text:p>IBAN</text:p></table:table-cell><table:table-cell><text:p>FR58</text:p></table:table-cell></table:table-row></table:table>",
            "",
            ("styles.xml", $"<office:document-styles {Namespaces}><office:master-styles><style:master-page><style:header><text:p>Confidential</text:p></style:header></style:master-page></office:master-styles></office:document-styles>"),
            ("meta.xml", $"<office:document-meta {Namespaces}><office:meta><dc:title>Heron</dc:title><meta:initial-creator>Camille Durand</meta:initial-creator>"
                + "<meta:user-defined meta:name=\"MSIP_Label_1_Name\">Secret</meta:user-defined><meta:user-defined meta:name=\"Dossier\">D-4471</meta:user-defined></office:meta></office:document-meta>")));

        using var scope = new AssertionScope();
        part.LocationOf("IBAN\tFR58").Should().Be("table");
        part.LocationOf("Confidential").Should().Be("header");
        part.LocationOf("Heron").Should().Be("metadata: Title");
        part.LocationOf("Camille Durand").Should().Be("metadata: Author");
        part.LocationOf("MSIP_Label_1_Name: Secret").Should().Be("sensitivity label");
        part.LocationOf("D-4471").Should().Be("custom property: Dossier");
    }

    [Fact]
    public async Task What_a_cell_holds_does_not_run_into_the_number_that_it_shows()
    {
        var part = await Reading.ReadAsync(Package(
            "spreadsheet",
            "<office:spreadsheet><table:table table:name=\"Q3\"><table:table-row><table:table-cell office:value-type=\"float\" office:value=\"612345678\"><text:p>06 12 34 56 78</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>"));

        part.Text.Should().Contain("06 12 34 56 78 (612345678)");
    }

    [Fact]
    public async Task Cells_have_their_places_their_values_and_their_comments()
    {
        var part = await Reading.ReadAsync(Package(
            "spreadsheet",
            "<office:spreadsheet><table:table table:name=\"Q3\" table:style-name=\"T\"><table:table-row table:number-rows-repeated=\"11\"><table:table-cell/></table:table-row><table:table-row>"
            + "<table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"percentage\" office:value=\"0.1068\"><text:p>11 %</text:p></table:table-cell>"
            + "<table:table-cell table:formula=\"of:=IF(A1;&quot;dismissed&quot;)\"><office:annotation><text:p>too high</text:p></office:annotation><text:p>shown</text:p></table:table-cell>"
            + "</table:table-row></table:table></office:spreadsheet>",
            "<style:style style:name=\"T\"><style:table-properties table:display=\"false\"/></style:style>"));

        part.LocationOf("11 % 0.1068\tshown").Should().Be("sheet Q3 (hidden), A12");
        part.LocationOf("shown").Should().Be("sheet Q3 (hidden), C12");
        part.LocationOf("too high").Should().Be("sheet Q3 (hidden), C12, comment");
        part.LocationOf("dismissed").Should().Be("sheet Q3 (hidden), C12, formula");
    }

    [Fact]
    public async Task What_stands_around_the_cells_is_read()
    {
        var part = await Reading.ReadAsync(Package(
            "spreadsheet",
            "<office:spreadsheet><table:content-validation table:condition=\"cell-content-is-in-list(&quot;Heron&quot;)\"/><table:table table:name=\"S\"><table:scenario table:comment=\"if they agree\"/></table:table>"
            + "<table:database-range table:name=\"Sales\"><table:database-source-sql table:database-name=\"db7\" table:sql-statement=\"select 1\"/><table:filter-condition table:value=\"Brest\"/></table:database-range>"
            + "<table:data-pilot-table table:name=\"Cross\"><table:data-pilot-field table:source-field-name=\"Person\"><table:data-pilot-member table:name=\"Anne Roy\"/></table:data-pilot-field></table:data-pilot-table></office:spreadsheet>",
            "",
            ("settings.xml", "<office:document-settings xmlns:office=\"o\" xmlns:config=\"c\"><config:config-item config:name=\"PrinterName\">HP 4471</config:config-item></office:document-settings>")));

        using var scope = new AssertionScope();
        part.LocationOf("Heron").Should().Be("data validation");
        part.LocationOf("if they agree").Should().Be("scenario");
        part.LocationOf("db7").Should().Be("connection");
        part.LocationOf("select 1").Should().Be("connection");
        part.LocationOf("Brest").Should().Be("filter");
        part.LocationOf("Cross").Should().Be("pivot cache");
        part.LocationOf("Person").Should().Be("pivot cache");
        part.LocationOf("Anne Roy").Should().Be("pivot cache");
        part.LocationOf("HP 4471").Should().Be("settings of a program");
    }

    [Fact]
    public async Task Slides_are_numbered_and_their_notes_read()
    {
        var part = await Reading.ReadAsync(Package(
            "presentation",
            "<office:presentation><draw:page><text:p>first</text:p></draw:page><draw:page draw:style-name=\"H\"><draw:frame><draw:text-box><text:p>second</text:p></draw:text-box></draw:frame>"
            + "<presentation:notes><text:p>unsaid</text:p></presentation:notes></draw:page></office:presentation>",
            "<style:style style:name=\"H\"><style:drawing-page-properties presentation:visibility=\"hidden\"/></style:style>"));

        part.LocationOf("first").Should().Be("slide 1");
        part.LocationOf("second").Should().Be("slide 2 (hidden)");
        part.LocationOf("unsaid").Should().Be("slide 2 (hidden), notes");
    }

    [Fact]
    public async Task A_document_that_is_one_file_is_read_with_what_it_embeds()
    {
        var flat = $"<?xml version=\"1.0\"?><office:document {Namespaces} office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:meta><dc:title>Heron</dc:title></office:meta><office:body><office:text>"
            + $"<text:p>{Secret}</text:p><text:p><draw:frame><draw:object><office:binary-data>{Convert.ToBase64String("inner text"u8)}</office:binary-data></draw:object></draw:frame></text:p></office:text></office:body></office:document>";

        var parts = await Reading.ReadAllAsync(Encoding.UTF8.GetBytes(flat));

        parts[0].LocationOf(Secret).Should().Be("body");
        parts[0].LocationOf("Heron").Should().Be("metadata: Title");
        parts[1].Text.Should().Be("inner text");
    }

    [Fact]
    public async Task A_document_with_a_password_is_encrypted()
    {
        var zip = RawZip.Of(
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("content.xml", "\u0001\u0002 no XML at all"),
            ("META-INF/manifest.xml", "<manifest><file-entry full-path=\"content.xml\"><encryption-data checksum=\"x\"/></file-entry></manifest>"));

        var part = await Reading.ReadAsync(zip);

        part.Status.Should().Be(PartStatus.Encrypted);
        part.Text.Should().BeEmpty();
    }
}
