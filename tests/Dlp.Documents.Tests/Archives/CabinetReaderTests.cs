using System.Buffers.Binary;
using System.Text;
using CsCheck;
using Dlp.Documents.Archives;
using Dlp.Documents.Images;

namespace Dlp.Documents.Tests.Archives;

/// <summary>Cabinets, of which the sample was written by gcab.</summary>
public class CabinetReaderTests
{
    private static readonly byte[] Sample = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "dossier.cab"));

    [Fact]
    public async Task A_file_that_runs_over_blocks_of_a_folder_is_read_whole()
    {
        var parts = await Parts.ReadAsync("a.cab", Sample);

        parts.Named("a.cab › lignes.txt").Text.Should().Be(string.Concat(Enumerable.Range(1, 4000).Select(i => $"ligne {i} : rien à cacher\n")));
        parts.Should().OnlyContain(part => part.Status == PartStatus.Scanned && part.Detail == null);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Files_are_parts_whether_stored_or_compressed(int method)
    {
        var parts = await Parts.ReadAsync("a.cab", Cabinet(method, 0, ("été.txt", "TK123456"), ("b.txt", "suite")));

        parts.Select(part => (part.Name, part.Status, part.Text)).Should().Equal(
            ("a.cab", PartStatus.Scanned, ""), ("a.cab › été.txt", PartStatus.Scanned, "TK123456"), ("a.cab › b.txt", PartStatus.Scanned, "suite"));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(0x1503)]
    public async Task Files_of_a_method_that_is_not_read_are_unsupported(int method)
    {
        var parts = await Parts.ReadAsync("a.cab", Cabinet(method, 0, ("a.txt", "TK123456")));

        parts[1].Status.Should().Be(PartStatus.Unsupported);
    }

    [Fact]
    public async Task A_file_that_goes_on_in_another_cabinet_is_said_to()
    {
        var parts = await Parts.ReadAsync("a.cab", Cabinet(0, 0xFFFE, ("a.txt", "TK123456")));

        parts[1].Status.Should().Be(PartStatus.Unreadable);
        parts[1].Said().Should().Contain("another cabinet");
    }

    [Fact]
    public async Task What_stands_before_the_damage_is_read()
    {
        var parts = await Parts.ReadAsync("a.cab", Sample[..(Sample.Length - 400)]);

        parts.Named("a.cab › dossier/note-interne.txt").Text.Should().Contain("1 84 12 76 451 089 46");
        parts[^1].Status.Should().NotBe(PartStatus.Scanned);
        parts[0].Status.Should().Be(PartStatus.Partial);
    }

    [Fact]
    public async Task Files_that_overlap_are_not_read_twice()
    {
        var cabinet = Cabinet(0, 0, ("a.txt", "TK123456"), ("b.txt", "suite"));
        BinaryPrimitives.WriteUInt32LittleEndian(cabinet.AsSpan(cabinet.AsSpan().IndexOf("b.txt"u8) - 12), 2);

        var parts = await Parts.ReadAsync("a.cab", cabinet);

        parts[1].Text.Should().Be("TK123456");
        parts[2].Status.Should().Be(PartStatus.Unreadable);
    }

    [Fact]
    public void No_change_of_a_byte_makes_the_reader_throw() =>
        Gen.Select(Gen.Byte, Gen.Int[0, 1 << 20]).Array[1, 6].Sample(
            changes =>
            {
                var cabinet = Sample.ToArray();
                foreach (var (value, at) in changes)
                    cabinet[at % (at % 2 == 0 ? 200 : cabinet.Length)] = value;
                var reading = new AttachmentReading(new AttachmentOptions { MaxEntries = 200 }, new TextRecognition(new OcrOptions()), CancellationToken.None);
                CabinetReader.Read(new OpenedFile(cabinet, reading.Open("a"), 0, reading));
            },
            iter: 500);

    private static byte[] Cabinet(int method, int folder, params (string Name, string Text)[] files)
    {
        var data = files.SelectMany(file => Encoding.UTF8.GetBytes(file.Text)).ToArray();
        var packed = method == 1 ? [.. "CK"u8, .. RawZip.Deflate(data)] : data;
        var list = new List<byte>();
        uint offset = 0;
        foreach (var (name, text) in files)
        {
            var length = (uint)Encoding.UTF8.GetByteCount(text);
            list.AddRange([.. Bytes(length, 4), .. Bytes(offset, 4), .. Bytes((uint)folder, 2), 0, 0, 0, 0, 0x80, 0, .. Encoding.UTF8.GetBytes(name), 0]);
            offset += length;
        }

        const uint filesAt = 36 + 8;
        var dataAt = filesAt + (uint)list.Count;
        var size = dataAt + 8 + (uint)packed.Length;
        return
        [
            .. "MSCF\0\0\0\0"u8, .. Bytes(size, 4), 0, 0, 0, 0, .. Bytes(filesAt, 4), 0, 0, 0, 0, 3, 1, 1, 0, .. Bytes((uint)files.Length, 2), 0, 0, 0, 0, 0, 0,
            .. Bytes(dataAt, 4), 1, 0, .. Bytes((uint)method, 2),
            .. list,
            0, 0, 0, 0, .. Bytes((uint)packed.Length, 2), .. Bytes((uint)data.Length, 2), .. packed,
        ];
    }

    private static byte[] Bytes(uint value, int length) => BitConverter.GetBytes(value)[..length];
}
