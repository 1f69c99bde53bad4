using System.IO.Compression;
using System.Text;
using Dlp.Documents.FileTypes;

namespace Dlp.Documents.Tests.FileTypes;

public class FileTypeTests
{
    [Fact]
    public void Every_signature_has_a_name_in_French() => FileSignatures.All.Select(signature => signature.Type.Name).Should().OnlyContain(name => name.Fr != name.En);

    [Fact]
    public async Task Every_known_kind_of_file_is_named_and_none_is_clean()
    {
        using var scope = new AssertionScope();
        foreach (var (hex, name) in new[]
        {
            ("2521505320", "PostScript"),
            ("53514C69746520666F726D6174203300", "SQLite"),
            ("4D5A90000300", "Windows program"),
            ("7F454C460201", "Linux program"),
        })
        {
            var part = await Reading.ReadAsync(Convert.FromHexString(hex));
            part.Status.Should().Be(PartStatus.Unsupported, name);
            part.Cause.Should().Be(UnreadCause.None, name);
            part.Said().Should().Contain(name);
            part.Text.Should().BeEmpty();
        }
    }

    [Fact]
    public async Task Images_are_unread_where_no_text_recognition_is_installed()
    {
        using var scope = new AssertionScope();
        foreach (var (hex, name) in new[]
        {
            ("89504E470D0A1A0A0000000D49484452", "PNG"),
            ("FFD8FFE000104A464946", "JPEG"),
            ("474946383961", "GIF"),
            ("52494646240000005745425056503820", "WebP"),
            ("49492A0008000000", "TIFF"),
            ("4D4D002A00000008", "TIFF"),
            ("0000001866747970686569630000", "HEIC"),
        })
        {
            var part = await Reading.ReadAsync(Convert.FromHexString(hex), new AttachmentOptions { Ocr = new OcrOptions { Command = null } });
            part.Status.Should().Be(PartStatus.Unsupported, name);
            part.Cause.Should().Be(UnreadCause.NoOcr, name);
            part.Said().Should().Contain(name).And.Contain("OCR");
            part.Text.Should().BeEmpty();
        }
    }

    [Fact]
    public async Task Sound_and_film_are_unread_for_a_cause_of_their_own()
    {
        using var scope = new AssertionScope();
        foreach (var (hex, name) in new[]
        {
            ("494433030000000000", "MP3"),
            ("FFFB9064000000", "MP3"),
            ("00000020667479706D703432", "MP4"),
            ("00000014667479707174202000000000", "QuickTime"),
            ("0000001C667479704D344120", "M4A"),
            ("4F676753000200000000", "Ogg"),
            ("524946462400000057415645666D7420", "WAV"),
            ("5249464624000000415649204C495354", "AVI"),
            ("664C614300000022", "FLAC"),
            ("1A45DFA3A3428681", "Matroska"),
        })
        {
            var part = await Reading.ReadAsync(Convert.FromHexString(hex));
            part.Status.Should().Be(PartStatus.Unsupported, name);
            part.Cause.Should().Be(UnreadCause.AudioOrVideo, name);
            part.Said().Should().Contain(name);
        }
    }

    [Theory]
    [InlineData("word/document.xml", "Word document")]
    [InlineData("xl/workbook.xml", "Excel workbook")]
    [InlineData("ppt/presentation.xml", "PowerPoint presentation")]
    [InlineData("holiday.jpg", "ZIP archive")]
    public void A_zip_file_is_named_after_the_document_in_it(string entry, string expected)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(zip.CreateEntry(entry).Open());
            writer.Write("<x/>");
        }

        FileType.Of(file.ToArray())!.Description.Should().Be(expected);
    }

    [Fact]
    public async Task An_office_document_with_a_password_is_encrypted()
    {
        byte[] file = [.. Convert.FromHexString("D0CF11E0A1B11AE1"), .. new byte[1024], .. Encoding.Unicode.GetBytes("EncryptedPackage")];

        var part = await Reading.ReadAsync(file);

        part.Status.Should().Be(PartStatus.Encrypted);
        part.Said().Should().Contain("Office document");
    }

    [Fact]
    public void A_text_that_speaks_of_the_header_of_a_type_is_a_text()
    {
        using var scope = new AssertionScope();
        foreach (var text in new[] { "A PDF file begins with %PDF-1.7.", "BM, the bitmap", "MZ is the mark of a program", "II*", "GIF87", "ID3 tags", "RIFF raff", "PK", "Rar! said the lion", "OggS", "" })
            FileType.Of(Encoding.UTF8.GetBytes(text)).Should().BeNull(text);
    }

    [Fact]
    public void No_signature_begins_with_a_byte_order_mark()
    {
        using var scope = new AssertionScope();
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, new UTF32Encoding(bigEndian: true, byteOrderMark: true) })
            FileType.Of([.. encoding.Preamble, .. encoding.GetBytes("abcdefgh")]).Should().BeNull(encoding.WebName);
    }

    [Fact]
    public void A_transport_stream_is_known_by_the_rhythm_of_its_packets()
    {
        var stream = new byte[188 * 5];
        Array.Fill(stream, (byte)0xFF);
        for (var i = 0; i < stream.Length; i += 188)
            stream[i] = 0x47;

        FileType.Of(stream)!.Kind.Should().Be(FileKind.AudioOrVideo);
    }
}
