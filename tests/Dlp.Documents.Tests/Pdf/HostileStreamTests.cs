using System.IO.Compression;
using System.Text;
using CsCheck;
using Dlp.Documents.Pdf.Filters;
using Dlp.Documents.Tests.Images;
using UglyToad.PdfPig.Tokens;

namespace Dlp.Documents.Tests.Pdf;

public class HostileStreamTests
{
    private const int Limit = 64 * 1024 * 1024;
    private const string TooLong = "a stream in it decompresses to more than the limit of 67,108,864 bytes; the rest of it was not read";

    [Fact]
    public async Task A_stream_that_becomes_a_gigabyte_is_cut_at_the_limit_and_the_text_before_it_kept()
    {
        var target = new MemoryStream();
        using (var zlib = new ZLibStream(target, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(Encoding.ASCII.GetBytes(RawPdf.Line("before the bomb")));
            var spaces = new byte[1024 * 1024];
            spaces.AsSpan().Fill((byte)' ');
            for (var i = 0; i < 1024; i++)
                zlib.Write(spaces);
        }

        var part = await Reading.ReadAsync(WithContent(target.ToArray(), "/FlateDecode"));

        part.Status.Should().Be(PartStatus.Partial);
        part.Text.Should().Be("before the bomb\n");
        part.Said().Should().Be(TooLong);
    }

    [Fact]
    public async Task Streams_compressed_four_times_over_end_at_the_limit()
    {
        var data = ImageFiles.Deflated(new byte[Limit + 1]);
        for (var i = 0; i < 3; i++)
            data = ImageFiles.Deflated(data);

        var part = await Reading.ReadAsync(WithContent(data, "[/FlateDecode /FlateDecode /FlateDecode /FlateDecode]"));

        part.Status.Should().Be(PartStatus.Partial);
        part.Said().Should().Contain(TooLong);
    }

    [Fact]
    public async Task A_chain_of_more_filters_than_any_program_writes_is_not_followed()
    {
        var filters = string.Concat(Enumerable.Repeat("/ASCIIHexDecode ", 9));

        var part = await Reading.ReadAsync(WithContent("4142>"u8.ToArray(), $"[{filters}]"));

        part.Status.Should().NotBe(PartStatus.Scanned);
        part.Said().Should().Contain("a stream in it is compressed more than 4 times, one over another");
    }

    [Fact]
    public async Task A_stream_that_is_cut_short_gives_what_came_out()
    {
        var lines = string.Concat(Enumerable.Range(0, 400).Select(i => RawPdf.Line($"line {i} of many {i * 7919 % 1000}", 800 - i)));
        var deflated = ImageFiles.Deflated(Encoding.ASCII.GetBytes(lines));

        var part = await Reading.ReadAsync(WithContent(deflated[..(deflated.Length / 2)], "/FlateDecode"));

        part.Status.Should().Be(PartStatus.Partial);
        part.Text.Should().StartWith("line 0 of many 0\nline 1 of many 919\n");
        part.Said().Should().Contain("a compressed stream in it is damaged and was read in part");
    }

    [Fact]
    public void Runs_and_strings_that_repeat_end_at_the_limit()
    {
        var exceeded = new List<LocalizedText>();
        var limit = new DecodingLimit(1000, exceeded.Add, CancellationToken.None);
        var none = new DictionaryToken(new Dictionary<NameToken, IToken>());
        var provider = new LimitedFilterProvider(limit);
        byte[] runs = [.. Enumerable.Repeat((byte[])[129, 65], 1000).SelectMany(run => run)];

        new RunLengthFilter(limit).Decode(runs, none, provider, 0).Length.Should().Be(1000);
        new LzwFilter(limit).Decode(Lzw(new byte[100_000]), none, provider, 0).Length.Should().Be(1000);
        exceeded.Should().HaveCount(2);
    }

    [Fact]
    public void What_was_compressed_comes_out_as_it_was()
    {
        var limit = new DecodingLimit(Limit, _ => { }, CancellationToken.None);
        var none = new DictionaryToken(new Dictionary<NameToken, IToken>());
        var provider = new LimitedFilterProvider(limit);

        Gen.Byte[0, 3].Array[0, 20_000].Sample(
            data => new LzwFilter(limit).Decode(Lzw(data), none, provider, 0).Span.SequenceEqual(data)
                && new FlateFilter(limit).Decode(ImageFiles.Deflated(data), none, provider, 0).Span.SequenceEqual(data),
            iter: 100);
    }

    [Fact]
    public void Rubbish_never_throws_out_of_a_filter()
    {
        var limit = new DecodingLimit(100_000, _ => { }, CancellationToken.None);
        var provider = new LimitedFilterProvider(limit);
        var parameters = Gen.Select(Gen.Int[1, 15], Gen.Int[-2, 40], Gen.Int[-2, 20], Gen.Int[-2, 300]);

        Gen.Select(parameters, Gen.Byte.Array[0, 2000]).Sample(
            (numbers, data) =>
            {
                var dictionary = new DictionaryToken(new Dictionary<NameToken, IToken>
                {
                    [NameToken.DecodeParms] = new DictionaryToken(new Dictionary<NameToken, IToken>
                    {
                        [NameToken.Predictor] = new NumericToken(numbers.Item1),
                        [NameToken.Colors] = new NumericToken(numbers.Item2),
                        [NameToken.BitsPerComponent] = new NumericToken(numbers.Item3),
                        [NameToken.Columns] = new NumericToken(numbers.Item4),
                    }),
                });
                new FlateFilter(limit).Decode(ImageFiles.Deflated(data), dictionary, provider, 0);
                new FlateFilter(limit).Decode(data, dictionary, provider, 0);
                new LzwFilter(limit).Decode(data, dictionary, provider, 0);
                new RunLengthFilter(limit).Decode(data, dictionary, provider, 0);
            },
            iter: 300);
    }

    [Theory]
    [InlineData("/CCITTFaxDecode /DecodeParms << /K -1 /Columns 2000000000 /Rows 2000000000 >>")]
    [InlineData("/FlateDecode")]
    public async Task An_image_that_says_it_is_larger_than_any_is_not_decoded(string filter)
    {
        var part = await Reading.ReadAsync(RawPdf.Page(
            "q 500 0 0 500 0 0 cm /I Do Q",
            resources: "/XObject << /I 6 0 R >>",
            more: RawPdf.Stream("xx", $"/Type /XObject /Subtype /Image /Width 2000000000 /Height 2000000000 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter {filter}")));

        part.Status.Should().Be(PartStatus.Partial);
    }

    private static byte[] WithContent(byte[] content, string filter) => RawPdf.Of(
    [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        RawPdf.Stream(Encoding.Latin1.GetString(content), $"/Filter {filter}"),
        RawPdf.Font,
    ]);

    /// <summary>As writers of PDF do: the width grows one code early (ISO 32000-1, 7.4.4.2).</summary>
    private static byte[] Lzw(byte[] data)
    {
        var bits = new List<bool>();
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        var (next, width, current) = (258, 9, "");
        Write(256);
        foreach (var value in data)
        {
            var longer = current + (char)value;
            if (longer.Length == 1 || codes.ContainsKey(longer))
            {
                current = longer;
                continue;
            }

            Write(CodeOf(current));
            codes[longer] = next++;
            width = next + 1 > 2048 ? 12 : next + 1 > 1024 ? 11 : next + 1 > 512 ? 10 : 9;
            if (next == 4095)
            {
                Write(256);
                codes.Clear();
                (next, width) = (258, 9);
            }

            current = ((char)value).ToString();
        }

        if (current.Length > 0)
            Write(CodeOf(current));
        next++;
        width = next + 1 > 2048 ? 12 : next + 1 > 1024 ? 11 : next + 1 > 512 ? 10 : 9;
        Write(257);
        return [.. bits.Chunk(8).Select(eight => (byte)eight.Select((bit, i) => bit ? 128 >> i : 0).Sum())];

        int CodeOf(string text) => text.Length == 1 ? text[0] : codes[text];

        void Write(int code)
        {
            for (var bit = width - 1; bit >= 0; bit--)
                bits.Add((code >> bit & 1) == 1);
        }
    }
}
