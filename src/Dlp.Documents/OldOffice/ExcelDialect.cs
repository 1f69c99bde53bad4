namespace Dlp.Documents.OldOffice;

/// <summary>How a workbook writes its records: the version of BIFF, and the code page of its strings before the eighth.</summary>
internal sealed class ExcelDialect
{
    /// <summary>2, 3, 4, 5 or 8.</summary>
    public int Version { get; set; } = 8;

    public int CodePage { get; set; } = Documents.CodePage.Western;

    /// <summary>Whether strings are Unicode, with flags before them.</summary>
    public bool IsWide => Version == 8;

    public ExcelRecordReader Strings(ExcelRecord record) => new(record, IsWide, CodePage);

    public ExcelRecordReader StringsAfter(ExcelRecord record, int offset)
    {
        var reader = Strings(record);
        reader.Skip(offset);
        return reader;
    }

    /// <summary>Bytes that are text to their end.</summary>
    public string Text(ReadOnlySpan<byte> bytes) => Documents.CodePage.Of(CodePage).GetString(bytes);
}
