using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Dlp.Documents.Images;

/// <summary>XMP in images: every value at the name of its property, and where the image was taken.</summary>
internal static partial class ImageXmp
{
    private const int MostPackets = 50;

    /// <summary>A packet may be found in any file by its marks (XMP part 3, 2.3: packet scanning), unless it is compressed.</summary>
    public static void Find(ReadOnlyMemory<byte> content, AttachmentText text)
    {
        for (var packet = 0; packet < MostPackets; packet++)
        {
            var start = content.Span.IndexOf("<x:xmpmeta"u8);
            if (start < 0)
                return;
            var end = content.Span[start..].IndexOf("</x:xmpmeta>"u8);
            if (end < 0)
            {
                text.Miss(new("its XMP metadata are cut short", "ses métadonnées XMP sont coupées"));
                return;
            }

            Read(content.Slice(start, end + 12), text);
            content = content[(start + end + 12)..];
        }
    }

    /// <summary>Reads a packet.</summary>
    public static void Read(ReadOnlyMemory<byte> packet, AttachmentText text)
    {
        string values;
        try
        {
            values = Xmp.Values(packet, "");
        }
        catch (XmlException)
        {
            text.Miss(new("its XMP metadata could not be read: damaged", "ses métadonnées XMP n'ont pas pu être lues : endommagées"));
            return;
        }

        var labels = new SensitivityLabels();
        foreach (var line in values.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("GPSLatitude: ", StringComparison.Ordinal) || line.StartsWith("GPSLongitude: ", StringComparison.Ordinal))
                continue;
            var name = line.IndexOf(": ", StringComparison.Ordinal);
            if (name < 0 || !labels.Take(line[..name], line[(name + 2)..]))
                text.Add(Place.Metadata(name is > 0 and < 60 ? line[..name] : "XMP"), line);
        }

        labels.Tell(text.Add);
        if (Position(LatitudeOfXmp().Match(values)) is { } latitude && Position(LongitudeOfXmp().Match(values)) is { } longitude)
            Exif.AddPosition(latitude, longitude, text);
    }

    /// <summary>XMP part 2, 1.2.2.9 (GPSCoordinate): <c>48,51,30N</c> or <c>48,51.502N</c>.</summary>
    private static double? Position(Match match)
    {
        if (!match.Success)
            return null;
        var value = Number("d") + (Number("m") / 60) + (Number("s") / 3600);
        return match.Groups["ref"].Value is "S" or "W" ? -value : value;

        double Number(string group) => double.TryParse(match.Groups[group].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    [GeneratedRegex(@"^GPSLatitude: (?<d>[0-9]{1,3}),(?<m>[0-9]{1,2}(?:\.[0-9]{1,12})?)(?:,(?<s>[0-9]{1,2}(?:\.[0-9]{1,12})?))?(?<ref>[NS])$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LatitudeOfXmp();

    [GeneratedRegex(@"^GPSLongitude: (?<d>[0-9]{1,3}),(?<m>[0-9]{1,2}(?:\.[0-9]{1,12})?)(?:,(?<s>[0-9]{1,2}(?:\.[0-9]{1,12})?))?(?<ref>[EW])$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LongitudeOfXmp();
}
