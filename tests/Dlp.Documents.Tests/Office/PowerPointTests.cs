namespace Dlp.Documents.Tests.Office;

public class PowerPointTests
{
    [Fact]
    public async Task Slides_are_numbered_as_they_are_shown_and_hidden_ones_say_so()
    {
        var part = await Reading.ReadAsync(OfficeFile.Presentation(OfficeFile.Shape("shown first"), OfficeFile.Shape("kept back")));

        part.Status.Should().Be(PartStatus.Scanned);
        part.LocationOf("shown first").Should().Be("slide 1, alt text");
        part.Text.Split('\n')[1].Should().Be("shown first");
        part.LocationOf(part.Text.IndexOf("\nshown first", StringComparison.Ordinal) + 1)!.En.Should().Be("slide 1");
        part.LocationOf(part.Text.LastIndexOf("kept back", StringComparison.Ordinal))!.En.Should().Be("slide 2 (hidden)");
    }

    [Fact]
    public async Task Notes_comments_charts_and_diagrams_belong_to_their_slide()
    {
        var part = await Reading.ReadAsync(OfficeFile.Presentation(
            "",
            "",
            ("ppt/slides/_rels/slide2.xml.rels", OfficeFile.Relationships(
                ("n", "notesSlide", "../notesSlides/notesSlide1.xml"), ("c", "comments", "../comments/comment1.xml"), ("h", "chart", "../charts/chart1.xml"), ("d", "diagramData", "../diagrams/data1.xml"))),
            ("ppt/notesSlides/notesSlide1.xml", $"<p:notes {OfficeFile.Slide}>{OfficeFile.Shape("say nothing of Heron")}</p:notes>"),
            ("ppt/comments/comment1.xml", $"<p:cmLst {OfficeFile.Slide}><p:cm><p:text>is this public?</p:text></p:cm></p:cmLst>"),
            ("ppt/commentAuthors.xml", $"<p:cmAuthorLst {OfficeFile.Slide}><p:cmAuthor name=\"Anne Roy\"/></p:cmAuthorLst>"),
            ("ppt/charts/chart1.xml", "<c:chartSpace xmlns:c=\"c\"><c:pt><c:v>Margin</c:v></c:pt><c:pt><c:v>4471.5</c:v></c:pt></c:chartSpace>"),
            ("ppt/diagrams/data1.xml", $"<dgm:dataModel xmlns:dgm=\"d\" {OfficeFile.Slide}><a:p><a:r><a:t>Head of sales</a:t></a:r></a:p></dgm:dataModel>"),
            ("ppt/diagrams/drawing1.xml", $"<dsp:drawing xmlns:dsp=\"d\" {OfficeFile.Slide}><a:p><a:r><a:t>Head of sales</a:t></a:r></a:p></dsp:drawing>")));

        using var scope = new AssertionScope();
        part.LocationOf(part.Text.LastIndexOf("say nothing of Heron", StringComparison.Ordinal))!.En.Should().Be("slide 1, notes");
        part.LocationOf("is this public?").Should().Be("slide 1, comment");
        part.LocationOf("Margin\n4471.5").Should().Be("slide 1, chart");
        part.LocationOf("Head of sales").Should().Be("slide 1, diagram");
        part.Text.Split("Head of sales").Should().HaveCount(2);
        part.LocationOf("Anne Roy").Should().Be("people");
    }

    [Fact]
    public async Task A_master_has_its_own_text_but_not_that_of_its_placeholders()
    {
        var part = await Reading.ReadAsync(OfficeFile.Presentation(
            "",
            "",
            ("ppt/slideMasters/slideMaster1.xml", $"<p:sldMaster {OfficeFile.Slide}>{OfficeFile.Shape("Click to edit", "<p:ph type=\"title\"/>")}{OfficeFile.Shape("Orvalis internal")}{OfficeFile.Shape("Strictly private", "<p:ph type=\"ftr\"/>")}</p:sldMaster>")));

        var lines = part.Text.Split('\n');
        lines.Should().Contain(["Orvalis internal", "Strictly private"]).And.NotContain("Click to edit");
    }

    [Fact]
    public async Task Names_that_people_gave_are_read()
    {
        var part = await Reading.ReadAsync(OfficeFile.Package(
            ("_rels/.rels", OfficeFile.Relationships(("r1", "officeDocument", "ppt/presentation.xml"))),
            ("ppt/presentation.xml", $"<p:presentation {OfficeFile.Slide}><p:custShowLst><p:custShow name=\"For Heron\"/></p:custShowLst></p:presentation>"),
            ("ppt/slides/slide1.xml", $"<p:sld {OfficeFile.Slide}><p:cSld name=\"Price list\"><p:sp macro=\"SendPrices\"/></p:cSld></p:sld>"),
            ("ppt/tags/tag1.xml", $"<p:tagLst {OfficeFile.Slide}><p:tag name=\"CLIENT\" val=\"4471\"/></p:tagLst>")));

        part.LocationOf("For Heron").Should().Be("name");
        part.LocationOf("Price list").Should().Be("name");
        part.LocationOf("SendPrices").Should().Be("macro");
        part.LocationOf("CLIENT\n4471").Should().Be("tag");
    }

    [Fact]
    public async Task A_row_of_a_table_is_a_line()
    {
        static string Cell(string text) => $"<a:tc><a:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody></a:tc>";

        var part = await Reading.ReadAsync(OfficeFile.Presentation($"<a:tbl><a:tr>{Cell("IBAN")}{Cell("FR58")}</a:tr></a:tbl>", ""));

        part.Text.Should().Be("IBAN\tFR58\n");
    }
}
