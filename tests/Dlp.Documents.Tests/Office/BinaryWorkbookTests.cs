using System.Buffers.Binary;
using System.Text;
using Dlp.Documents.Tests.Archives;

namespace Dlp.Documents.Tests.Office;

public class BinaryWorkbookTests
{
    [Fact]
    public async Task Cells_of_every_type_are_read_at_their_places()
    {
        var part = await Reading.ReadAsync(Workbook(
            Record(0, [.. U32(11), .. new byte[13]]),
            Cell(7, 0, 0, U32(0)),
            Cell(2, 1, 0, U32((4471u << 2) | 2)),
            Cell(5, 2, 1, BitConverter.GetBytes(0.1068)),
            Cell(6, 3, 0, Text("inline")),
            Cell(8, 4, 0, [.. Text("result"), 0, 0, .. U32(0), 0x17, 9, 0, .. Encoding.Unicode.GetBytes("dismissed")]),
            Cell(4, 5, 0, [1]),
            Cell(2, 6, 0, U32((447150u << 2) | 3))));

        using var scope = new AssertionScope();
        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.Should().StartWith("shared\t4471\t10.68% 0.1068\tinline\tresult\tTRUE\t4471.5\n");
        part.LocationOf("shared").Should().Be("sheet Q3 (hidden), A12");
        part.LocationOf("inline").Should().Be("sheet Q3 (hidden), D12");
        part.LocationOf("dismissed").Should().Be("sheet Q3 (hidden), E12, formula");
        part.LocationOf("never shown").Should().Be("string of no cell");
        part.LocationOf("too high").Should().Be("sheet Q3 (hidden), B3, comment");
        part.LocationOf("Anne Roy").Should().Be("people");
    }

    [Fact]
    public async Task Words_in_other_records_are_read()
    {
        var part = await Reading.ReadAsync(Workbook(Record(64, [1, 2, 3, .. Text("type the NIR")])));

        part.LocationOf("type the NIR").Should().Be("sheet Q3 (hidden)");
    }

    [Fact]
    public async Task A_sheet_that_is_cut_off_is_read_up_to_there_and_told()
    {
        var part = await Reading.ReadAsync(Workbook(Record(0, [.. U32(0), .. new byte[13]]), Cell(6, 0, 0, Text("whole")), [6, 100, 1, 2, 3]));

        part.Text.Should().Contain("whole");
        part.Status.Should().Be(PartStatus.Partial);
    }

    private static byte[] Workbook(params byte[][] sheet) => new RawZip()
        .Add("[Content_Types].xml", "<Types/>"u8.ToArray())
        .Add("_rels/.rels", Encoding.UTF8.GetBytes(OfficeFile.Relationships(("r", "officeDocument", "xl/workbook.bin"))))
        .Add("xl/_rels/workbook.bin.rels", Encoding.UTF8.GetBytes(OfficeFile.Relationships(("s1", "worksheet", "worksheets/sheet1.bin"), ("s2", "sharedStrings", "sharedStrings.bin"), ("s3", "styles", "styles.bin"))))
        .Add("xl/worksheets/_rels/sheet1.bin.rels", Encoding.UTF8.GetBytes(OfficeFile.Relationships(("c", "comments", "../comments1.bin"))))
        .Add("xl/workbook.bin", Record(156, [.. U32(1), .. U32(1), .. Text("s1"), .. Text("Q3")]))
        .Add("xl/sharedStrings.bin", [.. Record(19, [0, .. Text("shared")]), .. Record(19, [0, .. Text("never shown")])])
        .Add("xl/styles.bin", [.. Record(617, U32(2)), .. Record(47, [0, 0, 0, 0]), .. Record(47, [0, 0, 10, 0]), .. Record(618, [])])
        .Add("xl/comments1.bin", [.. Record(632, Text("Anne Roy")), .. Record(635, [.. U32(0), .. U32(2), .. U32(2), .. U32(1), .. U32(1), .. new byte[16]]), .. Record(637, [0, .. Text("too high")])])
        .Add("xl/worksheets/sheet1.bin", [.. sheet.SelectMany(record => record)])
        .ToArray();

    private static byte[] Cell(int type, uint column, uint style, byte[] value) => Record(type, [.. U32(column), .. U32(style), .. value]);

    private static byte[] Record(int type, byte[] payload)
    {
        byte[] typeBytes = type < 128 ? [(byte)type] : [(byte)((type & 127) | 128), (byte)(type >> 7)];
        byte[] length = payload.Length < 128 ? [(byte)payload.Length] : [(byte)((payload.Length & 127) | 128), (byte)(payload.Length >> 7)];
        return [.. typeBytes, .. length, .. payload];
    }

    private static byte[] Text(string text) => [.. U32((uint)text.Length), .. Encoding.Unicode.GetBytes(text)];

    private static byte[] U32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
