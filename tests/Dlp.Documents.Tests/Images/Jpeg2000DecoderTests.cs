using System.Buffers.Binary;
using System.Text;
using CsCheck;
using Dlp.Documents.Images;
using Dlp.Documents.Tests.Pdf;

namespace Dlp.Documents.Tests.Images;

/// <summary>These need the command <c>opj_decompress</c>, which <c>tests/run.sh</c> installs.</summary>
public class Jpeg2000DecoderTests
{
    private const string Sentence = "Le mot de passe est Tramontane";

    private static readonly byte[] Sample = ImageFiles.Sample("mot-de-passe.jp2");

    private static readonly AttachmentOptions Without = TextRecognitionTests.Patient with { Ocr = TextRecognitionTests.Patient.Ocr with { Jpeg2000Command = null } };

    /// <summary>What is in the file alone.</summary>
    private static byte[] Codestream => Sample[Sample.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0x4F, 0xFF, 0x51])..];

    [Fact]
    public async Task A_file_is_read_where_its_decoder_is_installed()
    {
        using var command = new WatchedCommand("opj_decompress");

        var part = await Reading.ReadAsync(Sample, With(command));
        var without = await Reading.ReadAsync(Sample, Without);

        using var scope = new AssertionScope();
        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.Should().Be(Sentence + "\n");
        without.Status.Should().Be(PartStatus.Unsupported);
        without.Said().Should().Be("JPEG 2000 image: its pixels were not read");
        command.ShouldHaveLeftNothingBehind();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_scan_in_a_PDF_document_is_read(bool isFile)
    {
        var file = Scan(isFile ? Sample : Codestream);

        var part = await Reading.ReadAsync(file, TextRecognitionTests.Patient);
        var without = await Reading.ReadAsync(file, Without);

        using var scope = new AssertionScope();
        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.Should().Be(Sentence + "\n");
        without.Status.Should().Be(PartStatus.Partial);
        without.Said().Should().Be("page 1 (image): an image on it is damaged, or compressed in a way that is not read (JPEG 2000, JBIG2)");
    }

    [Fact]
    public async Task One_that_says_that_it_is_huge_is_not_decoded()
    {
        var huge = Sample.ToArray();
        var header = huge.AsSpan(huge.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0x4F, 0xFF, 0x51]));
        BinaryPrimitives.WriteUInt32BigEndian(header[8..], 60_000);
        BinaryPrimitives.WriteUInt32BigEndian(header[12..], 60_000);

        (await Reading.ReadAsync(huge, TextRecognitionTests.Patient)).Status.Should().Be(PartStatus.TooLarge);
        (await Reading.ReadAsync(Scan(huge), TextRecognitionTests.Patient)).Status.Should().Be(PartStatus.Partial);
    }

    [Fact]
    public async Task One_with_thousands_of_components_is_not_decoded()
    {
        var many = Codestream;
        BinaryPrimitives.WriteUInt16BigEndian(many.AsSpan(40), 16_384);

        (await Reading.ReadAsync(Scan(many), TextRecognitionTests.Patient)).Status.Should().Be(PartStatus.Partial);
    }

    [Fact]
    public async Task One_that_is_cut_or_damaged_ends_and_leaves_nothing_behind()
    {
        using var command = new WatchedCommand("opj_decompress");
        var random = new Random(4471);
        for (var i = 0; i < 12; i++)
        {
            var damaged = i < 4 ? Sample[..(Sample.Length * (i + 1) / 5)] : [.. Sample];
            for (var hit = 0; hit < (i < 4 ? 0 : 8); hit++)
                damaged[random.Next(60, damaged.Length)] = (byte)random.Next(256);

            (await Reading.ReadAsync(damaged, With(command))).Status.Should().BeOneOf(PartStatus.Scanned, PartStatus.Partial, PartStatus.Unsupported, PartStatus.Unreadable, PartStatus.TooLarge);
        }

        command.ShouldHaveLeftNothingBehind();
    }

    [Fact]
    public async Task A_command_that_does_not_end_is_ended_with_the_attachment()
    {
        var directory = Directory.CreateTempSubdirectory("dlp-tests-");
        try
        {
            var command = Path.Combine(directory.FullName, "opj");
            Script.Write(command, "exec sleep 600");

            var part = await Reading.ReadAsync(Sample, new AttachmentOptions { Timeout = TimeSpan.FromSeconds(1), Ocr = new OcrOptions { Jpeg2000Command = command } });

            part.Status.Should().Be(PartStatus.Unreadable);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public void Any_bytes_have_a_size_or_none() =>
        Gen.Byte.Array[0, 60].Sample(bytes => Jpeg2000Decoder.PixelsOf((byte[])[0xFF, 0x4F, 0xFF, 0x51, .. bytes]) >= 0);

    private static AttachmentOptions With(WatchedCommand command) => TextRecognitionTests.Patient with { Ocr = TextRecognitionTests.Patient.Ocr with { Jpeg2000Command = command.Path } };

    private static byte[] Scan(byte[] image) => RawPdf.Page(
        "q 500 0 0 66.7 40 700 cm /I Do Q",
        resources: "/XObject << /I 6 0 R >>",
        more: RawPdf.Stream(Encoding.Latin1.GetString(image), "/Type /XObject /Subtype /Image /Width 900 /Height 120 /Filter /JPXDecode"));
}
