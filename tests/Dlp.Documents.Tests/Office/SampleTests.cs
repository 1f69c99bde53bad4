namespace Dlp.Documents.Tests.Office;

/// <summary>Files that LibreOffice and zip wrote.</summary>
public class SampleTests
{
    private const string Iban = "FR58 9999 9000 420A 7B3C 9D15 K76";

    [Theory]
    [InlineData("contrat-heron.docx")]
    [InlineData("contrat-heron.odt")]
    [InlineData("sources/contrat-heron.fodt")]
    public async Task A_text_is_read_with_all_that_it_hides(string name)
    {
        var part = (await Reading.ReadSampleAsAllAsync(name))[0];

        using var scope = new AssertionScope();
        part.Status.Should().Be(PartStatus.Scanned);
        part.LocationOf("payé à trente jours.").Should().Be("body");
        part.LocationOf("pénalité de 447100 euros").Should().Be("deleted text");
        part.LocationOf("remise cachée de 30 pour cent").Should().Be("hidden text");
        part.LocationOf($"IBAN\t{Iban}").Should().Be("table");
        part.LocationOf("Diffusion restreinte").Should().Be("header");
        part.LocationOf("Avenant non signé.").Should().Be("footnote");
        part.LocationOf("à renégocier").Should().Be("comment");
        part.LocationOf("Camille Durand").Should().Be("metadata: Author");
        part.LocationOf("MSIP_Label_2096f6a2-d2f7-48be-b329-b73aaa526e5d_Name: Confidential").Should().Be("sensitivity label");
        part.LocationOf("Anne Roy").Should().Be("people");
    }

    [Theory]
    [InlineData("budget-heron.xlsx")]
    [InlineData("sources/budget-heron.fods")]
    public async Task A_workbook_is_read_with_its_hidden_sheet(string name)
    {
        var part = (await Reading.ReadSampleAsAllAsync(name))[0];

        using var scope = new AssertionScope();
        part.Status.Should().Be(PartStatus.Scanned);
        part.LocationOf("Marge non publiée").Should().Be("sheet Q3, A1");
        part.LocationOf("0.1068").Should().Be("sheet Q3, B1");
        part.LocationOf("ne pas diffuser\n").Should().Be("sheet Q3, A1, comment");
        part.LocationOf(Iban).Should().Be("sheet Paie (hidden), B1");
        part.LocationOf("D-4471").Should().Be("custom property: Dossier");
    }

    [Theory]
    [InlineData("offsite-heron.pptx")]
    [InlineData("sources/offsite-heron.fodp")]
    public async Task A_presentation_is_read_with_its_notes_and_its_hidden_slide(string name)
    {
        var part = (await Reading.ReadSampleAsAllAsync(name))[0];

        using var scope = new AssertionScope();
        part.Status.Should().Be(PartStatus.Scanned);
        part.LocationOf("Team day in June").Should().Be("slide 1");
        part.LocationOf("acquisition of Heron SA").Should().Be("slide 1, notes");
        part.LocationOf("44,710,000").Should().Be("slide 2 (hidden)");
    }

    [Fact]
    public async Task What_zip_writes_is_read_and_what_it_encrypts_is_told()
    {
        var open = await Reading.ReadSampleAsAllAsync("dossier.zip");
        var closed = await Reading.ReadSampleAsAllAsync("dossier-encrypted.zip");

        open.Single(part => part.Name == "q3.bin › iban.txt").Text.Should().Contain(Iban);
        open.Single(part => part.Name == "q3.bin › contrat-heron.docx").Text.Should().Contain(Iban);
        closed.Should().OnlyContain(part => part.Status == PartStatus.Encrypted);
    }
}
