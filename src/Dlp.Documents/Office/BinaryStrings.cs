using System.Text;

namespace Dlp.Documents.Office;

/// <summary>Readable runs in binary parts that have no reader: printer settings, controls, custom properties of sheets.</summary>
internal static class BinaryStrings
{
    private const int ShortestRun = 6;

    /// <summary>Adds every run of six or more ASCII or UTF-16 characters as a line.</summary>
    public static void Read(AttachmentText text, Place place, ReadOnlySpan<byte> bytes) => text.Add(place, Of(bytes));

    /// <summary>The same, as text.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < ShortestRun)
            return "";
        var lines = new StringBuilder();
        AddRuns(lines, bytes, width: 1);
        AddRuns(lines, bytes, width: 2);
        if (bytes.Length > 1)
            AddRuns(lines, bytes[1..], width: 2);
        return lines.ToString();
    }

    private static void AddRuns(StringBuilder lines, ReadOnlySpan<byte> bytes, int width)
    {
        var run = new StringBuilder();
        for (var i = 0; i + width <= bytes.Length; i += width)
        {
            var code = width == 1 ? bytes[i] : bytes[i] | (bytes[i + 1] << 8);
            if (code is >= 0x20 and < 0x7F || (width == 2 && code is >= 0xA0 and < 0x250))
                run.Append((char)code);
            else
                Flush();
        }

        Flush();

        void Flush()
        {
            if (run.Length >= ShortestRun)
                lines.Append(run).Append('\n');
            run.Clear();
        }
    }
}
