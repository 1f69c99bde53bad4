using System.Text;
using CsCheck;
using Dlp.Documents.Images;

namespace Dlp.Documents.Tests.Archives;

/// <summary>Small files that want to become large ones. Each ends, and says what it left out.</summary>
public sealed class HostileArchiveTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task A_file_that_grows_beyond_all_measure_is_given_up_after_its_beginning()
    {
        var line = Encoding.ASCII.GetBytes("one line of a log, over and over\n");
        var bomb = ArchiveTests.Gzip([.. Enumerable.Repeat(line, 3_000_000).SelectMany(l => l)]);

        var parts = await Parts.ReadAsync("log.gz", bomb, new AttachmentOptions { MaxRatio = 20 });

        parts.Should().HaveCount(2).And.OnlyContain(part => part.Status == PartStatus.TooLarge);
        parts[0].Said().Should().Contain("20 times");
        parts[1].Text.Should().StartWith("one line of a log");
    }

    [Theory]
    [InlineData("xz", "z.xz")]
    [InlineData("zstd", "z.zst")]
    [InlineData("bzip2", "z.bz2")]
    public async Task Zeros_in_every_compression_are_given_up(string tool, string name)
    {
        _tool.Write("z", new byte[100_000_000]);
        _tool.Run(tool, "-k", "-q", "z");

        (await Parts.ReadAsync(name, _tool.Bytes(name)))[0].Status.Should().Be(PartStatus.TooLarge);
    }

    [Fact]
    public async Task Zeros_in_a_7z_archive_are_given_up()
    {
        _tool.Write("z", new byte[100_000_000]);
        _tool.Run("7z", "a", "-bd", "a.7z", "z");

        var parts = await Parts.ReadAsync("a.7z", _tool.Bytes("a.7z"));

        parts.Should().HaveCount(2).And.OnlyContain(part => part.Status == PartStatus.TooLarge);
    }

    [Fact]
    public async Task What_is_decompressed_at_all_depths_is_counted_together()
    {
        var zeros = ArchiveTests.Gzip(new byte[1_000_000]);
        var all = ArchiveTests.Gzip(zeros);

        var parts = await Parts.ReadAsync("a.gz", all, new AttachmentOptions { MaxDecodedBytes = 500_000 });

        parts.Should().HaveCount(3);
        parts[1].Said().Should().Contain("limit of decompressed bytes");
    }

    [Fact]
    public async Task Two_hundred_files_in_one_another_are_opened_no_deeper_than_the_limit()
    {
        var file = "IBAN"u8.ToArray();
        for (var i = 0; i < 200; i++)
            file = ArchiveTests.Gzip(file);

        var parts = await Parts.ReadAsync("a.gz", file);

        parts.Should().HaveCount(8);
        parts[^1].Status.Should().Be(PartStatus.TooLarge);
        parts[^1].Said().Should().Contain("6 files inside one another");
    }

    [Fact]
    public async Task Sixteen_archives_in_each_of_sixteen_five_deep_end_at_the_limit_of_files()
    {
        byte[] Archive(byte[] inner, string ending)
        {
            var tar = new MemoryStream();
            for (var i = 0; i < 16; i++)
                tar.Write(new RawTar().Raw(Entry($"f{i}{ending}", inner)).ToArray());
            tar.Write(new byte[1024]);
            return ArchiveTests.Gzip(tar.ToArray());
        }

        var file = Archive("x"u8.ToArray(), ".txt");
        for (var depth = 0; depth < 4; depth++)
            file = Archive(file, ".tgz");

        var parts = await Parts.ReadAsync("a.tgz", file);

        parts.Count.Should().BeLessThanOrEqualTo(5001);
        parts[0].Status.Should().Be(PartStatus.TooLarge);
    }

    [Fact]
    public async Task A_list_of_files_that_is_not_there_is_not_looked_for()
    {
        byte[] lie = [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4, 0, 0, 0, 0, .. BitConverter.GetBytes(long.MaxValue), .. BitConverter.GetBytes(1000L), 0, 0, 0, 0];

        var part = (await Parts.ReadAsync("a.7z", lie)).Should().ContainSingle().Subject;

        part.Status.Should().Be(PartStatus.Unreadable);
    }

    [Fact]
    public void No_change_to_a_compressed_file_makes_the_readers_throw()
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 500).Select(i => $"line {i % 7}\n")));
        var files = new[] { ArchiveTests.Gzip(text), RawRar.Version4("a.txt", text), RawRar.Version5("a.txt", text), RawLz4(text) };
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Int[4, 400], Gen.Byte, Gen.Int[0, 4000]).Sample(
            (which, at, value, cut) =>
            {
                var hostile = files[which].ToArray();
                hostile[at % hostile.Length] = value;
                var reading = new AttachmentReading(new AttachmentOptions(), new TextRecognition(new OcrOptions()), CancellationToken.None);
                reading.Read("a", hostile.AsMemory(0, Math.Min(hostile.Length, 30 + cut)), depth: 0);
                return reading.Parts.Select(part => part.State()).All(part => part.Status == PartStatus.Scanned || part.Detail is not null);
            },
            iter: 1000);
    }

    /// <summary>An LZ4 frame with one block: some letters, then ninety thousand copies of them.</summary>
    private static byte[] RawLz4(byte[] text)
    {
        byte[] block = [0x4F, (byte)'a', (byte)'b', (byte)'c', (byte)'d', 4, 0, .. Enumerable.Repeat((byte)255, 20), 9, 0x50, .. text[..5]];
        return [0x04, 0x22, 0x4D, 0x18, 0x60, 0x40, 0x82, .. BitConverter.GetBytes(block.Length), .. block, 0, 0, 0, 0];
    }

    private static byte[] Entry(string name, byte[] content)
    {
        var entry = new RawTar().Add(name, "", statedSize: content.Length).ToArray();
        return [.. entry, .. content, .. new byte[(512 - (content.Length % 512)) % 512]];
    }
}
