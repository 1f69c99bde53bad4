using CsCheck;

namespace Dlp.Documents.Tests.Pdf;

public class HostilePdfTests
{
    private const string Secret = "FR58 9999 9000 420A 7B3C 9D15 K76";

    [Fact]
    public async Task A_header_and_nothing_else_is_unreadable() => await ShouldBeUnreadable("%PDF-1.7\n"u8.ToArray());

    [Fact]
    public async Task A_header_before_rubbish_is_unreadable()
    {
        var rubbish = new byte[50_000];
        new Random(3).NextBytes(rubbish);

        await ShouldBeUnreadable([.. "%PDF-1.7\n"u8, .. rubbish]);
    }

    [Fact]
    public async Task A_document_without_pages_is_unreadable() =>
        await ShouldBeUnreadable(RawPdf.Of(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"]));

    [Fact]
    public async Task A_truncated_document_is_never_wholly_scanned()
    {
        var whole = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "samples", "rapport-trimestriel.pdf"), TestContext.Current.CancellationToken);

        using var scope = new AssertionScope();
        for (var tenths = 1; tenths < 10; tenths++)
        {
            var part = await Reading.ReadAsync(whole[..(whole.Length * tenths / 10)]);
            part.Status.Should().BeOneOf([PartStatus.Partial, PartStatus.Unreadable], $"{tenths} tenths");
            part.Said().Should().NotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task Data_behind_the_end_of_a_document_are_told_of()
    {
        byte[] file = [.. RawPdf.Page(RawPdf.Line("hello")), .. Enumerable.Repeat((byte)'x', 5000)];

        var part = await Reading.ReadAsync(file);

        part.Status.Should().Be(PartStatus.Partial);
        part.Text.Should().Contain("hello");
    }

    [Theory]
    [InlineData("[", 200_000)]
    [InlineData("<<", 200_000)]
    [InlineData("<</A", 100_000)]
    [InlineData("(", 200_000)]
    public async Task Objects_nested_without_end_do_not_bring_the_reader_down(string opening, int depth)
    {
        var nested = string.Concat(Enumerable.Repeat(opening, depth));

        using var scope = new AssertionScope();
        foreach (var file in new[] { RawPdf.Page(RawPdf.Line("a"), more: nested), RawPdf.Page(nested), RawPdf.Page(RawPdf.Line("a"), pageEntries: "/X " + nested) })
            await ShouldHaveAStatus(file);
    }

    [Fact]
    public async Task Pages_that_are_their_own_parents_end() =>
        await ShouldHaveAStatus(RawPdf.Of(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>"]));

    [Fact]
    public async Task Bookmarks_that_lead_into_themselves_end() =>
        await ShouldHaveAStatus(RawPdf.Page(RawPdf.Line("a"), catalogEntries: "/Outlines 6 0 R", more: ["<< /First 7 0 R /Last 7 0 R >>", "<< /Title (b) /Parent 6 0 R /Next 7 0 R /First 7 0 R /Last 7 0 R /Dest [3 0 R /Fit] >>"]));

    [Fact]
    public async Task Form_fields_that_lead_into_themselves_end() =>
        await ShouldHaveAStatus(RawPdf.Page(RawPdf.Line("a"), catalogEntries: "/AcroForm << /Fields [6 0 R] >>", more: "<< /FT /Tx /T (a) /Kids [6 0 R] /Parent 6 0 R >>"));

    [Fact]
    public async Task A_form_that_draws_itself_ends() =>
        await ShouldHaveAStatus(RawPdf.Page("/X Do", resources: "/XObject << /X 6 0 R >>", more: RawPdf.Stream("/X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>")));

    [Fact]
    public async Task Forms_that_draw_each_other_end() =>
        await ShouldHaveAStatus(RawPdf.Page(
            "/X Do",
            resources: "/XObject << /X 6 0 R >>",
            more:
            [
                RawPdf.Stream("/Y Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Y 7 0 R >> >>"),
                RawPdf.Stream("/X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"),
            ]));

    [Fact]
    public async Task Forms_that_multiply_without_end_are_given_up()
    {
        var calls = string.Concat(Enumerable.Repeat("/X Do ", 10));
        var forms = Enumerable.Range(7, 11)
            .Select(next => RawPdf.Stream(calls, $"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {next} 0 R >> >>"))
            .Append(RawPdf.Stream("", "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"));
        var file = RawPdf.Page(calls, resources: "/XObject << /X 6 0 R >>", more: [.. forms]);

        var part = await Reading.ReadAsync(file, new AttachmentOptions { Timeout = TimeSpan.FromMilliseconds(300) });

        part.Status.Should().Be(PartStatus.Unreadable);
        part.Said().Should().Be("reading it took longer than 0.3 s and was given up");
    }

    [Fact]
    public async Task A_page_of_more_letters_than_any_reader_could_see_is_partial()
    {
        var part = await Reading.ReadAsync(RawPdf.Page(RawPdf.Line(new string('a', 450_000))));

        part.Status.Should().Be(PartStatus.Partial);
        part.Text.Should().HaveLength(400_001);
        part.Said().Should().Be("page 1 could be read in part only: damaged or over a limit");
    }

    [Fact]
    public async Task States_saved_without_end_do_not_hide_the_text_behind_them()
    {
        var part = await Reading.ReadAsync(RawPdf.Page(string.Concat(Enumerable.Repeat("q ", 100_000)) + RawPdf.Line(Secret)));

        part.Status.Should().Be(PartStatus.Partial);
        part.Text.Should().Contain(Secret);
    }

    [Fact]
    public async Task A_page_that_is_damaged_does_not_hide_the_others()
    {
        var file = RawPdf.Of(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Resources << /Font << /F1 7 0 R >> >> >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 7 0 R >> >> >>",
            RawPdf.Stream(RawPdf.Line(Secret)),
            RawPdf.Stream("\u0001\u0002 not deflated at all", "/Filter [/FlateDecode /NoSuchDecode]"),
            RawPdf.Font,
        ]);

        var part = await Reading.ReadAsync(file);

        part.Status.Should().Be(PartStatus.Partial);
        part.Text.Should().Contain(Secret);
        part.Said().Should().Contain("page 1").And.NotContain("FR58").And.NotContain("NoSuchDecode");
    }

    [Fact]
    public async Task A_mutilated_document_gives_a_status_and_never_an_exception()
    {
        var whole = RawPdf.Page(
            RawPdf.Line(Secret),
            pageEntries: "/Annots [6 0 R]",
            catalogEntries: "/AcroForm << /Fields [6 0 R] >>",
            info: 7,
            more: ["<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (b) /Contents (c) /Rect [0 0 9 9] >>", "<< /Title (t) >>"]);

        await Gen.Select(Gen.Int[9, whole.Length - 1], Gen.Byte).Array[1, 8].SampleAsync(
            async changes =>
            {
                var file = (byte[])whole.Clone();
                foreach (var (at, value) in changes)
                    file[at] = value;
                var part = await Reading.ReadAsync(file);
                return (part.Status == PartStatus.Scanned || part.Said() is not null) && part.Said()?.Contains("9999", StringComparison.Ordinal) != true;
            },
            iter: 300);
    }

    [Fact]
    public async Task A_picture_that_hides_a_document_behind_it_is_not_clean()
    {
        var part = await Reading.ReadAsync([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. RawPdf.Page(RawPdf.Line("hello"))]);

        part.Status.Should().NotBe(PartStatus.Scanned);
        part.Said().Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_document_behind_a_few_other_bytes_is_read()
    {
        var part = await Reading.ReadAsync([.. "HTTP/1.1 200 OK\r\n\r\n"u8, .. RawPdf.Page(RawPdf.Line("hello"))]);

        part.Text.Should().Contain("hello").And.NotContain("endobj");
    }

    private static async Task ShouldBeUnreadable(byte[] file)
    {
        var part = await Reading.ReadAsync(file);
        part.Status.Should().Be(PartStatus.Unreadable);
        part.Text.Should().BeEmpty();
        part.Said().Should().Contain("damaged");
    }

    private static async Task ShouldHaveAStatus(byte[] file)
    {
        var part = await Reading.ReadAsync(file);
        if (part.Status != PartStatus.Scanned)
            part.Said().Should().NotBeNullOrEmpty();
    }
}
