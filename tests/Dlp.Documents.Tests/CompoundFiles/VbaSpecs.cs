using System.Text;
using Dlp.Documents.CompoundFiles;

namespace Dlp.Documents.Tests.CompoundFiles;

public class VbaSpecs
{
    private const string Source = "Attribute VB_Name = \"Module1\"\r\nSub Envoyer()\r\n  motDePasse = \"orage-été-47\"\r\nEnd Sub\r\n";

    [Fact]
    public void The_example_of_the_specification_is_decompressed()
    {
        var container = Convert.FromHexString("012FB000236161616263646582660070616768696A013808616B6C00306D6E6F700671027004107273747576107778797A003C");

        Encoding.ASCII.GetString(VbaCompression.Decompress(container, new AttachmentBudget(new AttachmentOptions())))
            .Should().Be("#aaabcdefaaaaghijaaaaaklaaamnopqaaaaaaaaaaaarstuvwxyzaaa");
    }

    [Theory]
    [InlineData("VBA")]
    [InlineData("Macros/VBA")]
    [InlineData("_VBA_PROJECT_CUR/VBA")]
    public async Task Source_of_macros_is_read_in_the_code_page_of_the_project(string storage)
    {
        var part = await Reading.ReadAsync(Project(storage).ToBytes());

        part.Status.Should().Be(PartStatus.Scanned);
        part.LocationOf("orage-été-47").Should().Be("macro Module1");
        part.Places.Should().Contain(place => place.Location.En == "macro project");
    }

    [Fact]
    public async Task Source_is_found_where_the_directory_is_damaged()
    {
        var part = await Reading.ReadAsync(Project("VBA").With("VBA/dir", [1, 2, 3]).ToBytes());

        part.LocationOf("orage-été-47").Should().Be("macro");
    }

    [Fact]
    public async Task No_damage_makes_the_reader_throw() => await Inside.SurvivesDamageAsync(Project("VBA").ToBytes(), 300);

    internal static CompoundFileWriter Project(string storage)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        byte[] dir =
        [
            .. Record(0x0003, BitConverter.GetBytes((short)1252)),
            .. Record(0x0005, "projet de paie"u8.ToArray()),
            .. Record(0x0009, [1, 0, 0, 0, 2, 0])[..2], 4, 0, 0, 0, 1, 0, 0, 0, 2, 0,
            .. Record(0x0019, "Module1"u8.ToArray()),
            .. Record(0x001A, "Module1"u8.ToArray()),
            .. Record(0x0032, Encoding.Unicode.GetBytes("Module1")),
            .. Record(0x0031, BitConverter.GetBytes(5)),
        ];
        return new CompoundFileWriter()
            .With($"{storage}/_VBA_PROJECT", [0xCC, 0x61])
            .With($"{storage}/dir", Compress(dir))
            .With($"{storage}/Module1", [9, 9, 9, 9, 9, .. Compress(encoding.GetBytes(Source))]);
    }

    private static byte[] Record(ushort id, byte[] data) => [.. BitConverter.GetBytes(id), .. BitConverter.GetBytes(data.Length), .. data];

    /// <summary>Literals only.</summary>
    private static byte[] Compress(byte[] data)
    {
        byte[] chunk = [.. data.Chunk(8).SelectMany(eight => eight.Prepend((byte)0))];
        return [1, .. BitConverter.GetBytes((ushort)(0xB000 | (chunk.Length - 1))), .. chunk];
    }
}
