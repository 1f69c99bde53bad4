using Dlp.Documents.CompoundFiles;

namespace Dlp.Documents.OldOffice;

/// <summary>
/// The records of a workbook: cells as shown and as held, notes, text boxes, names, headers, links, prompts, external values, texts in formulas, chart titles.
/// </summary>
internal sealed class ExcelWorkbook(OpenedFile file)
{
    private const int MaxSharedStrings = 2_000_000;
    private const int Chart = 0x0020;

    private readonly List<(int Offset, Place Place)> _sheets = [];
    private readonly List<string> _strings = [];
    private readonly ExcelSheet _sheet = new(file.Text);
    private readonly ExcelFormats _formats = new();
    private readonly List<ReadOnlyMemory<byte>> _pictures = [];
    private int _version = 8;
    private int _codePage = CodePage.Western;
    private int _depth;
    private int _sheetNumber;
    private int _lastObject;
    private (int Row, int Column)? _awaitsString;

    private bool IsWide => _version == 8;

    /// <summary>Reads a stream of records; false when it is encrypted.</summary>
    public bool Read(ReadOnlyMemory<byte> stream)
    {
        if (!ExcelDecryption.TryDecrypt(ref stream, file))
            return false;
        _depth = 0;
        foreach (var record in ExcelRecord.Read(stream, file.Token))
        {
            if (file.Text.IsFull)
                return true;
            try
            {
                Read(record);
            }
            catch (Exception fault) when (fault is ArgumentException or IndexOutOfRangeException or OverflowException)
            {
                // One damaged record; the others stand.
                file.Text.Miss(new("a part of the workbook is damaged", "une partie du classeur est endommagée"));
            }
        }

        EndSheet();
        ReadPictures();
        return true;
    }

    /// <summary>Reads what a pivot table was made of ([MS-XLS] 2.1.7.10), which stays in the file when its source does not.</summary>
    public void ReadPivotCache(ReadOnlyMemory<byte> stream)
    {
        const int text = 0x00CD, number = 0x00C9, field = 0x00C7;
        foreach (var record in ExcelRecord.Read(stream, file.Token))
        {
            if (record.Type == text)
                file.Text.Add(Place.PivotCache, Strings(record).ReadString());
            else if (record.Type == number)
                file.Text.Add(Place.PivotCache, ExcelFormats.Raw(record.Data.DoubleAt(0)));
            else if (record.Type == field)
                file.Text.Add(Place.PivotCache, StringsAfter(record, 14).ReadString());
        }
    }

    private void ReadPictures()
    {
        if (_pictures.Count > 0 && file.Budget.TakeDecoded(_pictures.Sum(piece => (long)piece.Length)))
            OfficeArt.ReadPictures(file, _pictures.SelectMany(piece => piece.ToArray()).ToArray());
        else if (_pictures.Count > 0)
            file.Text.Refuse(PartStatus.TooLarge, new("its pictures are over the limit of decoded bytes and were not read", "ses images dépassent la limite d'octets décodés et n'ont pas été lues"));
        _pictures.Clear();
    }

    private void Read(ExcelRecord record)
    {
        var data = record.Data;
        if (_awaitsString is { } cell && record.Type is 0x0207 or 0x0007)
        {
            _awaitsString = null;
            _sheet.AddCell(cell.Row, cell.Column, Strings(record).ReadString(hasLongLength: _version > 2));
            return;
        }

        switch (record.Type)
        {
            case 0x0809 or 0x0009 or 0x0209 or 0x0409:
                Begin(record);
                break;
            case 0x000A:
                End();
                break;
            case 0x0042:
                _codePage = data.UInt16At(0) is 0x8001 or 1200 ? CodePage.Western : data.UInt16At(0) is 0x8000 ? 10000 : data.UInt16At(0);
                break;
            case 0x0022:
                _formats.Numbers.IsDate1904 = data.UInt16At(0) != 0;
                break;
            case 0x0085:
                AddSheet(record);
                break;
            case 0x00FC:
                ReadSharedStrings(record);
                break;
            case 0x041E or 0x001E:
                if (_version >= 5)
                    _formats.Numbers.AddCode(data.UInt16At(0), StringsAfter(record, 2).ReadString(hasLongLength: IsWide));
                break;
            case 0x00E0:
                _formats.Numbers.AddStyle(data.UInt16At(2));
                break;
            case 0x005C when _version == 8:
                file.Text.Add(Place.Metadata("User"), Strings(record).ReadString().Trim());
                break;
            case 0x0018 or 0x0218:
                ReadName(record);
                break;
            case 0x0023 or 0x0223:
                if (IsWide)
                    file.Text.Add(Place.ExternalName, StringsAfter(record, 6).ReadString(hasLongLength: false));
                break;
            case 0x01AE:
                ReadExternalBook(record);
                break;
            case 0x0017 or 0x0016:
                if (!IsWide && record.Type == 0x0017 && data.Length > 2)
                    file.Text.Add(Place.ExternalLink, Printable(CodePage.Of(_codePage).GetString(data[1..])));
                break;
            case 0x005A:
                ReadExternalValues(record);
                break;
            case 0x00EB:
                _pictures.AddRange(record.Segments);
                break;
            case 0x00CD:
                file.Text.Add(Place.DataConnection, Strings(record).ReadString());
                break;
            case 0x0804:
                file.Text.Add(Place.DataConnection, StringsAfter(record, 4).ReadString());
                break;
            default:
                ReadInSheet(record);
                break;
        }
    }

    private void ReadInSheet(ExcelRecord record)
    {
        var data = record.Data;
        switch (record.Type)
        {
            case 0x00FD:
                var index = data.UInt32At(6);
                if (index < _strings.Count)
                    _sheet.AddCell(data.UInt16At(0), data.UInt16At(2), _strings[(int)index]);
                break;
            case 0x0204 or 0x00D6 or 0x0004:
                _sheet.AddCell(data.UInt16At(0), data.UInt16At(2), StringsAfter(record, _version == 2 ? 7 : 6).ReadString(hasLongLength: _version > 2));
                break;
            case 0x0203 or 0x0003:
                AddNumber(data.UInt16At(0), data.UInt16At(2), data.DoubleAt(_version == 2 ? 7 : 6), data.UInt16At(4));
                break;
            case 0x0002 when _version == 2:
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
                var boolean = _version == 2 ? 7 : 6;
                if (data.ByteAt(boolean + 1) == 0)
                    _sheet.AddCell(data.UInt16At(0), data.UInt16At(2), data.ByteAt(boolean) != 0 ? "TRUE" : "FALSE");
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
                var headers = StringsAfter(record, 38);
                for (var i = 0; i < 4; i++)
                    _sheet.Add(Place.HeaderOrFooter, ExcelHeader.Plain(headers.ReadString()));
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
                _sheet.Add(Place.Shape, OfficeArt.ReadShapeTexts(drawing.Span, file.Token));
                break;
            case 0x01B8:
                _sheet.Add(Place.Link, PrintableRuns.Of(data.At(24, data.Length)));
                break;
            case 0x01BE:
                var prompts = StringsAfter(record, 4);
                for (var i = 0; i < 4; i++)
                    _sheet.Add(Place.Prompt, prompts.ReadString().Trim('\0'));
                break;
            case 0x100D:
                _sheet.Add(Place.Chart, StringsAfter(record, 2).ReadString(hasLongLength: false));
                break;
            default:
                break;
        }
    }

    private ExcelRecordReader Strings(ExcelRecord record) => new(record, IsWide, _codePage);

    private ExcelRecordReader StringsAfter(ExcelRecord record, int offset)
    {
        var reader = Strings(record);
        reader.Skip(offset);
        return reader;
    }

    /// <summary>A workbook's part begins ([MS-XLS] 2.4.21): the globals, a sheet, a chart in a sheet.</summary>
    private void Begin(ExcelRecord record)
    {
        if (_depth == 0 && record.Type != 0x0809)
        {
            _version = record.Type switch
            {
                0x0009 => 2,
                0x0209 => 3,
                _ => 4,
            };
        }
        else if (_depth == 0)
        {
            _version = record.Data.UInt16At(0) >= 0x0600 ? 8 : 5;
        }

        var type = record.Data.UInt16At(2);
        _depth++;
        if (_depth > 1)
        {
            _sheet.IsInChart |= type == Chart;
            return;
        }

        EndSheet();
        if (type is 0x0005 or 0x0100)
        {
            _sheet.Begin(null, isChart: false);
            return;
        }

        var listed = _sheets.FindIndex(sheet => sheet.Offset == record.Offset);
        var place = listed >= 0 ? _sheets[listed].Place : _sheetNumber < _sheets.Count ? _sheets[_sheetNumber].Place : Place.Sheet($"{_sheetNumber + 1}");
        _sheetNumber++;
        _sheet.Begin(place, type == Chart);
    }

    private void End()
    {
        _depth = Math.Max(0, _depth - 1);
        if (_depth == 1)
            _sheet.IsInChart = false;
        if (_depth == 0)
            EndSheet();
    }

    private void EndSheet()
    {
        _sheet.End();
        _awaitsString = null;
    }

    /// <summary>[MS-XLS] 2.4.28, BoundSheet8.</summary>
    private void AddSheet(ExcelRecord record)
    {
        var data = record.Data;
        var visibility = (data.ByteAt(4) & 3) switch
        {
            1 => Visibility.Hidden,
            2 => Visibility.VeryHidden,
            _ => Visibility.Shown,
        };
        var name = string.Concat(StringsAfter(record, 6).ReadString(hasLongLength: false).Where(character => !char.IsControl(character)).Take(60));
        _sheets.Add(((int)Math.Min(data.UInt32At(0), int.MaxValue), Place.Sheet(name, visibility)));
        file.Text.Add(Place.SheetName, name);
    }

    private void ReadSharedStrings(ExcelRecord record)
    {
        var reader = Strings(record);
        reader.Skip(4);
        var count = Math.Min(reader.ReadUInt32(), MaxSharedStrings);
        for (var i = 0; i < count && !reader.IsAtEnd; i++)
        {
            if (i % 1024 == 0)
                file.Token.ThrowIfCancellationRequested();
            _strings.Add(reader.ReadRich(out var phonetic));
            if (phonetic.Length > 0)
                file.Text.Add(Place.PhoneticText, phonetic);
        }
    }

    private void ReadFormula(ReadOnlySpan<byte> data)
    {
        int row = data.UInt16At(0), column = data.UInt16At(2);
        var at = _version == 2 ? 7 : 6;
        if (data.UInt16At(at + 6) != 0xFFFF)
            AddNumber(row, column, data.DoubleAt(at), data.UInt16At(4));
        else if (data.ByteAt(at) == 0)
            _awaitsString = (row, column);
        else if (data.ByteAt(at) == 1)
            _sheet.AddCell(row, column, data.ByteAt(at + 2) != 0 ? "TRUE" : "FALSE");
        if (_version == 8)
            AddFormulaTexts(data.At(22, data.UInt16At(20)), (row, column));
    }

    private void AddFormulaTexts(ReadOnlySpan<byte> tokens, (int Row, int Column)? cell)
    {
        if (_version == 8 && ExcelFormula.ReadTexts(tokens) is { Length: > 0 } texts)
            _sheet.AddFormula(cell, texts);
    }

    private void ReadName(ExcelRecord record)
    {
        var data = record.Data;
        const int header = 14;
        if (_version < 5)
            return;
        var isBuiltIn = (data.UInt16At(0) & 0x0020) != 0;
        int length = data.ByteAt(3);
        var name = StringsAfter(record, header).ReadCharacters(length);
        if (!isBuiltIn)
            file.Text.Add(Place.DefinedName, name);
        if (!IsWide)
            return;
        var tokens = header + 1 + ((data.ByteAt(header) & 1) != 0 ? 2 * length : length);
        file.Text.Add(Place.DefinedName, ExcelFormula.ReadTexts(data.At(tokens, data.UInt16At(4))));
    }

    /// <summary>[MS-XLS] 2.4.271, SupBook: the path of another workbook and its sheets.</summary>
    private void ReadExternalBook(ExcelRecord record)
    {
        const int self = 0x0401, addIn = 0x3A01;
        if (record.Data.UInt16At(2) is self or addIn)
            return;
        int sheets = record.Data.UInt16At(0);
        var reader = StringsAfter(record, 2);
        file.Text.Add(Place.ExternalLink, Printable(reader.ReadString()));
        for (var i = 0; i < sheets && !reader.IsAtEnd; i++)
            file.Text.Add(Place.ExternalLink, reader.ReadString());
    }

    /// <summary>[MS-XLS] 2.4.63, CRN: values of another workbook that were kept.</summary>
    private void ReadExternalValues(ExcelRecord record)
    {
        int last = record.Data.ByteAt(0), first = record.Data.ByteAt(1);
        var reader = StringsAfter(record, 4);
        for (var i = first; i <= last && !reader.IsAtEnd; i++)
        {
            switch (reader.ReadByte())
            {
                case 1:
                    file.Text.Add(Place.ExternalValues, ExcelFormats.Raw(BitConverter.UInt64BitsToDouble(reader.ReadUInt32() | ((ulong)reader.ReadUInt32() << 32))));
                    break;
                case 2:
                    file.Text.Add(Place.ExternalValues, reader.ReadString());
                    break;
                default:
                    reader.Skip(8);
                    break;
            }
        }
    }

    /// <summary>[MS-XLS] 2.4.179: in BIFF8 who wrote a note, whose text is a text box; in BIFF5 the note.</summary>
    private void ReadNote(ExcelRecord record)
    {
        var data = record.Data;
        int row = data.UInt16At(0), column = data.UInt16At(2);
        _sheet.FlushRow();
        if (!IsWide)
        {
            _sheet.AddNote(row, column, CodePage.Of(_codePage).GetString(data.At(6, data.Length)));
            return;
        }

        _sheet.AddNote(row, column, data.UInt16At(6));
        _sheet.AddNote(row, column, StringsAfter(record, 8).ReadString());
    }

    /// <summary>[MS-XLS] 2.4.329, TxO: the characters are in the record that continues it.</summary>
    private void ReadTextBox(ExcelRecord record)
    {
        int count = record.Data.UInt16At(10);
        if (count == 0 || record.Segments.Count < 2)
            return;
        var text = StringsAfter(record, record.Data.Length).ReadCharacters(count).Replace('\r', '\n');
        _lastObject = _sheet.KeepBox(_lastObject, text);
    }

    private void AddHeader(Place kind, ExcelRecord record)
    {
        if (record.Data.Length > 0)
            _sheet.Add(kind, ExcelHeader.Plain(Strings(record).ReadString(hasLongLength: IsWide)));
    }

    /// <summary>A path as Excel encodes it ([MS-XLS] 2.5.277): control characters stand for separators.</summary>
    private static string Printable(string path) => string.Concat(path.Select(character => character < ' ' ? '/' : character)).TrimStart('/');

    /// <summary>[MS-XLS] 2.5.217, RkNumber.</summary>
    private static double Number(uint rk)
    {
        var value = (rk & 2) != 0 ? (int)rk >> 2 : BitConverter.UInt64BitsToDouble((ulong)(rk & 0xFFFF_FFFC) << 32);
        return (rk & 1) != 0 ? value / 100 : value;
    }

    private void AddNumber(int row, int column, double value, int cellFormat)
    {
        // The numbers of a chart are the cells' own.
        if (!_sheet.IsInChart)
            _sheet.AddCell(row, column, _version >= 5 ? _formats.Display(value, cellFormat) : ExcelFormats.Raw(value));
    }
}
