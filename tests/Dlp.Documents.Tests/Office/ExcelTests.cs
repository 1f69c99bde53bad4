using System.Text;

namespace Dlp.Documents.Tests.Office;

public class ExcelTests
{
    private const string Styles = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"#,##0.00\\ &quot;€&quot;\"/></numFmts>"
        + "<cellStyleXfs><xf numFmtId=\"1\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";

    private static readonly string Strings = $"<sst {OfficeFile.Sheet}><si><t>Salary</t></si><si><r><t>of </t></r><r><t>Anne</t></r></si><si><t>deleted once</t></si></sst>";

    private static byte[] Cells(string cells, string state = "visible") => OfficeFile.Workbook(
        $"<sheetData><row r=\"12\">{cells}</row></sheetData>", state, "", ("xl/styles.xml", Styles), ("xl/sharedStrings.xml", Strings));

    [Fact]
    public async Task A_row_is_a_line_and_every_cell_has_its_place()
    {
        var part = await Reading.ReadAsync(Cells("<c r=\"A12\" t=\"s\"><v>0</v></c><c r=\"B12\" t=\"s\"><v>1</v></c><c r=\"C12\"><v>4471</v></c>"));

        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.Should().StartWith("Salary\tof Anne\t4471\n");
        part.LocationOf("of Anne").Should().Be("sheet Q3, B12");
        part.LocationOf("4471").Should().Be("sheet Q3, C12");
    }

    [Theory]
    [InlineData("hidden", "sheet Q3 (hidden), B12")]
    [InlineData("veryHidden", "sheet Q3 (very hidden), B12")]
    public async Task Hidden_sheets_are_read_and_their_places_say_so(string state, string place)
    {
        var part = await Reading.ReadAsync(Cells("<c r=\"B12\" t=\"inlineStr\"><is><t>secret</t></is></c>", state));

        part.LocationOf("secret").Should().Be(place);
    }

    [Theory]
    [InlineData("<c r=\"A12\" s=\"1\"><v>0.10680000000000001</v></c>", "10.68% 0.1068")]
    [InlineData("<c r=\"A12\" s=\"2\"><v>45413</v></c>", "05/01/2024")]
    [InlineData("<c r=\"A12\" s=\"3\"><v>1234567.5</v></c>", "1,234,567.50 € 1234567.5")]
    [InlineData("<c r=\"A12\"><v>4111111111111111</v></c>", "4111111111111111")]
    [InlineData("<c r=\"A12\"><v>4.111111111111111E+15</v></c>", "4111111111111111")]
    [InlineData("<c r=\"A12\" t=\"b\"><v>1</v></c>", "TRUE")]
    [InlineData("<c r=\"A12\" t=\"str\"><f>A1&amp;\"x\"</f><v>shown</v></c>", "shown")]
    [InlineData("<c r=\"A12\" s=\"99\"><v>7</v></c>", "7")]
    public async Task A_cell_is_read_as_it_shows_itself_and_as_it_is(string cell, string expected)
    {
        var part = await Reading.ReadAsync(Cells(cell));

        part.Text.Split('\n')[0].Should().Be(expected);
    }

    [Fact]
    public async Task Literals_of_formulas_are_read()
    {
        var part = await Reading.ReadAsync(Cells("<c r=\"A12\" t=\"str\"><f>IF(B1=\"Anne \"\"X\"\" Roy\",\"\",\"dismissed\")</f><v></v></c>"));

        part.LocationOf("Anne \"X\" Roy").Should().Be("sheet Q3, A12, formula");
        part.LocationOf("dismissed").Should().Be("sheet Q3, A12, formula");
    }

    [Fact]
    public async Task Strings_that_no_cell_shows_are_read()
    {
        var part = await Reading.ReadAsync(Cells("<c r=\"A12\" t=\"s\"><v>0</v></c>"));

        part.LocationOf("deleted once").Should().Be("string of no cell");
        part.Text.Split("Salary").Should().HaveCount(2);
    }

    [Fact]
    public async Task Hidden_rows_and_columns_are_said_in_the_place()
    {
        var part = await Reading.ReadAsync(OfficeFile.Workbook(
            "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><sheetData><row r=\"1\" hidden=\"1\"><c r=\"A1\"><v>1111</v></c></row><row r=\"2\"><c r=\"C2\"><v>2222</v></c></row></sheetData>"));

        part.LocationOf("1111").Should().Be("sheet Q3, A1 (hidden row)");
        part.LocationOf("2222").Should().Be("sheet Q3, C2 (hidden column)");
    }

    [Fact]
    public async Task What_stands_around_the_cells_is_read()
    {
        var part = await Reading.ReadAsync(OfficeFile.Workbook(
            "<sheetData/><dataValidations><dataValidation prompt=\"type the NIR\"><formula1>\"yes,no\"</formula1></dataValidation></dataValidations>"
            + "<hyperlinks><hyperlink ref=\"A1\" tooltip=\"to the board\"/></hyperlinks><headerFooter><oddHeader>&amp;L&amp;\"Arial,Bold\"&amp;12Confidential&amp;C&amp;P</oddHeader></headerFooter>",
            more: "<definedNames><definedName name=\"Margin_Heron\" hidden=\"1\">Q3!$A$1</definedName></definedNames>",
            parts:
            [
                ("xl/worksheets/_rels/sheet1.xml.rels", OfficeFile.Relationships(("c1", "comments", "../comments1.xml"), ("c2", "threadedComment", "../threadedComments/threadedComment1.xml"), ("d1", "drawing", "../drawings/drawing1.xml"))),
                ("xl/comments1.xml", $"<comments {OfficeFile.Sheet}><authors><author>Anne Roy</author></authors><commentList><comment ref=\"B12\" authorId=\"0\"><text><r><t>too high</t></r></text><commentPr><anchor><from>447199</from></anchor></commentPr></comment></commentList></comments>"),
                ("xl/threadedComments/threadedComment1.xml", "<ThreadedComments xmlns=\"t\"><threadedComment ref=\"C3\"><text>in a thread</text></threadedComment></ThreadedComments>"),
                ("xl/drawings/drawing1.xml", $"<xdr:wsDr xmlns:xdr=\"x\" {OfficeFile.Slide}><xdr:sp><xdr:txBody><a:p><a:r><a:t>in a box</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>"),
                ("xl/connections.xml", $"<connections {OfficeFile.Sheet}><connection name=\"c\"><dbPr connection=\"Server=db7;Password=hunter2\" command=\"select 1\"/></connection></connections>"),
                ("xl/pivotCache/pivotCacheDefinition1.xml", $"<pivotCacheDefinition {OfficeFile.Sheet}><cacheFields><cacheField name=\"Person\"><sharedItems><s v=\"cached name\"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>"),
                ("xl/externalLinks/externalLink1.xml", $"<externalLink {OfficeFile.Sheet}><externalBook><sheetDataSet><sheetData><row><cell r=\"A1\"><v>from elsewhere</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>"),
            ]));

        using var scope = new AssertionScope();
        part.LocationOf("type the NIR").Should().Be("sheet Q3, data validation");
        part.LocationOf("yes,no").Should().Be("sheet Q3, formula");
        part.LocationOf("to the board").Should().Be("sheet Q3, link");
        part.LocationOf("Confidential").Should().Be("sheet Q3, header");
        part.Text.Should().NotContain("Arial");
        part.LocationOf("Margin_Heron").Should().Be("defined name");
        part.LocationOf("too high").Should().Be("sheet Q3, B12, comment");
        part.Text.Should().NotContain("447199");
        part.LocationOf("in a thread").Should().Be("sheet Q3, C3, comment");
        part.LocationOf("in a box").Should().Be("sheet Q3, text box");
        part.LocationOf("Password=hunter2").Should().Be("connection");
        part.LocationOf("cached name").Should().Be("pivot cache");
        part.LocationOf("from elsewhere").Should().Be("external link");
        part.LocationOf("Anne Roy").Should().Be("people");
        part.Status.Should().Be(PartStatus.Scanned);
    }

    [Theory]
    [InlineData("xl/tables/table1.xml", "<table displayName=\"Salaries_2026\" comment=\"of the board\"><tableColumn name=\"Net\" totalsRowLabel=\"All told\"><calculatedColumnFormula>IF(1,\"kept out\")</calculatedColumnFormula></tableColumn></table>", "Salaries_2026|of the board|Net|All told|kept out")]
    [InlineData("xl/ctrlProps/ctrlProp1.xml", "<formControlPr objectType=\"List\"><itemLst><item val=\"Heron\"/></itemLst></formControlPr>", "Heron")]
    [InlineData("xl/drawings/vmlDrawing1.vml", "<xml xmlns:v=\"v\"><v:shape><v:textbox><div>written on a <font>button</font></div></v:textbox></v:shape></xml>", "written on a button")]
    [InlineData("xl/charts/chartEx1.xml", "<cx:chartSpace xmlns:cx=\"http://schemas.microsoft.com/office/drawing/2014/chartex\"><cx:lvl><cx:pt idx=\"0\">Brest</cx:pt><cx:pt idx=\"1\">Lyon</cx:pt></cx:lvl></cx:chartSpace>", "Brest\nLyon")]
    [InlineData("xl/externalLinks/externalLink1.xml", "<externalLink><definedName name=\"Rate\" refersTo=\"4471\"/></externalLink>", "Rate|4471")]
    [InlineData("xl/connections.xml", "<connections><connection odcFile=\"\\\\srv7\\sales.odc\"><olapPr localConnection=\"Data Source=cube7\"/></connection></connections>", "srv7|cube7")]
    [InlineData("xl/revisions/revisionHeaders.xml", "<headers><header userName=\"Anne Roy\"/></headers>", "Anne Roy")]
    [InlineData("xl/metadata.xml", "<metadata><metadataStrings><s v=\"[Client].[Heron]\"/></metadataStrings></metadata>", "[Client].[Heron]")]
    public async Task What_the_parts_of_a_workbook_say_is_read(string name, string xml, string said)
    {
        var part = await Reading.ReadAsync(OfficeFile.Workbook("<sheetData/>", parts: (name, xml)));

        part.Text.Should().ContainAll(said.Split('|'));
        part.Status.Should().Be(PartStatus.Scanned);
    }

    [Fact]
    public async Task Power_Query_is_a_part_of_its_own()
    {
        var package = Archives.RawZip.Of(("Formulas/Section1.m", "let Source = Sql.Database(\"db7\")"));
        byte[] mashup = [0, 0, 0, 0, .. BitConverter.GetBytes(package.Length), .. package, 1, 2, 3, 4];

        var parts = await Reading.ReadAllAsync(OfficeFile.Workbook("<sheetData/>", parts: ("customXml/item1.xml", $"<DataMashup>{Convert.ToBase64String(mashup)}</DataMashup>")));

        parts.Should().Contain(part => part.Text.Contains("Sql.Database", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Printer_settings_do_not_make_a_workbook_unread()
    {
        var zip = OfficeFile.Workbook("<sheetData/>", parts: ("xl/printerSettings/printerSettings1.bin", "\0\0\u0001HP LaserJet 4471\0\0"));

        var part = await Reading.ReadAsync(zip);

        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.Should().Contain("HP LaserJet 4471");
    }

    [Theory]
    [InlineData("0#\" \"##\" \"##\" \"##\" \"##", "612345678", "06 12 34 56 78 (612345678)")]
    [InlineData("0.00E+00", "184127645108946", "1.84E+14 (184127645108946)")]
    [InlineData("0000000000", "612345678", "0612345678 (612345678)")]
    public async Task What_a_cell_holds_does_not_run_into_the_number_that_it_shows(string format, string held, string expected)
    {
        var zip = OfficeFile.Workbook($"<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>{held}</v></c></row></sheetData>", parts:
            ("xl/styles.xml", $"<styleSheet {OfficeFile.Sheet}><numFmts><numFmt numFmtId=\"170\" formatCode=\"{System.Security.SecurityElement.Escape(format)}\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>"));

        (await Reading.ReadAsync(zip)).Text.Split('\n')[0].Should().Be(expected);
    }

    [Fact]
    public async Task A_data_model_makes_a_workbook_partial_and_is_told_of()
    {
        var zip = OfficeFile.Workbook("<sheetData/>", parts: ("xl/model/item.data", "ABF\0\u0001\u0002 tables of a million rows"));

        var part = await Reading.ReadAsync(zip);

        part.Status.Should().Be(PartStatus.Partial);
        part.Said().Should().Be("the tables of its data model (Power Pivot) were not read");
    }

    [Fact]
    public async Task One_string_shown_by_very_many_cells_is_cut_and_told()
    {
        var rows = new StringBuilder();
        for (var i = 0; i < 5_000; i++)
            rows.Append("<row><c t=\"s\"><v>0</v></c></row>");
        var part = await Reading.ReadAsync(OfficeFile.Workbook(
            $"<sheetData>{rows}</sheetData>", parts: ("xl/sharedStrings.xml", $"<sst {OfficeFile.Sheet}><si><t>{new string('x', 32_000)}</t></si></sst>")));

        part.Status.Should().Be(PartStatus.TooLarge);
        part.Text.Length.Should().Be(10_000_000);
    }
}
