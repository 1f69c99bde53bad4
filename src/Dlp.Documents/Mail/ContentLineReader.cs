using Dlp.Documents.Archives;
using Dlp.Documents.PlainText;
using Dlp.Documents.Web;

namespace Dlp.Documents.Mail;

/// <summary>
/// Reads calendars and contacts: every property on a line, decoded, and the files attached in them. By hand, for every line is wanted, and those
/// that a library would refuse too.
/// </summary>
internal static class ContentLineReader
{
    private static readonly HashSet<string> Counted = new(StringComparer.OrdinalIgnoreCase) { "VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VCARD" };

    public static void Read(OpenedFile file)
    {
        if (PlainTextReader.Decode(file, declared: null) is not { } text)
            return;
        var (place, number, files) = (Place.Properties, 0, 0);
        foreach (var line in ContentLine.In(text))
        {
            file.Token.ThrowIfCancellationRequested();
            if (line.Name is "BEGIN" && Counted.Contains(line.Value.Trim()))
                place = Place.Component(line.Value.Trim(), ++number);
            else if (line.Name is "BEGIN" or "END" && line.Value.StartsWith('V'))
                continue;
            else if (FileIn(line, files + 1) is { } data)
                ReadFile(file, data, ref files);
            else
                file.Text.Add(place, TextOf(line, file.Token));
            if (file.Text.IsFull)
                return;
        }
    }

    private static void ReadFile(OpenedFile file, DataUri data, ref int files)
    {
        files++;
        if (ArchivedFile.TakeEntry(file) && data.Content.Length > 0)
            file.ReadEmbedded(data.Name, data.Content);
    }

    private static string TextOf(ContentLine line, CancellationToken token)
    {
        var value = line.Text();
        if (line.Has("FMTTYPE=text/html"))
        {
            var html = HtmlText.Of(value, token);
            value = string.Join('\n', [html.Seen, .. html.Unseen.Select(section => section.Text)]);
        }

        var parameters = ParametersWorthReading(line);
        return line.Name.Length == 0 ? value : $"{line.Name}{parameters}: {value}";
    }

    /// <summary>Names of people stand in parameters; the others say how the value is written.</summary>
    private static string ParametersWorthReading(ContentLine line) =>
        string.Concat(
            line.Parameters.Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Where(parameter => !parameter.StartsWith("ENCODING", StringComparison.OrdinalIgnoreCase)
                    && !parameter.StartsWith("CHARSET", StringComparison.OrdinalIgnoreCase)
                    && !parameter.StartsWith("VALUE", StringComparison.OrdinalIgnoreCase))
                .Select(parameter => ";" + parameter));

    private static DataUri? FileIn(ContentLine line, int number)
    {
        if (DataUri.IsOne(line.Value))
            return DataUri.Of(line.Value, number);
        if (!line.IsBase64 || DataUri.Of("data:application/octet-stream;base64," + line.Value, number) is not { } data)
            return null;
        return data with { Name = line.Parameter("X-FILENAME") ?? line.Parameter("FILENAME") ?? line.Parameter("X-APPLE-FILENAME") ?? $"{line.Name.ToLowerInvariant()} {number}" };
    }
}
