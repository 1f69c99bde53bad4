using System.Text;
using CsCheck;
using Dlp.Documents.Archives;
using Dlp.Documents.Images;
using SharpCompress.Compressors.ZStandard;

namespace Dlp.Documents.Tests.Archives;

/// <summary>Entries compressed by other methods than deflate; those of the sample were written by 7-Zip.</summary>
public class ZipMethodTests
{
    private static readonly byte[] Sample = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "dossier-methodes.zip"));

    [Fact]
    public async Task Every_method_that_programs_use_is_read()
    {
        var parts = await Parts.ReadAsync("a.zip", Sample);

        parts.Select(part => part.Name).Should().Equal("a.zip", "a.zip › bzip2.txt", "a.zip › deflate64.txt", "a.zip › lzma-sans-fin.txt", "a.zip › lzma.txt", "a.zip › ppmd.txt", "a.zip › xz.txt");
        parts.Should().OnlyContain(part => part.Status == PartStatus.Scanned && part.Detail == null);
        parts.Skip(1).Select(part => part.Text).Distinct().Should().ContainSingle().Which.Should().Contain("1 84 12 76 451 089 46");
    }

    [Theory]
    [InlineData(20)]
    [InlineData(93)]
    public async Task Zstandard_is_read_by_both_its_numbers(int method)
    {
        var text = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"ligne {i}\n"));
        using var packed = new MemoryStream();
        using (var compressor = new CompressionStream(packed, 3, 0, true))
            compressor.Write(Encoding.UTF8.GetBytes(text));

        var parts = await Reading.ReadAllAsync(new RawZip().Add("a.txt", packed.ToArray(), deflate: false, method: method, declaredSize: (uint)text.Length).Add("b.txt", "next"u8.ToArray()).ToArray());

        parts[1].Text.Should().Be(text);
        parts.Should().OnlyContain(part => part.Status == PartStatus.Scanned);
    }

    [Theory]
    [InlineData("lzma-sans-fin.txt")]
    [InlineData("ppmd.txt")]
    public async Task A_size_that_says_less_than_there_is_hides_nothing_in_silence(string name)
    {
        var parts = await Reading.ReadAllAsync(WithDeclaredSize(name, 10));

        parts[0].Status.Should().Be(PartStatus.Partial);
        parts[0].Said().Should().Contain("larger than the archive says");
    }

    [Theory]
    [InlineData("lzma.txt")]
    [InlineData("bzip2.txt")]
    [InlineData("xz.txt")]
    [InlineData("deflate64.txt")]
    public async Task What_tells_its_own_end_is_read_whole_whatever_the_archive_says(string name)
    {
        var parts = await Parts.ReadAsync("a.zip", WithDeclaredSize(name, 10));

        parts.Named($"a.zip › {name}").Text.Should().Be(parts.Named("a.zip › ppmd.txt").Text);
        parts[0].Said().Should().Contain("of another size than the archive says");
    }

    [Fact]
    public async Task The_ratio_that_the_options_allow_is_kept()
    {
        var zip = new RawZip().Add("a.txt", new byte[30_000_000].Select(_ => (byte)'a').ToArray()).ToArray();

        var strict = await Reading.ReadAllAsync(zip, new AttachmentOptions { MaxRatio = 50, MaxCharacters = 1_000 });
        var lenient = await Reading.ReadAllAsync(zip, new AttachmentOptions { MaxRatio = 2_000, MaxCharacters = 1_000 });

        strict[0].Said().Should().Contain("grows more than 50 times");
        lenient[0].Said().Should().BeNull();
    }

    [Fact]
    public void No_change_of_a_byte_makes_the_reader_throw_or_say_nothing_of_what_it_lost() =>
        Gen.Select(Gen.Byte, Gen.Int[0, 1 << 20]).Array[1, 6].Sample(
            changes =>
            {
                var zip = Sample.ToArray();
                foreach (var (value, at) in changes)
                    zip[at % zip.Length] = value;
                var reading = new AttachmentReading(new AttachmentOptions { MaxDecodedBytes = 10_000_000 }, new TextRecognition(new OcrOptions()), CancellationToken.None);
                ZipReader.Read(new OpenedFile(zip, reading.Open("a"), 0, reading));
            },
            iter: 200);

    /// <summary>The sample, in which the central directory says another size of an entry.</summary>
    private static byte[] WithDeclaredSize(string name, byte size)
    {
        var zip = Sample.ToArray();
        var at = zip.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(name)) - 46 + 24;
        zip.AsSpan(at, 4).Clear();
        zip[at] = size;
        return zip;
    }
}
