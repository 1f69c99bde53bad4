namespace Dlp.Documents.OldOffice;

/// <summary>What a workbook names and what it draws on: defined names, other workbooks with the values kept of them, data connections.</summary>
internal sealed class ExcelNames(AttachmentText text, ExcelDialect dialect)
{
    /// <summary>Reads a record; false when it is none of these.</summary>
    public bool TryRead(ExcelRecord record)
    {
        var data = record.Data;
        switch (record.Type)
        {
            case 0x0018 or 0x0218:
                ReadName(record);
                return true;
            case 0x0023 or 0x0223:
                if (dialect.IsWide)
                    text.Add(Place.ExternalName, dialect.StringsAfter(record, 6).ReadString(hasLongLength: false));
                return true;
            case 0x01AE:
                ReadExternalBook(record);
                return true;
            case 0x0017 or 0x0016:
                if (!dialect.IsWide && record.Type == 0x0017 && data.Length > 2)
                    text.Add(Place.ExternalLink, Printable(dialect.Text(data[1..])));
                return true;
            case 0x005A:
                ReadExternalValues(record);
                return true;
            case 0x00CD:
                text.Add(Place.DataConnection, dialect.Strings(record).ReadString());
                return true;
            case 0x0804:
                text.Add(Place.DataConnection, dialect.StringsAfter(record, 4).ReadString());
                return true;
            default:
                return false;
        }
    }

    private void ReadName(ExcelRecord record)
    {
        var data = record.Data;
        const int header = 14;
        if (dialect.Version < 5)
            return;
        var isBuiltIn = (data.UInt16At(0) & 0x0020) != 0;
        int length = data.ByteAt(3);
        var name = dialect.StringsAfter(record, header).ReadCharacters(length);
        if (!isBuiltIn)
            text.Add(Place.DefinedName, name);
        if (!dialect.IsWide)
            return;
        var tokens = header + 1 + ((data.ByteAt(header) & 1) != 0 ? 2 * length : length);
        text.Add(Place.DefinedName, ExcelFormula.ReadTexts(data.At(tokens, data.UInt16At(4))));
    }

    /// <summary>[MS-XLS] 2.4.271, SupBook: the path of another workbook and its sheets.</summary>
    private void ReadExternalBook(ExcelRecord record)
    {
        const int self = 0x0401, addIn = 0x3A01;
        if (record.Data.UInt16At(2) is self or addIn)
            return;
        int sheets = record.Data.UInt16At(0);
        var reader = dialect.StringsAfter(record, 2);
        text.Add(Place.ExternalLink, Printable(reader.ReadString()));
        for (var i = 0; i < sheets && !reader.IsAtEnd; i++)
            text.Add(Place.ExternalLink, reader.ReadString());
    }

    /// <summary>[MS-XLS] 2.4.63, CRN: values of another workbook that were kept.</summary>
    private void ReadExternalValues(ExcelRecord record)
    {
        int last = record.Data.ByteAt(0), first = record.Data.ByteAt(1);
        var reader = dialect.StringsAfter(record, 4);
        for (var i = first; i <= last && !reader.IsAtEnd; i++)
        {
            switch (reader.ReadByte())
            {
                case 1:
                    text.Add(Place.ExternalValues, ExcelFormats.Raw(BitConverter.UInt64BitsToDouble(reader.ReadUInt32() | ((ulong)reader.ReadUInt32() << 32))));
                    break;
                case 2:
                    text.Add(Place.ExternalValues, reader.ReadString());
                    break;
                default:
                    reader.Skip(8);
                    break;
            }
        }
    }

    /// <summary>A path as Excel encodes it ([MS-XLS] 2.5.277): control characters stand for separators.</summary>
    private static string Printable(string path) => string.Concat(path.Select(character => character < ' ' ? '/' : character)).TrimStart('/');
}
