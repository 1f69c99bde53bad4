namespace Dlp.Documents.OldOffice;

/// <summary>The records of a workbook: its sheets, what they share, and the pictures; <see cref="ExcelNames"/> and <see cref="ExcelCells"/> read the others.</summary>
internal sealed class ExcelWorkbook
{
    private const int MaxSharedStrings = 2_000_000;
    private const int Chart = 0x0020;

    private readonly OpenedFile _file;
    private readonly ExcelDialect _dialect = new();
    private readonly List<(int Offset, Place Place)> _sheets = [];
    private readonly List<string> _strings = [];
    private readonly ExcelSheet _sheet;
    private readonly ExcelFormats _formats = new();
    private readonly ExcelNames _names;
    private readonly ExcelCells _cells;
    private readonly List<ReadOnlyMemory<byte>> _pictures = [];
    private int _depth;
    private int _sheetNumber;

    public ExcelWorkbook(OpenedFile file)
    {
        _file = file;
        _sheet = new ExcelSheet(_file.Text);
        _names = new ExcelNames(_file.Text, _dialect);
        _cells = new ExcelCells(_file, _dialect, _sheet, _formats, _strings);
    }

    /// <summary>Reads a stream of records; false when it is encrypted.</summary>
    public bool Read(ReadOnlyMemory<byte> stream)
    {
        if (!ExcelDecryption.TryDecrypt(ref stream, _file))
            return false;
        _depth = 0;
        foreach (var record in ExcelRecord.Read(stream, _file.Token))
        {
            if (_file.Text.IsFull)
                return true;
            try
            {
                Read(record);
            }
            catch (Exception fault) when (fault is ArgumentException or IndexOutOfRangeException or OverflowException)
            {
                // One damaged record; the others stand.
                _file.Text.Miss(new("a part of the workbook is damaged", "une partie du classeur est endommagée"));
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
        foreach (var record in ExcelRecord.Read(stream, _file.Token))
        {
            if (record.Type == text)
                _file.Text.Add(Place.PivotCache, _dialect.Strings(record).ReadString());
            else if (record.Type == number)
                _file.Text.Add(Place.PivotCache, ExcelFormats.Raw(record.Data.DoubleAt(0)));
            else if (record.Type == field)
                _file.Text.Add(Place.PivotCache, _dialect.StringsAfter(record, 14).ReadString());
        }
    }

    private void ReadPictures()
    {
        if (_pictures.Count > 0 && _file.Budget.TakeDecoded(_pictures.Sum(piece => (long)piece.Length)))
            OfficeArt.ReadPictures(_file, _pictures.SelectMany(piece => piece.ToArray()).ToArray());
        else if (_pictures.Count > 0)
            _file.Text.Refuse(PartStatus.TooLarge, new("its pictures are over the limit of decoded bytes and were not read", "ses images dépassent la limite d'octets décodés et n'ont pas été lues"));
        _pictures.Clear();
    }

    private void Read(ExcelRecord record)
    {
        var data = record.Data;
        switch (record.Type)
        {
            case 0x0809 or 0x0009 or 0x0209 or 0x0409:
                Begin(record);
                break;
            case 0x000A:
                End();
                break;
            case 0x0042:
                _dialect.CodePage = data.UInt16At(0) is 0x8001 or 1200 ? CodePage.Western : data.UInt16At(0) is 0x8000 ? 10000 : data.UInt16At(0);
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
                if (_dialect.Version >= 5)
                    _formats.Numbers.AddCode(data.UInt16At(0), _dialect.StringsAfter(record, 2).ReadString(hasLongLength: _dialect.IsWide));
                break;
            case 0x00E0:
                _formats.Numbers.AddStyle(data.UInt16At(2));
                break;
            case 0x005C when _dialect.Version == 8:
                _file.Text.Add(Place.Metadata("User"), _dialect.Strings(record).ReadString().Trim());
                break;
            case 0x00EB:
                _pictures.AddRange(record.Segments);
                break;
            default:
                if (!_names.TryRead(record))
                    _cells.Read(record);
                break;
        }
    }

    /// <summary>A workbook's part begins ([MS-XLS] 2.4.21): the globals, a sheet, a chart in a sheet.</summary>
    private void Begin(ExcelRecord record)
    {
        if (_depth == 0 && record.Type != 0x0809)
        {
            _dialect.Version = record.Type switch
            {
                0x0009 => 2,
                0x0209 => 3,
                _ => 4,
            };
        }
        else if (_depth == 0)
        {
            _dialect.Version = record.Data.UInt16At(0) >= 0x0600 ? 8 : 5;
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
        _cells.End();
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
        var name = string.Concat(_dialect.StringsAfter(record, 6).ReadString(hasLongLength: false).Where(character => !char.IsControl(character)).Take(60));
        _sheets.Add(((int)Math.Min(data.UInt32At(0), int.MaxValue), Place.Sheet(name, visibility)));
        _file.Text.Add(Place.SheetName, name);
    }

    private void ReadSharedStrings(ExcelRecord record)
    {
        var reader = _dialect.Strings(record);
        reader.Skip(4);
        var count = Math.Min(reader.ReadUInt32(), MaxSharedStrings);
        for (var i = 0; i < count && !reader.IsAtEnd; i++)
        {
            if (i % 1024 == 0)
                _file.Token.ThrowIfCancellationRequested();
            _strings.Add(reader.ReadRich(out var phonetic));
            if (phonetic.Length > 0)
                _file.Text.Add(Place.PhoneticText, phonetic);
        }
    }
}
