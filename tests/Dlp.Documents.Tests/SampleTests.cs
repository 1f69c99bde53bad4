namespace Dlp.Documents.Tests;

/// <summary>The samples of mail, web and archives, as their README says they read.</summary>
public class SampleTests
{
    private const string Iban = "FR58 9999 9000 420A 7B3C 9D15 K76";

    [Theory]
    [InlineData("dossier.7z", 3)]
    [InlineData("dossier.tar.gz", 3)]
    [InlineData("dossier.rar", 3)]
    [InlineData("dossier.cab", 4)]
    [InlineData("dossier.iso", 3)]
    [InlineData("dossier-methodes.zip", 7)]
    [InlineData("note-interne.txt.xz", 2)]
    [InlineData("export-contacts.txt.zst", 2)]
    public async Task The_texts_in_an_archive_are_parts(string name, int count)
    {
        var parts = await ReadAsync(name);

        parts.Should().HaveCount(count).And.OnlyContain(part => part.Status == PartStatus.Scanned);
        parts.Should().Contain(part => part.Text.Contains(Iban, StringComparison.Ordinal) || part.Text.Contains("1 84 12 76 451 089 46", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_archive_that_is_named_as_a_document_is_read_and_gives_itself_away()
    {
        var parts = await ReadAsync("annexe-projet-orion.pdf");

        parts.Select(part => part.Name).Should().Equal("annexe-projet-orion.pdf", "annexe-projet-orion.pdf › NIR 1 84 12 76 451 089 46.txt");
        parts[0].Signals.Should().Equal(PartSignal.OtherKind);
        parts[1].Text.Should().StartWith("Carte Vitale");
    }

    [Fact]
    public async Task An_archive_with_a_password_is_encrypted_with_all_that_is_in_it() =>
        (await ReadAsync("dossier-chiffre.7z")).Should().HaveCount(3).And.OnlyContain(part => part.Status == PartStatus.Encrypted);

    [Fact]
    public async Task A_message_is_read_with_its_label_and_what_is_attached()
    {
        var parts = await ReadAsync("message-transfere.eml");

        parts.Should().OnlyContain(part => part.Status == PartStatus.Scanned);
        parts[0].LocationOf("Name=Confidentiel").Should().Be("header: msip_labels");
        parts[0].LocationOf(Iban).Should().Be("body");
        parts[0].Text.Split(Iban).Should().HaveCount(2);
        parts.Named("message-transfere.eml › note interne.txt").Text.Should().Contain("1 84 12 76 451 089 46");
        parts.Named("message-transfere.eml › dossier.tar.gz › dossier/export-contacts.txt").Text.Should().Contain(Iban);
    }

    [Fact]
    public async Task A_web_page_is_read_as_it_is_seen_and_as_it_is_written()
    {
        var part = (await ReadAsync("page-interne.html")).Should().ContainSingle().Subject;

        part.LocationOf(Iban).Should().BeNull();
        part.LocationOf("1 84 12 76 451 089 46").Should().Be("hidden text");
        part.LocationOf("TK-4417").Should().Be("comment");
        part.LocationOf("Orage42lande").Should().Be("link");
        part.LocationOf("Léa Morvan").Should().Be("metadata: author");
    }

    private static Task<IReadOnlyList<DraftPart>> ReadAsync(string name) =>
        Parts.ReadAsync(name, File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", name)));
}
