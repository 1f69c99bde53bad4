using System.Text;

namespace Dlp.Documents.CompoundFiles;

/// <summary>The text in structures of which only the text matters: links, monikers.</summary>
internal static class PrintableRuns
{
    private const int Shortest = 6;

    /// <summary>Every run of six or more printable characters, in bytes and in UTF-16 at either alignment, a line each.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var runs = new StringBuilder();
        Append(runs, Encoding.Latin1.GetString(bytes));
        Append(runs, Encoding.Unicode.GetString(bytes));
        if (bytes.Length > 1)
            Append(runs, Encoding.Unicode.GetString(bytes[1..]));
        return runs.ToString();
    }

    private static void Append(StringBuilder runs, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && text[i] is >= ' ' and < '\u0250' and not (>= '\u007F' and < '\u00A0'))
                i++;
            if (i - start >= Shortest)
                runs.Append(text, start, i - start).Append('\n');
        }
    }
}
