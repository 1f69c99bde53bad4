using System.IO.Compression;
using System.Text;
using CsCheck;
using Dlp.Documents.Archives;
using Dlp.Documents.Images;

namespace Dlp.Documents.Tests.Archives;

public class ZipReaderTests
{
    private const string Secret = "IBAN FR58 9999 9000 420A 7B3C 9D15 K76";
    private static readonly byte[] SecretBytes = Encoding.ASCII.GetBytes(Secret);

    [Fact]
    public async Task Every_file_of_an_archive_is_a_part_of_its_own()
    {
        var parts = await Reading.ReadAllAsync(RawZip.Of(("a.txt", "first"), ("folder/b.txt", Secret)));

        parts.Select(part => part.Name).Should().Equal("q3.bin", "q3.bin › a.txt", "q3.bin › folder/b.txt");
        parts.Should().OnlyContain(part => part.Status == PartStatus.Scanned);
        parts[2].Text.Should().Be(Secret);
    }

    [Fact]
    public async Task What_the_library_writes_is_read()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("folder/");
            using var writer = new StreamWriter(zip.CreateEntry("été.txt").Open());
            writer.Write(Secret);
        }

        var parts = await Reading.ReadAllAsync(file.ToArray());

        parts.Should().HaveCount(2);
        parts[1].Name.Should().Be("q3.bin › été.txt");
        parts[1].Text.Should().Be(Secret);
    }

    [Fact]
    public async Task The_comment_of_an_archive_is_its_text()
    {
        var parts = await Reading.ReadAllAsync(new RawZip().Add("a.txt", "x"u8.ToArray()).ToArray(comment: Secret));

        parts[0].LocationOf(Secret).Should().Be("comment");
    }

    [Fact]
    public async Task An_entry_that_lies_about_its_size_is_read_to_its_end_and_told()
    {
        var content = Encoding.ASCII.GetBytes(new string('x', 50_000) + Secret);
        var parts = await Reading.ReadAllAsync(new RawZip().Add("a.txt", content, declaredSize: 10, storedSize: 5).ToArray());

        parts[1].Text.Should().EndWith(Secret);
        parts[0].Status.Should().Be(PartStatus.Partial);
        parts[0].Said().Should().Contain("another size than the archive says");
    }

    [Fact]
    public async Task A_stored_entry_that_lies_about_its_size_is_read_as_far_as_either_size_says()
    {
        var parts = await Reading.ReadAllAsync(new RawZip().Add("a.txt", SecretBytes, deflate: false, declaredSize: 4).ToArray());

        parts[1].Text.Should().Be(Secret);
    }

    [Fact]
    public async Task An_archive_behind_other_bytes_is_read()
    {
        byte[] file = [.. "#!/bin/sh\nexit\n"u8, .. RawZip.Of(("a.txt", Secret))];

        var parts = await Reading.ReadAllAsync(file);

        parts[1].Text.Should().Be(Secret);
        parts[1].Status.Should().Be(PartStatus.Scanned);
    }

    [Theory]
    [InlineData(0x800)]
    [InlineData(0x808)]
    public async Task An_archive_whose_end_is_cut_off_is_read_by_its_local_headers_and_told(int flags)
    {
        var whole = new RawZip().Add("a.txt", "first"u8.ToArray(), flags: flags).Add("b.txt", SecretBytes, flags: flags).ToBody();

        var parts = await Reading.ReadAllAsync(whole);

        parts.Select(part => part.Text).Should().Equal("", "first", Secret);
        parts[0].Status.Should().Be(PartStatus.Partial);
        parts[0].Said().Should().Contain("cut off");
    }

    [Fact]
    public async Task An_entry_that_is_cut_off_is_read_up_to_there_and_told()
    {
        var noise = new byte[50_000];
        new Random(7).NextBytes(noise);
        var whole = new RawZip().Add("a.txt", [.. SecretBytes, .. Encoding.ASCII.GetBytes(Convert.ToHexString(noise))]).ToBody();

        var parts = await Reading.ReadAllAsync(whole[..(whole.Length / 2)]);

        parts[1].Text.Should().StartWith(Secret);
        parts[0].Status.Should().Be(PartStatus.Partial);
    }

    [Fact]
    public async Task What_the_directory_does_not_list_is_read_and_told()
    {
        var parts = await Reading.ReadAllAsync(
            new RawZip().Add("a.txt", "x"u8.ToArray()).Add("hidden.txt", SecretBytes, isListed: false).Add("b.txt", "x"u8.ToArray()).ToArray());

        parts.Should().Contain(part => part.Text == Secret);
        parts[0].Said().Should().Contain("does not list");
    }

    [Fact]
    public async Task Of_two_archives_behind_one_another_both_are_read()
    {
        byte[] file = [.. RawZip.Of(("first.txt", Secret)), .. RawZip.Of(("second.txt", "second"))];

        var parts = await Reading.ReadAllAsync(file);

        parts.Select(part => part.Text).Should().Contain([Secret, "second"]);
    }

    [Fact]
    public async Task Entries_of_one_name_are_all_read()
    {
        var parts = await Reading.ReadAllAsync(RawZip.Of(("a.txt", "first"), ("a.txt", Secret)));

        parts.Select(part => part.Text).Should().Contain(["first", Secret]);
        parts.Select(part => part.Name).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(0, 99)]
    public async Task An_entry_that_needs_a_password_is_told_and_the_others_are_read(int flags, int method)
    {
        var parts = await Reading.ReadAllAsync(
            new RawZip().Add("a.txt", "never seen"u8.ToArray(), method: method, flags: flags).Add("b.txt", SecretBytes).ToArray());

        parts[1].Status.Should().Be(PartStatus.Encrypted);
        parts[1].Text.Should().BeEmpty();
        parts[2].Text.Should().Be(Secret);
    }

    [Fact]
    public async Task An_entry_of_an_unknown_method_is_unsupported_and_not_clean()
    {
        var parts = await Reading.ReadAllAsync(new RawZip().Add("a.txt", SecretBytes, method: 6).ToArray());

        parts[1].Status.Should().Be(PartStatus.Unsupported);
    }

    [Fact]
    public async Task Names_that_climb_or_deceive_are_only_names()
    {
        var parts = await Reading.ReadAllAsync(RawZip.Of(("../../etc/passwd", "x"), ("a\0b\u202Egpj.exe", "x"), (new string('n', 3_000), "x")));

        parts.Should().HaveCount(4);
        parts[1].Name.Should().Be("q3.bin › ../../etc/passwd");
        parts[2].Name.Should().Be("q3.bin › abgpj.exe");
        parts[3].Name.Length.Should().BeLessThan(300);
    }

    [Fact]
    public async Task A_name_in_code_page_437_is_read_as_such()
    {
        var zip = RawZip.Of(("xt.txt", "x"));
        foreach (var at in Enumerable.Range(0, zip.Length - 6).Where(at => zip.AsSpan(at, 6).SequenceEqual("xt.txt"u8)))
            zip[at] = 0x82;
        foreach (var at in Enumerable.Range(0, zip.Length - 4).Where(at => zip.AsSpan(at, 2).SequenceEqual("PK"u8) && zip[at + 2] is 1 or 3))
            zip[at + (zip[at + 2] == 1 ? 9 : 7)] = 0;

        var parts = await Reading.ReadAllAsync(zip);

        parts[1].Name.Should().Be("q3.bin › ét.txt");
    }

    [Fact]
    public async Task An_entry_that_grows_without_end_is_cut_and_told()
    {
        var parts = await Reading.ReadAllAsync(new RawZip().Add("a.txt", new byte[100_000_000]).ToArray());

        parts[0].Status.Should().Be(PartStatus.TooLarge);
        parts[0].Said().Should().Contain("200 times");
    }

    [Fact]
    public async Task Bytes_over_the_limit_of_the_attachment_are_not_decompressed()
    {
        var zip = new RawZip();
        for (var i = 0; i < 5; i++)
            zip.Add($"{i}.txt", Encoding.ASCII.GetBytes(new string('a', 900_000)));

        var parts = await Reading.ReadAllAsync(zip.ToArray(), new AttachmentOptions { MaxDecodedBytes = 2_000_000 });

        parts[0].Status.Should().Be(PartStatus.TooLarge);
        parts[0].Said().Should().Contain("decompressed bytes");
        parts.Sum(part => part.Text.Length).Should().BeLessThan(2_200_000);
    }

    [Fact]
    public async Task Entries_over_the_limit_are_not_read_and_told()
    {
        var zip = new RawZip();
        for (var i = 0; i < 70_000; i++)
            zip.List("e", 0, 0, 0, 0, 0);

        var parts = await Reading.ReadAllAsync([.. RawZip.Of(("a.txt", Secret)), .. zip.ToArray()], new AttachmentOptions { MaxEntries = 100 });

        parts.Count.Should().BeLessThan(110);
        parts[0].Status.Should().Be(PartStatus.TooLarge);
        parts[0].Said().Should().Contain("100 files");
    }

    [Fact]
    public async Task Entries_that_overlap_are_told()
    {
        var zip = new RawZip().Add("a.txt", SecretBytes);
        for (var i = 0; i < 50; i++)
            zip.List($"{i}.txt", 8, 0x800, (uint)RawZip.Deflate(SecretBytes).Length, (uint)SecretBytes.Length, 0);

        var parts = await Reading.ReadAllAsync(zip.ToArray());

        parts[0].Said().Should().Contain("overlap");
        parts.Should().HaveCount(52);
    }

    [Fact]
    public async Task Archives_that_lie_too_deep_in_one_another_are_too_large()
    {
        var inner = SecretBytes;
        for (var i = 0; i < 20; i++)
            inner = new RawZip().Add("a.zip", inner).ToArray();

        var parts = await Reading.ReadAllAsync(inner);

        parts.Should().HaveCount(8);
        parts[^1].Status.Should().Be(PartStatus.TooLarge);
    }

    [Fact]
    public async Task What_the_local_header_says_is_read_too_where_it_contradicts_the_directory()
    {
        var parts = await Reading.ReadAllAsync(new RawZip().Add("a.txt", SecretBytes, method: 0, localMethod: 8).ToArray());

        parts.Should().Contain(part => part.Text == Secret);
        parts[0].Said().Should().Contain("contradict");
    }

    [Fact]
    public async Task An_archive_of_which_every_file_needs_a_password_is_encrypted()
    {
        var parts = await Reading.ReadAllAsync(new RawZip().Add("a.txt", SecretBytes, flags: 1).ToArray());

        parts.Should().HaveCount(2).And.OnlyContain(part => part.Status == PartStatus.Encrypted);
    }

    [Fact]
    public async Task What_begins_as_an_archive_and_holds_nothing_is_unreadable()
    {
        var part = await Reading.ReadAsync(Convert.FromHexString("504B0304140001000800"));

        part.Status.Should().Be(PartStatus.Unreadable);
    }

    [Fact]
    public async Task An_empty_archive_is_scanned()
    {
        var part = await Reading.ReadAsync(new RawZip().ToArray());

        part.Status.Should().Be(PartStatus.Scanned);
    }

    [Fact]
    public void Damaged_archives_are_read_without_a_throw() =>
        Gen.Select(Gen.Byte, Gen.Int[0, 400]).Array[0, 12].Sample(changes =>
        {
            var zip = new RawZip().Add("a.txt", SecretBytes).Add("b.txt", SecretBytes, deflate: false).Add("c.txt", SecretBytes, flags: 8).ToArray("comment");
            foreach (var (value, at) in changes)
                zip[at % zip.Length] = value;
            var reading = new AttachmentReading(new AttachmentOptions(), new TextRecognition(new OcrOptions()), CancellationToken.None);
            ZipReader.Read(new OpenedFile(zip, reading.Open("a"), 0, reading));
            reading.Parts.Should().NotBeEmpty();
        });

    [Fact]
    public async Task Comments_of_entries_are_read()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            zip.CreateEntry("a.txt").Comment = Secret;

        (await Reading.ReadAllAsync(file.ToArray()))[0].LocationOf(Secret).Should().Be("comment");
    }

    [Fact]
    public async Task What_stands_before_an_archive_and_behind_it_is_read()
    {
        var archive = RawZip.Of(("a.txt", "an entry"));

        var texts = await Reading.ReadAllAsync([.. "a text before\n"u8, .. archive, .. "\na text behind"u8]);
        var document = await Reading.ReadAllAsync([.. Pdf.RawPdf.Page(Pdf.RawPdf.Line(Secret)), .. new byte[2000], .. archive]);
        var reverse = await Reading.ReadAllAsync([.. archive, .. Pdf.RawPdf.Page(Pdf.RawPdf.Line(Secret))]);
        var nothing = await Reading.ReadAllAsync([.. archive, .. new byte[1000]]);

        using var scope = new AssertionScope();
        texts[0].LocationOf("a text before").Should().Be("before the archive");
        texts[0].LocationOf("a text behind").Should().Be("behind the archive");
        texts.Should().HaveCount(2).And.OnlyContain(part => part.Status == PartStatus.Scanned);
        document.Should().Contain(part => part.Text.Contains(Secret)).And.Contain(part => part.Text.Contains("an entry"));
        reverse.Named(" › behind the archive").Text.Should().Contain(Secret);
        nothing.Should().HaveCount(2).And.OnlyContain(part => part.Status == PartStatus.Scanned);
    }

    [Fact]
    public async Task Data_of_an_unknown_kind_before_an_archive_or_behind_it_are_told_of()
    {
        byte[] rubbish = [.. Enumerable.Range(0, 1_000).Select(i => (byte)(i * i >> 3))];
        var archive = RawZip.Of(("a.txt", "an entry"));

        var before = await Reading.ReadAllAsync([.. rubbish, .. archive]);
        var behind = await Reading.ReadAllAsync([.. archive, .. rubbish]);

        using var scope = new AssertionScope();
        before[0].Status.Should().Be(PartStatus.Partial);
        before[0].Said().Should().Contain("before the archive");
        behind[0].Status.Should().Be(PartStatus.Partial);
        behind[0].Said().Should().Contain("follow the archive");
        before.Concat(behind).Count(part => part.Text.Contains("an entry")).Should().Be(2);
    }
}
