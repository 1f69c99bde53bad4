using System.Buffers.Binary;
using System.Text;
using Dlp.Documents.Tests.CompoundFiles;

namespace Dlp.Documents.Tests.OldOffice;

public class WordReaderSpecs
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Fact]
    public async Task A_document_of_a_word_processor_is_read()
    {
        var part = await Reading.ReadSampleAsync("note-saphir.doc");

        SaphirNote.ShouldBeRead(part);
        part.LocationOf("En-tête").Should().Be("header or footer");
        part.LocationOf("Note de fin 776655").Should().Be("endnote");
    }

    [Fact]
    public async Task Pieces_are_read_in_the_order_of_the_table_and_in_the_encoding_of_each()
    {
        var file = Word97(("déplacée à ", false), ("Łódź 120 € ", true), ("l’été", false));

        (await Reading.ReadAsync(file.ToBytes())).Text.Should().Be("déplacée à Łódź 120 € l’été\n");
    }

    [Fact]
    public async Task Instructions_of_fields_are_apart_from_their_results()
    {
        var part = await Reading.ReadAsync(Word97(("voir \u0013HYPERLINK \"https://a.example\"\u0014ici\u0015 et \u001Elà\u001F", false)).ToBytes());

        part.Text.Should().StartWith("voir ici et -là\n");
        part.LocationOf("https://a.example").Should().Be("field");
    }

    [Fact]
    public async Task An_encrypted_document_is_encrypted()
    {
        var file = Word97(("secret", false), encrypted: true);

        var part = await Reading.ReadAsync(file.ToBytes());

        part.Status.Should().Be(PartStatus.Encrypted);
        part.Text.Should().BeEmpty();
    }

    [Fact]
    public async Task A_document_of_word_6_is_read_in_the_code_page_of_its_language()
    {
        var text = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("Секретный договор\r");
        var document = new byte[1024 + text.Length];
        Put16(document, 0, 0xA5DC);
        Put16(document, 2, 101);
        Put16(document, 6, 0x0419);
        Put32(document, 0x18, 1024);
        Put32(document, 0x1C, 1024 + text.Length);
        Put32(document, 0x34, text.Length);
        text.CopyTo(document, 1024);

        (await Reading.ReadAsync(new CompoundFileWriter().With("WordDocument", document).ToBytes())).Text.Should().Be("Секретный договор\n");
    }

    [Fact]
    public async Task A_document_whose_table_is_missing_is_partial()
    {
        var part = await Reading.ReadAsync(Word97(("text in order", false)).With("1Table", []).ToBytes());

        part.Status.Should().Be(PartStatus.Partial);
        part.Text.Should().Contain("text in order");
    }

    [Fact]
    public async Task Objects_and_macros_in_a_document_are_read()
    {
        var file = Word97(("body", false))
            .With("ObjectPool/_1234/Package", "in an object"u8.ToArray())
            .With("", VbaSpecs.Project("Macros/VBA"));

        var parts = await Inside.ReadAsync(file.ToBytes());

        parts[0].Text.Should().Contain("body").And.Contain("orage-été-47");
        parts.Named("embedded object › embedded document").Text.Should().Be("in an object");
    }

    [Fact]
    public async Task Pictures_in_a_document_are_parts_of_their_own()
    {
        byte[] png = [.. Convert.FromHexString("89504E470D0A1A0A0000000D49484452"), 1, 2, 3];
        byte[] blip = [0x00, 0x6E, 0x1E, 0xF0, .. BitConverter.GetBytes(17 + png.Length), .. new byte[17], .. png];

        var parts = await Inside.ReadAsync(Word97(("body", false)).With("Data", [7, 0xF0, 9, .. blip]).ToBytes());

        parts.Named("image").Said().Should().Contain("PNG");
    }

    [Fact]
    public async Task Pieces_that_name_the_same_text_again_and_again_end_at_the_limit_of_characters()
    {
        var file = Word97([.. Enumerable.Repeat((new string('x', 100_000), false), 2)], repeat: 20_000);

        var part = await Reading.ReadAsync(file.ToBytes());

        part.Status.Should().Be(PartStatus.TooLarge);
        part.Text.Should().HaveLength(10_000_000);
    }

    [Fact]
    public async Task No_damage_makes_the_reader_throw()
    {
        await Inside.SurvivesDamageAsync(Inside.Sample("note-saphir.doc"), 300);
        await Inside.SurvivesDamageAsync(Word97(("déplacée à ", false), ("Łódź 120 € ", true)).ToBytes(), 300);
    }

    private static CompoundFileWriter Word97(params (string Text, bool IsWide)[] pieces) => Word97(pieces, repeat: 1);

    private static CompoundFileWriter Word97((string Text, bool IsWide) piece, bool encrypted) => Word97([piece], repeat: 1, encrypted);

    /// <summary>A document ([MS-DOC] 2.5.1) whose pieces lie in the file in the reverse order.</summary>
    private static CompoundFileWriter Word97((string Text, bool IsWide)[] pieces, int repeat, bool encrypted = false)
    {
        const int textAt = 2048;
        var text = new MemoryStream();
        var offsets = new int[pieces.Length];
        for (var i = pieces.Length - 1; i >= 0; i--)
        {
            offsets[i] = textAt + (int)text.Length;
            text.Write(pieces[i].IsWide ? Encoding.Unicode.GetBytes(pieces[i].Text) : Western.GetBytes(pieces[i].Text));
        }

        var all = Enumerable.Range(0, repeat).SelectMany(_ => Enumerable.Range(0, pieces.Length)).ToList();
        var positions = new List<int> { 0 };
        foreach (var piece in all)
            positions.Add(positions[^1] + pieces[piece].Text.Length);
        byte[] plc =
        [
            .. positions.SelectMany(BitConverter.GetBytes),
            .. all.SelectMany(piece => (byte[])[0, 0, .. BitConverter.GetBytes(pieces[piece].IsWide ? offsets[piece] : (offsets[piece] * 2) | 0x4000_0000), 0, 0]),
        ];
        byte[] clx = [1, 2, 0, 7, 7, 2, .. BitConverter.GetBytes(plc.Length), .. plc];

        var fib = new byte[textAt];
        Put16(fib, 0, 0xA5EC);
        Put16(fib, 2, 0xC1);
        Put16(fib, 0x0A, encrypted ? 0x0300 : 0x0200);
        Put32(fib, 0x18, textAt);
        Put32(fib, 0x1C, textAt + (int)text.Length);
        Put32(fib, 0x4C, positions[^1]);
        Put32(fib, 0x9A + (8 * 33), 0);
        Put32(fib, 0x9A + (8 * 33) + 4, clx.Length);
        return new CompoundFileWriter().With("WordDocument", [.. fib, .. text.ToArray()]).With("1Table", clx);
    }

    private static void Put16(byte[] bytes, int offset, int value) => BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(offset), (ushort)value);

    private static void Put32(byte[] bytes, int offset, int value) => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(offset), value);
}
