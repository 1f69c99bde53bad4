using Dlp.Documents.Tests.Archives;

namespace Dlp.Documents.Tests.Epub;

public class EpubTests
{
    [Fact]
    public async Task A_book_gives_its_metadata_its_contents_and_its_chapters()
    {
        var parts = await Reading.ReadAllAsync(Book());

        parts[0].LocationOf("Heron").Should().Be("metadata: Title");
        parts[0].LocationOf("Camille Durand").Should().Be("metadata: Author");
        parts[0].LocationOf("Chapter of secrets").Should().Be("table of contents");
        parts.Should().ContainSingle(part => part.Name == "q3.bin › OEBPS/c1.xhtml").Which.Text.Should().Contain("4471");
        parts[0].Status.Should().Be(PartStatus.Scanned);
    }

    [Theory]
    [InlineData("http://www.idpf.org/2008/embedding", PartStatus.Scanned)]
    [InlineData("http://www.w3.org/2001/04/xmlenc#aes256-cbc", PartStatus.Partial)]
    public async Task A_book_with_encrypted_chapters_is_not_clean_but_one_with_obfuscated_fonts_is(string algorithm, PartStatus expected)
    {
        var parts = await Reading.ReadAllAsync(Book(("META-INF/encryption.xml", $"<encryption><EncryptedData><EncryptionMethod Algorithm=\"{algorithm}\"/></EncryptedData></encryption>")));

        parts[0].Status.Should().Be(expected);
    }

    [Fact]
    public async Task Files_that_programs_leave_in_a_book_are_read()
    {
        var parts = await Reading.ReadAllAsync(Book(("META-INF/calibre_bookmarks.txt", "a note of mine"), ("META-INF/container.xml", "<container/>")));

        parts.Named("META-INF/calibre_bookmarks.txt").Text.Should().Be("a note of mine");
        parts.Should().NotContain(part => part.Name.EndsWith("container.xml"));
    }

    private static byte[] Book(params (string Name, string Text)[] more) => RawZip.Of(
    [
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", "<container/>"),
        ("OEBPS/book.opf", "<package xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><metadata><dc:title>Heron</dc:title><dc:creator>Camille Durand</dc:creator></metadata></package>"),
        ("OEBPS/toc.ncx", "<ncx><navMap><navPoint><navLabel><text>Chapter of secrets</text></navLabel></navPoint></navMap></ncx>"),
        ("OEBPS/c1.xhtml", "<html><body><p>4471</p></body></html>"),
        .. more,
    ]);
}
