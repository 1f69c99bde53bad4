using System.Buffers.Binary;
using CsCheck;
using Dlp.Documents.CompoundFiles;

namespace Dlp.Documents.Tests.CompoundFiles;

public class CompoundFileSpecs
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Streams_of_any_size_are_read_in_both_versions(bool isVersion4)
    {
        var sizes = new[] { 0, 1, 63, 64, 65, 4095, 4096, 4097, 70_000 };
        var writer = new CompoundFileWriter(isVersion4);
        foreach (var size in sizes)
            writer.With($"folder/size {size}", Bytes(size));

        var file = Open(writer.ToBytes());

        using var scope = new AssertionScope();
        foreach (var size in sizes)
            file.Root.Storage("FOLDER")!.Read($"Size {size}").ToArray().Should().Equal(Bytes(size));
        file.IsDamaged.Should().BeFalse();
    }

    [Fact]
    public void A_stream_that_lies_in_pieces_is_joined()
    {
        var bytes = new CompoundFileWriter().With("a", Bytes(5000)).ToBytes();

        // Sectors 2 and 3 change places: in the file, and in the chain 0 … 9 of the only FAT sector, the last.
        var second = bytes.AsSpan(512 * 3, 512).ToArray();
        bytes.AsSpan(512 * 4, 512).CopyTo(bytes.AsSpan(512 * 3));
        second.CopyTo(bytes, 512 * 4);
        var fat = bytes.Length - 512;
        Put(bytes, fat + (4 * 1), 3);
        Put(bytes, fat + (4 * 3), 2);
        Put(bytes, fat + (4 * 2), 4);

        Open(bytes).Root.Read("a").ToArray().Should().Equal(Bytes(5000));
    }

    [Fact]
    public void A_chain_that_runs_in_a_circle_ends()
    {
        var bytes = new CompoundFileWriter().With("a", Bytes(5000)).ToBytes();
        Put(bytes, bytes.Length - 512 + 4, 0);

        var file = Open(bytes);

        file.Root.Read("a").Length.Should().BeLessThanOrEqualTo(5000);
        file.IsDamaged.Should().BeFalse("it is as long as it says, whatever it holds");
    }

    [Fact]
    public void A_directory_that_names_itself_ends_and_is_damaged()
    {
        var bytes = new CompoundFileWriter().With("a", Bytes(10)).With("b", Bytes(10)).ToBytes();
        var entry = bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[(byte)'a', 0, 0, 0]);
        Put(bytes, entry + 72, 1);

        var file = Open(bytes);

        file.IsDamaged.Should().BeTrue();
        file.Root.Stream("b").Should().NotBeNull("what no storage names is the root's");
    }

    [Fact]
    public void A_stream_that_says_it_is_larger_than_the_file_gives_what_there_is()
    {
        var bytes = new CompoundFileWriter().With("a", Bytes(5000)).ToBytes();
        var entry = bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[(byte)'a', 0, 0, 0]);
        Put(bytes, entry + 120, 0x7FFFFFFF);

        var file = Open(bytes);

        file.Root.Read("a").ToArray()[..5000].Should().Equal(Bytes(5000));
        file.IsDamaged.Should().BeTrue();
    }

    [Fact]
    public void Streams_in_pieces_are_paid_for_out_of_the_budget()
    {
        var bytes = new CompoundFileWriter().With("a", Bytes(5000)).ToBytes();
        Put(bytes, bytes.Length - 512 + 4, 0);
        var file = CompoundFile.Open(bytes, new AttachmentBudget(new AttachmentOptions { MaxDecodedBytes = 4000 }), CancellationToken.None)!;

        file.Root.Read("a").Length.Should().Be(0);
        file.IsOverBudget.Should().BeTrue();
    }

    [Fact]
    public void What_is_no_compound_file_is_not_opened() =>
        CompoundFile.Open(new byte[4000], new AttachmentBudget(new AttachmentOptions()), CancellationToken.None).Should().BeNull();

    [Fact]
    public void No_damage_makes_it_throw_or_run_on()
    {
        var valid = new CompoundFileWriter().With("a", Bytes(5000)).With("b/c", Bytes(100)).With("b/d/e", Bytes(9000)).ToBytes();
        Flip.Of(valid).Sample(bytes =>
        {
            var file = CompoundFile.Open(bytes, new AttachmentBudget(new AttachmentOptions()), CancellationToken.None);
            return file is null || Total(file.Root) <= 10L * bytes.Length * bytes.Length;
        });
    }

    private static long Total(CompoundStorage storage) => storage.Streams.Sum(stream => (long)stream.Read().Length) + storage.Storages.Sum(Total);

    private static CompoundFile Open(byte[] bytes) => CompoundFile.Open(bytes, new AttachmentBudget(new AttachmentOptions()), CancellationToken.None)!;

    private static byte[] Bytes(int size) => [.. Enumerable.Range(0, size).Select(i => (byte)(i * 7 / 3))];

    private static void Put(byte[] bytes, int offset, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(offset), value);
}
