using System.Globalization;
using System.Runtime.CompilerServices;
using Dlp.Documents.PlainText;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Iptc;
using MetadataExtractor.Formats.Tiff;
using MetadataExtractor.IO;
using Directory = MetadataExtractor.Directory;

namespace Dlp.Documents.Images;

/// <summary>What EXIF (CIPA DC-008, a TIFF structure) and IPTC (IIM 4.2) say about an image: every text, and where it was taken.</summary>
internal static class Exif
{
    private const int UserComment = 0x9286;
    private const int GpsProcessingMethod = 0x001B;
    private const int GpsAreaInformation = 0x001C;
    private const int ThumbnailOffset = 0x0201;
    private const int ThumbnailLength = 0x0202;

    /// <summary>Title, comment, author, keywords and subject as Windows writes them.</summary>
    private const int FirstOfWindows = 0x9C9B;
    private const int LastOfWindows = 0x9C9F;

    /// <summary>Reads the structure, with the text of the cameras' own notes.</summary>
    /// <param name="tiff">From its byte order mark on; a whole TIFF file is one.</param>
    /// <param name="file">Takes what it says.</param>
    public static void Read(ReadOnlyMemory<byte> tiff, OpenedFile file)
    {
        var bytes = tiff.ToArray();
        var directories = new List<Directory>();
        try
        {
            TiffReader.ProcessTiff(new ByteArrayReader(bytes, 0, true), new Handler(directories));
        }
        catch (Exception fault) when (fault is MetadataException or IOException or InsufficientExecutionStackException or ArgumentException or TiffProcessingException or OverflowException)
        {
            file.Text.Miss(new("its EXIF metadata are damaged and were read in part", "ses métadonnées EXIF sont endommagées et ont été lues en partie"));
        }

        foreach (var directory in directories)
        {
            file.Token.ThrowIfCancellationRequested();
            ReadTexts(directory, file.Text);
            if (directory is GpsDirectory gps)
                ReadPosition(gps, file.Text);
            if (directory is ExifThumbnailDirectory)
                ReadThumbnail(directory, tiff, file);
        }
    }

    /// <summary>Reads the records of IPTC.</summary>
    public static void ReadIptc(ReadOnlyMemory<byte> records, OpenedFile file) =>
        ReadTexts(new IptcReader().Extract(new SequentialByteArrayReader(records.ToArray(), 0, true), records.Length), file.Text);

    /// <summary>Adds a position so that whoever reads it knows what it is.</summary>
    public static void AddPosition(double latitude, double longitude, AttachmentText text) =>
        text.Add(Place.Metadata("GPS position"), string.Create(CultureInfo.InvariantCulture, $"GPS position {latitude:F5}, {longitude:F5}"));

    private static void ReadPosition(GpsDirectory gps, AttachmentText text)
    {
        if (gps.GetGeoLocation() is { IsZero: false } position)
            AddPosition(position.Latitude, position.Longitude, text);
    }

    private static void ReadTexts(Directory directory, AttachmentText text)
    {
        foreach (var tag in directory.Tags)
        {
            if (tag.Name.Contains("Date", StringComparison.Ordinal) || tag.Name.EndsWith(" Ref", StringComparison.Ordinal) || tag.Name.EndsWith("Version", StringComparison.Ordinal))
                continue;
            var values = directory.GetObject(tag.Type) switch
            {
                string value => [value],
                StringValue value => [ImageMetadata.Decoded(value.Bytes)],
                IEnumerable<string> several => several,
                StringValue[] several => several.Select(value => ImageMetadata.Decoded(value.Bytes)),
                byte[] when directory is not IptcDirectory && IsText(tag.Type) => [tag.Description ?? ""],
                _ => Enumerable.Empty<string>(),
            };
            foreach (var value in values.Select(value => value.Trim('\0', ' ')).Where(value => value.Length > 1 && OddCharacters.Count(value) == 0))
                text.Add(Place.Metadata(tag.Name), $"{tag.Name}: {value}");
        }
    }

    private static bool IsText(int tag) => tag is UserComment or GpsProcessingMethod or GpsAreaInformation or (>= FirstOfWindows and <= LastOfWindows);

    /// <summary>It may show what has been cut off the image.</summary>
    private static void ReadThumbnail(Directory directory, ReadOnlyMemory<byte> tiff, OpenedFile file)
    {
        if (!directory.TryGetInt32(ThumbnailOffset, out var offset) || !directory.TryGetInt32(ThumbnailLength, out var length))
            return;
        if (offset > 0 && length > 0 && (long)offset + length <= tiff.Length && tiff.Span[offset..].StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            file.ReadEmbedded("thumbnail", tiff.Slice(offset, length));
    }

    /// <summary>Directories that lie in one another without end overflow the stack of the library, which ends the process.</summary>
    private sealed class Handler(List<Directory> directories) : ExifTiffHandler(directories)
    {
        private const int MostDirectories = 1000;

        public override bool TryEnterSubIfd(int tagType)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return Directories.Count < MostDirectories && base.TryEnterSubIfd(tagType);
        }
    }
}
