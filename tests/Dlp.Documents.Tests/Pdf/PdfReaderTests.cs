using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Dlp.Documents.Tests.Pdf;

public class PdfReaderTests
{
    private static readonly AttachmentOptions WithoutOcr = new() { Ocr = new OcrOptions { Command = null } };

    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Fact]
    public async Task A_report_of_a_word_processor_is_read_wholly()
    {
        var part = await Reading.ReadSampleAsync("rapport-trimestriel.pdf");

        part.Status.Should().Be(PartStatus.Scanned);
        part.Said().Should().BeNull();
        part.Text.Should().Contain("Le chiffre d’affaires du troisième trimestre s’élève à 48,7 millions d’euros")
            .And.Contain("Mesure industrielle 27 150 k€ 30 480 k€ +12,3 %\n")
            .And.Contain("1 84 12 76\n451 089 46")
            .And.Contain("FR58 9999 9000 420A 7B3C 9D15 K76");
    }

    [Fact]
    public async Task The_place_of_a_text_is_its_page_link_or_entry_of_metadata()
    {
        var part = await Reading.ReadSampleAsync("rapport-trimestriel.pdf");

        using var scope = new AssertionScope();
        part.LocationOf("Mesure industrielle").Should().Be("page 1");
        part.LocationOf("FR58 9999").Should().Be("page 2");
        part.LocationOf("Tramontane").Should().Be("page 3");
        part.LocationOf("https://intranet.orvalis.example/finance/2026-t3?dossier=4471").Should().Be("page 2, link");
        part.LocationOf("Camille Lefèvre").Should().Be("metadata: Author");
        part.LocationOf("Projet Alizé").Should().Be("metadata: Subject");
        part.LocationOf("résultats, confidentiel").Should().Be("metadata: Keywords");
        part.Places.Select(place => place.Start).Should().BeInAscendingOrder();
    }

    [Fact]
    public async Task A_link_over_two_lines_is_read_once()
    {
        var part = await Reading.ReadSampleAsync("rapport-trimestriel.pdf");

        part.Text.Split("https://intranet.orvalis.example/").Should().HaveCount(2);
    }

    [Fact]
    public async Task A_document_with_a_password_is_encrypted()
    {
        var part = await Reading.ReadSampleAsync("press-release-encrypted.pdf");

        part.Status.Should().Be(PartStatus.Encrypted);
        part.Text.Should().BeEmpty();
        part.Said().Should().Be("the PDF document needs a password");
    }

    [Fact]
    public async Task A_document_that_anyone_may_open_is_read_though_its_printing_is_forbidden()
    {
        var part = await Reading.ReadSampleAsync("press-release-owner-password.pdf");
        var original = await Reading.ReadSampleAsync("press-release.pdf");

        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.Should().StartWith(original.Text[..part.Places[1].Start]);
    }

    [Fact]
    public async Task Pages_follow_each_other_in_order()
    {
        var part = await Reading.ReadAsync(Document("first", "second", "third"));

        part.Text.Should().StartWith("first\nsecond\nthird\n");
        part.Places.Take(3).Should().Equal(new PartPlace(0, Place.Page(1).Name), new PartPlace(6, Place.Page(2).Name), new PartPlace(13, Place.Page(3).Name));
    }

    [Fact]
    public async Task Pages_over_the_limit_are_left_out_and_the_part_says_so()
    {
        var part = await Reading.ReadAsync(Document("first", "second", "third"), new AttachmentOptions { MaxPages = 2 });

        part.Status.Should().Be(PartStatus.TooLarge);
        part.Text.Should().Contain("second").And.NotContain("third");
        part.Said().Should().Be("it has 3 pages, more than the limit of 2; the rest was not read");
    }

    [Fact]
    public async Task Pages_of_images_only_need_text_recognition_and_are_counted()
    {
        var part = await Reading.ReadAsync(Document("first", null, null, "fourth"), WithoutOcr);

        part.Status.Should().Be(PartStatus.Partial);
        part.Cause.Should().Be(UnreadCause.NoOcr);
        part.Said().Should().Be("2 of 4 pages hold little but images or drawings, which need text recognition (OCR): pages 2-3");
        part.Text.Should().Contain("first").And.Contain("fourth");
    }

    [Fact]
    public async Task A_page_of_text_with_an_image_is_scanned()
    {
        using var builder = new PdfDocumentBuilder();
        var page = builder.AddPage(PageSize.A4);
        page.AddText("with a logo", 12, new PdfPoint(50, 700), builder.AddStandard14Font(Standard14Font.Helvetica));
        page.AddPng(Convert.FromBase64String(Dot), new PdfRectangle(0, 0, 50, 50));

        (await Reading.ReadAsync(builder.Build())).Status.Should().Be(PartStatus.Scanned);
    }

    [Fact]
    public async Task A_scan_that_bears_the_name_of_its_scanner_is_not_clean()
    {
        using var builder = new PdfDocumentBuilder();
        var page = builder.AddPage(PageSize.A4);
        page.AddPng(Convert.FromBase64String(Dot), new PdfRectangle(0, 0, 595, 842));
        page.AddText("Scanned on a phone", 8, new PdfPoint(50, 10), builder.AddStandard14Font(Standard14Font.Helvetica));

        var part = await Reading.ReadAsync(builder.Build(), WithoutOcr);

        part.Status.Should().Be(PartStatus.Partial);
        part.Cause.Should().Be(UnreadCause.NoOcr);
        part.Text.Should().Contain("Scanned on a phone");
    }

    [Fact]
    public async Task A_blank_page_is_nothing_unread() => (await Reading.ReadAsync(RawPdf.Page(""))).Status.Should().Be(PartStatus.Scanned);

    [Fact]
    public async Task Letters_drawn_as_outlines_need_text_recognition()
    {
        var outlines = string.Concat(Enumerable.Range(0, 200).Select(i => $"{10 + i} 100 m {12 + i} 110 l {14 + i} 100 l h f\n"));

        (await Reading.ReadAsync(RawPdf.Page(outlines), WithoutOcr)).Cause.Should().Be(UnreadCause.NoOcr);
        var part = await Reading.ReadAsync(RawPdf.Page(outlines));
        part.Status.Should().Be(PartStatus.Partial);
        part.Said().Should().Be("page 1 holds little but drawings, and letters drawn as outlines are not read");
    }

    [Fact]
    public async Task A_number_that_is_kerned_stays_whole()
    {
        var part = await Reading.ReadAsync(RawPdf.Page("BT /F1 12 Tf 50 700 Td [(4) -20 (97) 30 (1) -15 (0203)] TJ ET"));

        part.Text.Should().StartWith("49710203\n");
    }

    [Fact]
    public async Task Words_that_are_only_set_apart_are_apart()
    {
        var part = await Reading.ReadAsync(RawPdf.Page("BT /F1 12 Tf 50 700 Td [(chiffre) -280 (secret)] TJ 0 -14 Td (ligne) Tj ET"));

        part.Text.Should().StartWith("chiffre secret\nligne\n");
    }

    [Fact]
    public async Task A_letter_drawn_twice_for_boldness_counts_once()
    {
        var bold = string.Concat("1841276".Select((digit, i) => $"BT /F1 12 Tf {50 + (7 * i)} 700 Td ({digit}) Tj ET BT /F1 12 Tf {50 + (7 * i)}.3 700 Td ({digit}) Tj ET\n"));

        (await Reading.ReadAsync(RawPdf.Page(bold))).Text.Should().StartWith("1841276\n");
    }

    [Fact]
    public async Task Text_that_runs_upwards_stays_in_words()
    {
        var part = await Reading.ReadAsync(RawPdf.Page("BT /F1 12 Tf 0 1 -1 0 300 100 Tm (en marge) Tj ET " + RawPdf.Line("plat")));

        part.Text.Should().StartWith("en marge\nplat\n");
    }

    [Fact]
    public async Task Comments_links_form_fields_bookmarks_and_own_metadata_are_read_with_their_places()
    {
        var file = RawPdf.Page(
            RawPdf.Line("the page"),
            pageEntries: "/Annots [6 0 R 7 0 R 8 0 R 9 0 R]",
            catalogEntries: "/AcroForm << /Fields [9 0 R] /DR << /Font << /F1 5 0 R >> >> >> /Outlines 10 0 R",
            info: 12,
            more:
            [
                "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (a comment) >>",
                "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://wiki.example/secret) >> >>",
                "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (//files.example/finance/q3.xlsx) >> >>",
                "<< /Type /Annot /Subtype /Widget /FT /Tx /T (nir) /TU (Social security number) /V (1 84 12 76 451 089 46) /Rect [0 0 9 9] >>",
                "<< /Type /Outlines /First 11 0 R /Last 11 0 R /Count 1 >>",
                "<< /Title (a chapter) /Parent 10 0 R /Dest [3 0 R /Fit] >>",
                "<< /Title (a title) /CreationDate (D:20260101) /MSIP_Label_Name (Confidential) >>",
            ]);

        var part = await Reading.ReadAsync(file);

        using var scope = new AssertionScope();
        part.Status.Should().Be(PartStatus.Scanned);
        part.LocationOf("the page").Should().Be("page 1");
        part.LocationOf("a comment").Should().Be("page 1, annotation");
        part.LocationOf("https://wiki.example/secret").Should().Be("page 1, link");
        part.LocationOf("finance/q3.xlsx").Should().Be("page 1, link");
        part.LocationOf("Social security number: 1 84 12 76 451 089 46").Should().Be("form field");
        part.LocationOf("a chapter").Should().Be("bookmark");
        part.LocationOf("Title: a title").Should().Be("metadata: Title");
        part.LocationOf("MSIP_Label_Name: Confidential").Should().Be("sensitivity label");
        part.Text.Should().NotContain("20260101");
    }

    [Fact]
    public async Task A_stamp_without_a_comment_is_read_as_it_is_shown()
    {
        var file = RawPdf.Page(
            RawPdf.Line("the page"),
            pageEntries: "/Annots [6 0 R]",
            more:
            [
                "<< /Type /Annot /Subtype /Stamp /Rect [0 0 99 99] /AP << /N 7 0 R >> >>",
                RawPdf.Stream(RawPdf.Line("STRICTEMENT CONFIDENTIEL"), "/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << /Font << /F1 5 0 R >> >>"),
            ]);

        var part = await Reading.ReadAsync(file);

        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.Should().Be("the page\nSTRICTEMENT CONFIDENTIEL\n");
        part.LocationOf("STRICTEMENT").Should().Be("page 1, annotation");
    }

    [Fact]
    public async Task Text_inside_a_form_is_read()
    {
        var file = RawPdf.Page(
            "/X Do",
            resources: "/XObject << /X 6 0 R >>",
            more: RawPdf.Stream(RawPdf.Line("in a form"), "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >>"));

        (await Reading.ReadAsync(file)).Text.Should().Be("in a form\n");
    }

    [Fact]
    public async Task Xmp_metadata_adds_what_the_info_dictionary_does_not_say()
    {
        const string xmp = """
            <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:l="urn:label" l:Label="Confidential">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">a title</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>Camille</rdf:li></rdf:Seq></dc:creator>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>
            """;
        var file = RawPdf.Page("", catalogEntries: "/Metadata 7 0 R", info: 6, more: ["<< /Title (a title) >>", RawPdf.Stream(xmp, "/Type /Metadata /Subtype /XML")]);

        var part = await Reading.ReadAsync(file);

        part.Text.Should().Be("Title: a title\nLabel: Confidential\ncreator: Camille\n");
        part.LocationOf("Confidential").Should().Be("metadata: XMP");
    }

    [Fact]
    public async Task Metadata_that_are_damaged_are_told_of_and_do_not_hinder_the_pages()
    {
        var file = RawPdf.Page(RawPdf.Line("the page"), catalogEntries: "/Metadata 6 0 R", more: RawPdf.Stream("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "/Type /Metadata"));

        var part = await Reading.ReadAsync(file);

        part.Status.Should().Be(PartStatus.Partial);
        part.Text.Should().Be("the page\n");
        part.Said().Should().Be("its metadata could not be read: damaged");
    }

    [Fact]
    public async Task Text_in_a_font_that_is_missing_is_told_of()
    {
        var part = await Reading.ReadAsync(RawPdf.Page("BT /F2 12 Tf 50 700 Td (lost) Tj ET " + RawPdf.Line("kept", 600)));

        part.Status.Should().Be(PartStatus.Partial);
        part.Said().Should().Contain("font");
    }

    [Fact]
    public async Task Letters_that_are_set_apart_are_words_all_the_same()
    {
        var part = await Reading.ReadAsync(RawPdf.Page("BT /F1 12 Tf 5 Tc 50 700 Td (Tramontane 42) Tj 0 -20 Td [(key) -900 (box)] TJ ET 0.5 0 0 0.5 0 0 cm BT /F1 12 Tf 8 Tc 100 900 Td [(w) -20 (o) -20 (rd)] TJ ET"));

        part.Text.Should().Be("Tramontane 42\nkey box\nword\n");
    }

    [Theory]
    [InlineData("(regulatio) Tj 4 Tc (ns) Tj 0 Tc (ample) Tj", "a program that sets the last letter of a word apart")]
    [InlineData("4 Tc [(s) -9 (a) 333 (m) 333 (ple)] TJ", "one that takes it back letter by letter")]
    public async Task Letters_that_are_set_apart_here_and_there_end_words(string content, string because) =>
        (await Reading.ReadAsync(RawPdf.Page($"BT /F1 12 Tf 50 700 Td {content} ET"))).Text.Should().Contain(" ", because);

    private static byte[] Document(params string?[] pages)
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var text in pages)
        {
            var page = builder.AddPage(PageSize.A4);
            if (text is null)
                page.AddPng(Convert.FromBase64String(Dot), new PdfRectangle(0, 0, 500, 700));
            else
                page.AddText(text, 12, new PdfPoint(50, 700), font);
        }

        return builder.Build();
    }
}
