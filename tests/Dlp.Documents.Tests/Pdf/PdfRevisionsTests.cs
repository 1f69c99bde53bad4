using System.Globalization;
using System.Text;

namespace Dlp.Documents.Tests.Pdf;

public class PdfRevisionsTests
{
    [Fact]
    public async Task What_a_change_took_off_a_page_is_read_as_an_earlier_version()
    {
        var first = RawPdf.Page(RawPdf.Line("the key is Tramontane") + RawPdf.Line("what stays", 600));
        var second = Changed(first, 4, RawPdf.Stream(RawPdf.Line("the key is Mistral") + RawPdf.Line("what stays", 600)));
        var third = Changed(second, 4, RawPdf.Stream(RawPdf.Line("what stays", 600)));

        var part = await Reading.ReadAsync(third);

        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.Should().Be("what stays\nthe key is Mistral\nthe key is Tramontane\n");
        part.LocationOf("Mistral").Should().Be("page 1, earlier version");
    }

    [Fact]
    public async Task Pages_that_a_change_left_alone_are_not_told_again()
    {
        var first = RawPdf.Page(RawPdf.Line("what stays"), more: "<< /Title (before) >>", info: 6);

        (await Reading.ReadAsync(Changed(first, 6, "<< /Title (after) >>"))).Text.Should().Be("what stays\nTitle: after\n");
    }

    [Fact]
    public async Task The_first_end_mark_of_a_document_that_is_shown_page_by_page_ends_no_version()
    {
        var file = RawPdf.Page(RawPdf.Line("what stays"), more: "(startxref\n0\n%%EOF)");

        (await Reading.ReadAsync(file)).Status.Should().Be(PartStatus.Scanned);
    }

    [Fact]
    public async Task An_earlier_version_that_is_damaged_is_told_of()
    {
        var part = await Reading.ReadAsync([.. "%PDF-1.7\nstartxref\n5\n%%EOF\n"u8, .. RawPdf.Page(RawPdf.Line("what stays"))]);

        part.Text.Should().Contain("what stays");
        part.Status.Should().Be(PartStatus.Partial);
        part.Said().Should().Contain("an earlier version");
    }

    [Fact]
    public async Task A_million_end_marks_and_a_thousand_versions_end()
    {
        var page = RawPdf.Page(RawPdf.Line("what stays"));

        var marks = await Reading.ReadAsync([.. page, .. Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("%%EOF", 1_000_000)))]);
        var versions = await Reading.ReadAsync([.. page, .. Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("startxref\n9\n%%EOF\n", 1_000)))]);

        marks.Text.Should().Contain("what stays");
        versions.Said().Should().Contain("of its earlier versions, the latest 8 were read");
    }

    /// <summary>Appends another form of an object (ISO 32000-1, 7.5.6).</summary>
    private static byte[] Changed(byte[] file, int number, string body)
    {
        var text = Encoding.Latin1.GetString(file);
        var previous = text[(text.LastIndexOf("startxref", StringComparison.Ordinal) + 10)..].Split('\n')[0];
        var trailer = text[text.LastIndexOf("trailer\n<<", StringComparison.Ordinal)..].Split('\n')[1][2..];
        var changed = new StringBuilder(text).Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        var start = changed.Length;
        changed.Append(CultureInfo.InvariantCulture, $"xref\n{number} 1\n{text.Length:D10} 00000 n \ntrailer\n<< /Prev {previous} {trailer}\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(changed.ToString());
    }
}
