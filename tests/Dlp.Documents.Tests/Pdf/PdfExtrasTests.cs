namespace Dlp.Documents.Tests.Pdf;

public class PdfExtrasTests
{
    [Fact]
    public async Task The_labels_data_and_scripts_of_an_XFA_form_are_read()
    {
        var part = await Reading.ReadAsync(RawPdf.Page(
            RawPdf.Line("please wait"),
            catalogEntries: "/AcroForm << /Fields [] /XFA [(preamble) 6 0 R (template) 7 0 R (datasets) 8 0 R (postamble) 9 0 R] >>",
            more:
            [
                RawPdf.Stream("<xdp:xdp xmlns:xdp=\"http://ns.adobe.com/xdp/\">"),
                RawPdf.Stream("<template><field><caption><value><text>Compte bancaire</text></value></caption><script>this.total = 4;</script></field></template>"),
                RawPdf.Stream("<data><iban>FR58 9999 9000 420A 7B3C 9D15 K76</iban></data>"),
                RawPdf.Stream("</xdp:xdp>"),
            ]));

        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.Should().Be("please wait\nCompte bancaire\nthis.total = 4;\nFR58 9999 9000 420A 7B3C 9D15 K76\n");
        part.LocationOf("FR58").Should().Be("XFA form");
    }

    [Fact]
    public async Task An_XFA_form_with_a_document_type_is_told_of_and_not_expanded()
    {
        var part = await Reading.ReadAsync(RawPdf.Page(
            RawPdf.Line("the page"), catalogEntries: "/AcroForm << /Fields [] /XFA 6 0 R >>", more: RawPdf.Stream("<!DOCTYPE a [<!ENTITY b 'cccc'>]><a>&b;</a>")));

        part.Status.Should().Be(PartStatus.Partial);
        part.Said().Should().Be("the XFA form in it could not be read: damaged");
    }

    [Fact]
    public async Task Scripts_and_actions_are_read_wherever_they_stand()
    {
        var part = await Reading.ReadAsync(RawPdf.Page(
            "",
            pageEntries: "/Annots [8 0 R]",
            catalogEntries: "/OpenAction << /S /URI /URI (https://intranet.example/open) /Next << /S /JavaScript /JS (app.alert\\(1\\)) >> >> /Names << /JavaScript << /Names [(a) 6 0 R] >> >> /AA << /WC 9 0 R >>",
            more:
            [
                "<< /S /JavaScript /JS 7 0 R >>",
                RawPdf.Stream("var key = 'of the document';"),
                "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /JavaScript /JS (submit\\(2\\)) /Next [<< /S /GoToR /F (next.pdf) >>] >> >>",
                "<< /S /JavaScript /JS (closing\\(\\)) >>",
            ]));

        using var scope = new AssertionScope();
        part.Status.Should().Be(PartStatus.Scanned);
        part.LocationOf("of the document").Should().Be("JavaScript");
        part.LocationOf("app.alert(1)").Should().Be("JavaScript");
        part.LocationOf("closing()").Should().Be("JavaScript");
        part.LocationOf("https://intranet.example/open").Should().Be("link");
        part.LocationOf("submit(2)").Should().Be("page 1, JavaScript");
        part.LocationOf("next.pdf").Should().Be("page 1, link");
    }

    [Fact]
    public async Task What_a_form_presets_and_offers_and_runs_is_read()
    {
        var part = await Reading.ReadAsync(RawPdf.Page(
            "",
            catalogEntries: "/AcroForm << /Fields [6 0 R] >>",
            more:
            [
                "<< /T (person) /Kids [7 0 R 8 0 R 9 0 R] >>",
                "<< /FT /Tx /T (iban) /DV (FR58 9999 9000 420A 7B3C 9D15 K76) /Parent 6 0 R /AA << /K << /S /JavaScript /JS (check\\(this\\)) >> >> >>",
                "<< /FT /Ch /T (site) /V [(Brest) (Quimper)] /Opt [[(b) (Brest)] (Rennes)] /Parent 6 0 R >>",
                "<< /FT /Tx /TU (Sign here) /Parent 6 0 R >>",
            ]));

        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.Should().Be("iban: FR58 9999 9000 420A 7B3C 9D15 K76\ncheck(this)\nsite: Brest\nsite: Quimper\nsite: b\nsite: Rennes\nSign here\n");
    }

    [Fact]
    public async Task The_words_before_page_numbers_are_read()
    {
        var part = await Reading.ReadAsync(RawPdf.Page("", catalogEntries: "/PageLabels << /Nums [0 << /S /D /P (Confidentiel - ) >>] >>"));

        part.LocationOf("Confidentiel").Should().Be("page label");
    }

    [Fact]
    public async Task A_sensitivity_label_in_XMP_or_Info_has_its_place()
    {
        const string key = "MSIP_Label_2b90c4d1-7f3e-4a55-9c1b-6e0d9a7f5312";
        var xmp = $"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" xmlns:pdfx=\"http://ns.adobe.com/pdfx/1.3/\"><pdfx:{key}_Name>Secret</pdfx:{key}_Name></rdf:Description></rdf:RDF></x:xmpmeta>";

        var part = await Reading.ReadAsync(RawPdf.Page(
            "", catalogEntries: "/Metadata 7 0 R", info: 6, more: [$"<< /{key}_Enabled (true) >>", RawPdf.Stream(xmp, "/Type /Metadata /Subtype /XML")]));

        part.LocationOf(key + "_Enabled: true").Should().Be("sensitivity label");
        part.LocationOf(key + "_Name: Secret").Should().Be("sensitivity label");
    }

    [Theory]
    [InlineData("3 Tr")]
    [InlineData("1 1 1 rg")]
    [InlineData("1 0 0 1 5000 0 cm")]
    public async Task Text_that_is_not_seen_is_read(string hidden)
    {
        var part = await Reading.ReadAsync(RawPdf.Page(hidden + " " + RawPdf.Line("nobody sees this")));

        part.Text.Should().Be("nobody sees this\n");
    }

    [Theory]
    [InlineData("<< /Filter /Standard /V 4 /R 4 /Length 128 /O (0123456789abcdef0123456789abcdef) /U (0123456789abcdef0123456789abcdef) /P -4 >>")]
    [InlineData("<< /Filter /MicrosoftIRMServices /V 4 >>")]
    public async Task The_labels_of_a_document_that_is_encrypted_are_read(string encryption)
    {
        var plain = RawPdf.Page(RawPdf.Line("unread"), info: 6, more: ["<< /MSIP_Label_2096f6a2-d2f7-48be-b329-b73aaa526e5d_Enabled (true) /MSIP_Label_2096f6a2-d2f7-48be-b329-b73aaa526e5d_Name (\u00E9\u0001\u0002) >>", encryption]);
        var file = System.Text.Encoding.Latin1.GetBytes(System.Text.Encoding.Latin1.GetString(plain).Replace("/Info 6 0 R", "/Info 6 0 R /Encrypt 7 0 R /ID [(0123456789abcdef) (0123456789abcdef)]", StringComparison.Ordinal));

        var parts = await Reading.ReadAllAsync(file);

        parts.Select(part => part.Status).Should().Equal(PartStatus.Partial, PartStatus.Encrypted);
        parts[0].Said().Should().Be("the PDF document needs a password");
        parts[0].LocationOf("MSIP_Label_2096f6a2-d2f7-48be-b329-b73aaa526e5d_Enabled: true").Should().Be("sensitivity label");
        parts[0].Text.Should().NotContain("\u0001").And.NotContain("unread");
    }

    [Fact]
    public async Task What_is_told_to_those_who_do_not_see_a_page_is_read_where_the_page_does_not_say_it()
    {
        var part = await Reading.ReadAsync(RawPdf.Page(
            RawPdf.Line("shown") + "/Span << /ActualText (told instead) >> BDC EMC /Span << /ActualText (shown) >> BDC EMC /Figure /P1 BDC EMC",
            resources: "/Font << /F1 5 0 R >> /Properties << /P1 << /Alt (a named picture) >> >>",
            catalogEntries: "/StructTreeRoot 6 0 R",
            more: ["<< /Type /StructTreeRoot /K [7 0 R 7 0 R] >>", "<< /S /Figure /Alt (the plan of the vault) /E (an expansion) /P 6 0 R /K [0 6 0 R << /S /Span /ActualText (deeper) >>] >>"]));

        using var scope = new AssertionScope();
        part.LocationOf("told instead").Should().Be("page 1, alt text");
        part.LocationOf("a named picture").Should().Be("page 1, alt text");
        part.LocationOf("the plan of the vault").Should().Be("alt text");
        part.Text.Should().Be("shown\ntold instead\na named picture\nthe plan of the vault\nan expansion\ndeeper\n");
    }

    [Fact]
    public async Task The_names_of_layers_are_read()
    {
        var part = await Reading.ReadAsync(RawPdf.Page(RawPdf.Line("shown"), catalogEntries: "/OCProperties << /OCGs [6 0 R] /D << >> >>", more: "<< /Type /OCG /Name (Vault of Lyon) >>"));

        part.LocationOf("Vault of Lyon").Should().Be("name");
    }

    [Fact]
    public async Task All_that_a_note_says_in_any_form_is_read_once()
    {
        var part = await Reading.ReadAsync(RawPdf.Page(
            "",
            pageEntries: "/Annots [6 0 R 7 0 R]",
            more:
            [
                "<< /Type /Annot /Subtype /FreeText /Rect [0 0 9 9] /Contents (said plainly) /RC (<body><p>said plainly</p><p>said richly</p></body>) /T (Camille) /Subj (of the vault) /AP << /N 8 0 R >> >>",
                "<< /Type /Annot /Subtype /Redact /Rect [0 0 9 9] /T (Camille) /OverlayText (over it) >>",
                RawPdf.Stream(RawPdf.Line("said plainly") + RawPdf.Line("shown only", 600), "/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F1 5 0 R >> >>"),
            ]));

        part.Text.Should().Be("said plainly\nsaid richly\nof the vault\nshown only\nCamille\nover it\n");
        part.LocationOf("Camille").Should().Be("people");
    }
}
