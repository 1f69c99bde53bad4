using Dlp.Documents.CompoundFiles;

namespace Dlp.Documents.OldOffice;

/// <summary>The records of a sheet: cells as shown and as held, notes, text boxes, headers, links, prompts, texts in formulas, chart titles.</summary>
/// <param name="file">Takes what drawings say.</param>
/// <param name="dialect">How the records are written.</param>
/// <param name="sheet">Takes the texts.</param>
/// <param name="formats">Of numbers.</param>
/// <param name="strings">Shared by the cells.</param>
internal sealed class ExcelCells(OpenedFile file, ExcelDialect dialect, ExcelSheet sheet, ExcelFormats formats, IReadOnlyList<string> strings)
{
    private int _lastObject;
    private (int Row, int Column)? _awaitsString;

    /// <summary>Reads a record; any other is passed over.</summary>
    public void Read(ExcelRecord record)
    {
        var data = record.Data;
        switch (record.Type)
        {
            case 0x00FD:
                var index = data.UInt32At(6);
                if (index < strings.Count)
                    sheet.AddCell(data.UInt16At(0), data.UInt16At(2), strings[(int)index]);
                break;
            case 0x0204 or 0x00D6 or 0x0004:
                sheet.AddCell(data.UInt16At(0), data.UInt16At(2), dialect.StringsAfter(record, dialect.Version == 2 ? 7 : 6).ReadString(hasLongLength: dialect.Version > 2));
                break;
            case 0x0203 or 0x0003:
                AddNumber(data.UInt16At(0), data.UInt16At(2), data.DoubleAt(dialect.Version == 2 ? 7 : 6), data.UInt16At(4));
                break;
            case 0x0002 when dialect.Version == 2:
                AddNumber(data.UInt16At(0), data.UInt16At(2), data.UInt16At(7), -1);
                break;
            case 0x027E:
                AddNumber(data.UInt16At(0), data.UInt16At(2), Number(data.UInt32At(6)), data.UInt16At(4));
                break;
            case 0x00BD:
                for (var i = 0; 4 + (6 * (i + 1)) <= data.Length - 2; i++)
                    AddNumber(data.UInt16At(0), data.UInt16At(2) + i, Number(data.UInt32At(6 + (6 * i))), data.UInt16At(4 + (6 * i)));
                break;
            case 0x0205 or 0x0005:
                var boolean = dialect.Version == 2 ? 7 : 6;
                if (data.ByteAt(boolean + 1) == 0)
                    sheet.AddCell(data.UInt16At(0), data.UInt16At(2), data.ByteAt(boolean) != 0 ? "TRUE" : "FALSE");
                break;
            case 0x0006 or 0x0206 or 0x0406:
                ReadFormula(data);
                break;
            case 0x04BC:
                AddFormulaTexts(data.At(10, data.UInt16At(8)), null);
                break;
            case 0x0221:
                AddFormulaTexts(data.At(14, data.UInt16At(12)), null);
                break;
            case 0x0014:
                AddHeader(Place.Header, record);
                break;
            case 0x0015:
                AddHeader(Place.Footer, record);
                break;
            case 0x089C:
                var headers = dialect.StringsAfter(record, 38);
                for (var i = 0; i < 4; i++)
                    sheet.Add(Place.HeaderOrFooter, ExcelHeader.Plain(headers.ReadString()));
                break;
            case 0x001C:
                ReadNote(record);
                break;
            case 0x005D:
                _lastObject = data.UInt16At(6);
                break;
            case 0x01B6:
                ReadTextBox(record);
                break;
            case 0x00EC:
                var drawing = record.Segments.Count == 1 ? record.Segments[0] : record.Segments.SelectMany(segment => segment.ToArray()).ToArray();
                sheet.Add(Place.Shape, OfficeArt.ReadShapeTexts(drawing.Span, file.Token));
                break;
            case 0x01B8:
                sheet.Add(Place.Link, PrintableRuns.Of(data.At(24, data.Length)));
                break;
            case 0x01BE:
                var prompts = dialect.StringsAfter(record, 4);
                for (var i = 0; i < 4; i++)
                    sheet.Add(Place.Prompt, prompts.ReadString().Trim('\0'));

                // The two formulas behind them, each with its length (DVParsedFormula); a list of choices is one text, with zeros between.
                for (var i = 0; i < 2; i++)
                {
                    var length = prompts.ReadUInt16();
                    prompts.Skip(2);
                    sheet.Add(Place.DataValidation, ExcelFormula.ReadTexts(prompts.ReadBytes(length)).Replace('\0', '\n'));
                }

                break;
            case 0x01B1:
                // CF: the formulas stand at its end.
                int first = data.UInt16At(2), second = data.UInt16At(4);
                sheet.Add(Place.ConditionalFormat, ExcelFormula.ReadTexts(data.At(data.Length - first - second, first)));
                sheet.Add(Place.ConditionalFormat, ExcelFormula.ReadTexts(data.At(data.Length - second, second)));
                break;
            case 0x100D:
                sheet.Add(Place.Chart, dialect.StringsAfter(record, 2).ReadString(hasLongLength: false));
                break;
            case 0x0207 or 0x0007 when _awaitsString is var (row, column):
                _awaitsString = null;
                sheet.AddCell(row, column, dialect.Strings(record).ReadString(hasLongLength: dialect.Version > 2));
                break;
            default:
                break;
        }
    }

    /// <summary>The sheet ends.</summary>
    public void End() => _awaitsString = null;

    private void ReadFormula(ReadOnlySpan<byte> data)
    {
        int row = data.UInt16At(0), column = data.UInt16At(2);
        var at = dialect.Version == 2 ? 7 : 6;
        if (data.UInt16At(at + 6) != 0xFFFF)
            AddNumber(row, column, data.DoubleAt(at), data.UInt16At(4));
        else if (data.ByteAt(at) == 0)
            _awaitsString = (row, column);
        else if (data.ByteAt(at) == 1)
            sheet.AddCell(row, column, data.ByteAt(at + 2) != 0 ? "TRUE" : "FALSE");
        if (dialect.Version == 8)
            AddFormulaTexts(data.At(22, data.UInt16At(20)), (row, column));
    }

    private void AddFormulaTexts(ReadOnlySpan<byte> tokens, (int Row, int Column)? cell)
    {
        if (dialect.Version == 8 && ExcelFormula.ReadTexts(tokens) is { Length: > 0 } texts)
            sheet.AddFormula(cell, texts);
    }

    /// <summary>[MS-XLS] 2.4.179: in BIFF8 who wrote a note, whose text is a text box; in BIFF5 the note.</summary>
    private void ReadNote(ExcelRecord record)
    {
        var data = record.Data;
        int row = data.UInt16At(0), column = data.UInt16At(2);
        sheet.FlushRow();
        if (!dialect.IsWide)
        {
            sheet.AddNote(row, column, dialect.Text(data.At(6, data.Length)));
            return;
        }

        sheet.AddNote(row, column, data.UInt16At(6));
        sheet.AddNote(row, column, dialect.StringsAfter(record, 8).ReadString());
    }

    /// <summary>[MS-XLS] 2.4.329, TxO: the characters are in the record that continues it.</summary>
    private void ReadTextBox(ExcelRecord record)
    {
        int count = record.Data.UInt16At(10);
        if (count == 0 || record.Segments.Count < 2)
            return;
        var text = dialect.StringsAfter(record, record.Data.Length).ReadCharacters(count).Replace('\r', '\n');
        _lastObject = sheet.KeepBox(_lastObject, text);
    }

    private void AddHeader(Place kind, ExcelRecord record)
    {
        if (record.Data.Length > 0)
            sheet.Add(kind, ExcelHeader.Plain(dialect.Strings(record).ReadString(hasLongLength: dialect.IsWide)));
    }

    /// <summary>[MS-XLS] 2.5.217, RkNumber.</summary>
    private static double Number(uint rk)
    {
        var value = (rk & 2) != 0 ? (int)rk >> 2 : BitConverter.UInt64BitsToDouble((ulong)(rk & 0xFFFF_FFFC) << 32);
        return (rk & 1) != 0 ? value / 100 : value;
    }

    private void AddNumber(int row, int column, double value, int cellFormat)
    {
        // The numbers of a chart are the cells' own.
        if (!sheet.IsInChart)
            sheet.AddCell(row, column, dialect.Version >= 5 ? formats.Display(value, cellFormat) : ExcelFormats.Raw(value));
    }
}
