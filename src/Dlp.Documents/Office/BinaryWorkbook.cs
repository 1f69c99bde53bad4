using System.Buffers.Binary;
using System.Globalization;

namespace Dlp.Documents.Office;

/// <summary>The parts of a binary workbook, XLSB ([MS-XLSB] 2.1.7, 2.4): the same as of any workbook, in records.</summary>
internal static class BinaryWorkbook
{
    private const int RecordsBetweenLooks = 1_024;
    private const int CellHeader = 8;

    /// <summary>The list of sheets; gives their relationships and places.</summary>
    public static List<(string Id, Place Place)> ReadWorkbook(AttachmentText text, ReadOnlySpan<byte> bytes, NumberFormats formats)
    {
        var sheets = new List<(string, Place)>();
        var records = new BinaryRecords(bytes);
        while (records.Read())
        {
            switch ((BinaryRecord)records.Type)
            {
                case BinaryRecord.WorkbookProperties:
                    formats.IsDate1904 = (BinaryRecords.U32(records.Payload, 0) & 1) != 0;
                    break;
                case BinaryRecord.Sheet when records.Payload.Length >= CellHeader:
                    var id = BinaryRecords.Text(records.Payload[8..], out var rest);
                    sheets.Add((id, Place.Sheet(BinaryRecords.Text(rest, out _), BinaryRecords.U32(records.Payload, 0) switch
                    {
                        1 => Visibility.Hidden,
                        2 => Visibility.VeryHidden,
                        _ => Visibility.Shown,
                    })));
                    break;
                case BinaryRecord.Name:
                    BinaryStrings.Read(text, Place.DefinedName, records.Payload);
                    break;
                default:
                    break;
            }
        }

        return sheets;
    }

    public static void ReadStrings(ReadOnlySpan<byte> bytes, SharedStrings strings)
    {
        var records = new BinaryRecords(bytes);
        while (records.Read())
        {
            if (records.Type == (int)BinaryRecord.SharedString)
                strings.Add(RichText(records.Payload));
        }
    }

    public static void ReadStyles(ReadOnlySpan<byte> bytes, NumberFormats formats)
    {
        var records = new BinaryRecords(bytes);
        var isCell = false;
        while (records.Read())
        {
            switch ((BinaryRecord)records.Type)
            {
                case BinaryRecord.Format when records.Payload.Length > 2:
                    formats.AddCode(BinaryPrimitives.ReadUInt16LittleEndian(records.Payload), BinaryRecords.Text(records.Payload[2..], out _));
                    break;
                case BinaryRecord.BeginCellStyles:
                    isCell = true;
                    break;
                case BinaryRecord.EndCellStyles:
                    isCell = false;
                    break;
                case BinaryRecord.Style when isCell && records.Payload.Length >= 4:
                    formats.AddStyle(BinaryPrimitives.ReadUInt16LittleEndian(records.Payload[2..]));
                    break;
                default:
                    break;
            }
        }
    }

    public static void ReadComments(OfficePart part, ReadOnlySpan<byte> bytes)
    {
        var records = new BinaryRecords(bytes);
        var cell = "";
        while (records.Read())
        {
            switch ((BinaryRecord)records.Type)
            {
                case BinaryRecord.CommentAuthor:
                    part.People.Add(BinaryRecords.Text(records.Payload, out _));
                    break;
                case BinaryRecord.Comment:
                    cell = CellReference.Of((int)(BinaryRecords.U32(records.Payload, 12) & 0xFFFFF) + 1, (int)(BinaryRecords.U32(records.Payload, 4) & 0xFFFFFF) + 1);
                    break;
                case BinaryRecord.CommentText:
                    WorkbookText.AddComment(part, cell, RichText(records.Payload));
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>A line a row; what is not a cell is searched for words.</summary>
    public static void ReadSheet(OfficePart part, ReadOnlySpan<byte> bytes, Workbook workbook)
    {
        var sheet = part.Owner ?? Place.UnlistedSheet;
        var row = new List<(Place Place, string Text)>();
        var formulas = new List<(Place Place, string Text)>();
        int rowNumber = 0, looked = 0;
        var records = new BinaryRecords(bytes);
        while (records.Read() && !part.Text.IsFull)
        {
            if (looked++ % RecordsBetweenLooks == 0)
                part.File.Token.ThrowIfCancellationRequested();
            if (records.Type == (int)BinaryRecord.Row)
            {
                EndRow();
                rowNumber = (int)(BinaryRecords.U32(records.Payload, 0) & 0xFFFFFF) + 1;
            }
            else if (IsCell(records.Type) && records.Payload.Length >= CellHeader)
            {
                AddCell(records.Type, records.Payload);
            }
            else if (!IsCell(records.Type) && (BinaryRecord)records.Type is not (BinaryRecord.SheetProperties or BinaryRecord.BeginSheetView))
            {
                EndRow();
                BinaryStrings.Read(part.Text, sheet, records.Payload);
            }
        }

        EndRow();
        if (records.IsCut)
            part.Text.Miss(new("a part of it is cut off; its beginning was read", "un de ses éléments est coupé ; seul le début en a été lu"));

        void AddCell(int type, ReadOnlySpan<byte> payload)
        {
            var place = sheet.At(CellReference.Of((int)(BinaryRecords.U32(payload, 0) & 0xFFFFF) + 1, rowNumber));
            row.Add((place, ValueOf(type, payload, workbook, out var formula)));
            if (!formula.IsEmpty)
                formulas.Add((Place.Formula.In(place), BinaryStrings.Of(formula)));
        }

        void EndRow()
        {
            part.Text.AddRow(row);
            foreach (var (place, literals) in formulas)
                part.Text.Add(place, literals);
            row.Clear();
            formulas.Clear();
        }
    }

    private static bool IsCell(int type) => (BinaryRecord)type is (>= BinaryRecord.Blank and <= BinaryRecord.FormulaError) or BinaryRecord.RichString;

    private static string ValueOf(int type, ReadOnlySpan<byte> payload, Workbook workbook, out ReadOnlySpan<byte> formula)
    {
        var style = (int)(BinaryRecords.U32(payload, 4) & 0xFFFFFF);
        var value = payload[CellHeader..];
        formula = [];
        switch ((BinaryRecord)type)
        {
            case BinaryRecord.Rk:
                return Number(Rk(BinaryRecords.U32(value, 0)));
            case BinaryRecord.Real:
                return Number(Double(value));
            case BinaryRecord.FormulaNumber:
                formula = value[Math.Min(8, value.Length)..];
                return Number(Double(value));
            case BinaryRecord.Boolean or BinaryRecord.FormulaBoolean:
                return value is [not 0, ..] ? "TRUE" : "FALSE";
            case BinaryRecord.Text:
                return BinaryRecords.Text(value, out _);
            case BinaryRecord.FormulaText:
                return BinaryRecords.Text(value, out formula);
            case BinaryRecord.SharedStringCell:
                return workbook.Strings.Use((int)(BinaryRecords.U32(value, 0) & int.MaxValue));
            case BinaryRecord.RichString:
                return RichText(value);
            default:
                return "";
        }

        string Number(double number) => workbook.Formats.Show(number.ToString("R", CultureInfo.InvariantCulture), style);
    }

    /// <summary>A flag byte, then a string ([MS-XLSB] 2.5.121).</summary>
    private static string RichText(ReadOnlySpan<byte> payload) => payload.IsEmpty ? "" : BinaryRecords.Text(payload[1..], out _);

    private static double Double(ReadOnlySpan<byte> value) => value.Length < 8 ? 0 : BinaryPrimitives.ReadDoubleLittleEndian(value);

    /// <summary>Thirty bits of a whole number or of the upper half of a double, perhaps times a hundred ([MS-XLSB] 2.5.122).</summary>
    private static double Rk(uint rk)
    {
        var number = (rk & 2) != 0 ? (int)rk >> 2 : BitConverter.Int64BitsToDouble((long)(rk & ~3u) << 32);
        return (rk & 1) != 0 ? number / 100 : number;
    }
}

/// <summary>Types of records ([MS-XLSB] 2.3.2) that hold text or numbers.</summary>
internal enum BinaryRecord
{
    Row = 0,
    Blank = 1,
    Rk = 2,
    Error = 3,
    Boolean = 4,
    Real = 5,
    Text = 6,
    SharedStringCell = 7,
    FormulaText = 8,
    FormulaNumber = 9,
    FormulaBoolean = 10,
    FormulaError = 11,
    SharedString = 19,
    Name = 39,
    Format = 44,
    Style = 47,
    RichString = 62,
    BeginSheetView = 137,
    SheetProperties = 147,
    WorkbookProperties = 153,
    Sheet = 156,
    BeginCellStyles = 617,
    EndCellStyles = 618,
    CommentAuthor = 632,
    Comment = 635,
    CommentText = 637,
}
