namespace Dlp.Documents.Tests.Pdf;

public class EmbeddedFilesTests
{
    private const string Specification = "<< /Type /Filespec /F (plan.txt) /UF (plan.txt) /Desc (the plan for Brest) /EF << /F 7 0 R >> >>";

    [Fact]
    public async Task A_file_embedded_in_a_document_is_a_part_of_its_own()
    {
        var parts = await ReadAsync(catalogEntries: "/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>");

        using var scope = new AssertionScope();
        parts.Select(part => part.Name).Should().Equal("q3.bin", "q3.bin › plan.txt");
        parts.Should().OnlyContain(part => part.Status == PartStatus.Scanned);
        parts[0].LocationOf("the plan for Brest").Should().Be("embedded file");
        parts[1].Text.Should().Be("hidden");
    }

    [Fact]
    public async Task Files_of_a_portfolio_and_of_notes_and_associated_ones_are_read_once_each()
    {
        var parts = await ReadAsync(
            pageEntries: "/Annots [8 0 R]",
            catalogEntries: "/Collection << /View /D >> /AF [6 0 R] /Names << /EmbeddedFiles << /Kids [9 0 R] >> >>",
            more:
            [
                "<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /Contents (see this) /FS 10 0 R >>",
                "<< /Names [(a) 6 0 R (b) 11 0 R] /Limits [(a) (b)] >>",
                "<< /Type /Filespec /F (note.txt) /EF << /F 12 0 R >> >>",
                "<< /Type /Filespec /F (b.txt) /EF << /F 13 0 R >> >>",
                RawPdf.Stream("of a note", "/Type /EmbeddedFile"),
                RawPdf.Stream("second", "/Type /EmbeddedFile"),
            ]);

        parts.Skip(1).Select(part => (part.Name, part.Text)).Should().Equal(
            ("q3.bin › plan.txt", "hidden"), ("q3.bin › b.txt", "second"), ("q3.bin › note.txt", "of a note"));
    }

    [Fact]
    public async Task A_document_in_a_document_is_read_as_deep_as_the_limit_allows()
    {
        var innermost = RawPdf.Page(RawPdf.Line("the innermost"));
        var file = Enumerable.Range(0, 3).Aggregate(innermost, (inner, _) => Holding(inner));

        var parts = await Reading.ReadAllAsync(file, new AttachmentOptions { MaxDepth = 2 });

        using var scope = new AssertionScope();
        parts.Should().HaveCount(4);
        parts[3].Status.Should().Be(PartStatus.TooLarge);
        parts[3].Text.Should().BeEmpty();
        (await Reading.ReadAllAsync(file))[3].Text.Should().Be("the innermost\n");

        static byte[] Holding(byte[] inner) => RawPdf.Page(
            "",
            catalogEntries: "/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>",
            more: ["<< /Type /Filespec /F (a.pdf) /EF << /F 7 0 R >> >>", RawPdf.Stream(System.Text.Encoding.Latin1.GetString(inner))]);
    }

    [Fact]
    public async Task A_tree_of_names_that_leads_into_itself_ends()
    {
        var parts = await ReadAsync(catalogEntries: "/Names << /EmbeddedFiles 8 0 R /JavaScript 8 0 R >> /PageLabels 8 0 R", more: "<< /Kids [8 0 R 8 0 R] /Names [(a) 6 0 R] >>");

        parts.Should().HaveCount(2);
    }

    [Fact]
    public async Task Files_over_the_limit_are_told_of_each()
    {
        var parts = await Reading.ReadAllAsync(
            RawPdf.Page(
                "",
                catalogEntries: "/Names << /EmbeddedFiles << /Names [(a) 6 0 R (b) 8 0 R] >> >>",
                more: [Specification, RawPdf.Stream("hidden"), "<< /Type /Filespec /F (b.txt) /EF << /F 9 0 R >> >>", RawPdf.Stream("second")]),
            new AttachmentOptions { MaxEntries = 1 });

        parts[2].Status.Should().Be(PartStatus.TooLarge);
    }

    private static Task<IReadOnlyList<DraftPart>> ReadAsync(string pageEntries = "", string catalogEntries = "", params string[] more) =>
        Reading.ReadAllAsync(RawPdf.Page(
            RawPdf.Line("see the attachment"), pageEntries, catalogEntries: catalogEntries, more: [Specification, RawPdf.Stream("hidden", "/Type /EmbeddedFile"), .. more]));
}
