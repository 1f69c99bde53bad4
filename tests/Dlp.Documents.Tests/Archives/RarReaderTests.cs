using System.Text;

namespace Dlp.Documents.Tests.Archives;

public class RarReaderTests
{
    private const string Secret = "IBAN FR58 9999 9000 420A 7B3C 9D15 K76";

    private static readonly byte[] Content = Encoding.UTF8.GetBytes(Secret);

    [Fact]
    public async Task Files_of_a_rar_4_archive_are_parts()
    {
        var parts = await Parts.ReadAsync("a.rar", RawRar.Version4("virement.txt", Content));

        parts.Should().HaveCount(2).And.OnlyContain(part => part.Status == PartStatus.Scanned);
        parts[1].Text.Should().Be(Secret);
        parts[1].Name.Should().Be("a.rar › virement.txt");
    }

    [Fact]
    public async Task Files_of_a_rar_5_archive_are_parts()
    {
        var parts = await Parts.ReadAsync("a.rar", RawRar.Version5("virement é.txt", Content));

        parts.Should().HaveCount(2).And.OnlyContain(part => part.Status == PartStatus.Scanned);
        parts.Named("a.rar › virement é.txt").Text.Should().Be(Secret);
    }

    [Fact]
    public async Task A_file_that_needs_a_password_is_encrypted()
    {
        var parts = await Parts.ReadAsync("a.rar", RawRar.Version4("virement.txt", Content, encrypted: true));

        parts.Should().OnlyContain(part => part.Status == PartStatus.Encrypted);
        parts.Named("virement.txt").Text.Should().BeEmpty();
    }

    [Fact]
    public async Task An_archive_whose_names_need_a_password_is_encrypted() =>
        (await Parts.ReadAsync("a.rar", RawRar.Version5("virement.txt", Content, encryptedNames: true))).Should().ContainSingle()
            .Which.Status.Should().Be(PartStatus.Encrypted);

    [Fact]
    public async Task An_archive_that_is_cut_says_so()
    {
        var whole = RawRar.Version4("virement.txt", Content);

        var parts = await Parts.ReadAsync("a.rar", whole[..^30]);

        parts.Should().Contain(part => part.Status == PartStatus.Partial || part.Status == PartStatus.Unreadable);
    }
}
