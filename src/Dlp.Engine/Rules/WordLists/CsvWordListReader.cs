using System.Globalization;
using nietras.SeparatedValues;

namespace Dlp.Engine.Rules.WordLists;

/// <summary>
/// Reads terms from a column of a CSV file, quoted as in RFC 4180: the column that the first row calls <c>term</c> or <c>terme</c>, else
/// the first column, and then the first row is a term too. Columns are separated by the first of <c>; , |</c> or tab that the first row
/// is found to use.
/// </summary>
internal static class CsvWordListReader
{
    private const string NotClosed = "a quotation mark is not closed; close it, and write one inside a quoted cell twice";

    /// <summary>Adds the terms of a UTF-8 file.</summary>
    public static void Read(ReadOnlyMemory<byte> file, WordListBuilder list)
    {
        var line = 1;
        try
        {
            // Rows of uneven length are told with their line, all of them; Sep would stop at the first.
            using var reader = Sep.Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true })
                .From(new MemoryStream(file.ToArray()));
            var (columns, column) = (0, 0);
            foreach (var row in reader)
            {
                if (columns == 0 && !IsBlank(row))
                {
                    columns = row.ColCount;
                    column = TermColumn(row);
                    if (column < 0)
                        Take(row, column = 0, columns, line, list);
                }
                else
                {
                    Take(row, column, columns, line, list);
                }

                line = row.LineNumberToExcl;
            }
        }
        catch (NotSupportedException)
        {
            // A row of more than 16 million characters.
            list.Fault(line, NotClosed);
        }
    }

    private static void Take(SepReader.Row row, int column, int columns, int line, WordListBuilder list)
    {
        if (int.IsOddInteger(row.Span.Count('"')))
            list.Fault(line, NotClosed);
        else if (IsBlank(row))
            return;
        else if (row.ColCount != columns)
            list.Fault(line, string.Create(CultureInfo.InvariantCulture, $"columns of this row: {row.ColCount}, of the first: {columns}; quote a cell that holds the separator"));
        else
            list.Add(row[column].Span, line);
    }

    private static int TermColumn(SepReader.Row row)
    {
        for (var column = 0; column < row.ColCount; column++)
        {
            var name = row[column].Span.Trim();
            if (name.Equals("term", StringComparison.OrdinalIgnoreCase) || name.Equals("terme", StringComparison.OrdinalIgnoreCase))
                return column;
        }

        return -1;
    }

    private static bool IsBlank(SepReader.Row row) => row.Span.IsWhiteSpace();
}
