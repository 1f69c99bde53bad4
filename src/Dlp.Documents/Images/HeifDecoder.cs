using System.Buffers.Binary;

namespace Dlp.Documents.Images;

/// <summary>Decodes HEIC and AVIF images with the command of libheif, where it is installed.</summary>
internal static class HeifDecoder
{
    /// <summary>The command that is installed; null when none is.</summary>
    public static string? Find(OcrOptions options) => options.HeifCommands.Select(Command.Find).FirstOrDefault(path => path is not null);

    /// <summary>Pixels of its largest image, as its properties say (ISO/IEC 23008-12, 6.5.3: ispe).</summary>
    public static long PixelsOf(ReadOnlyMemory<byte> content)
    {
        long most = 0;
        var rest = content.Span;
        for (int at; (at = rest.IndexOf("ispe"u8)) >= 0 && rest.Length >= at + 16; rest = rest[(at + 4)..])
        {
            var width = BinaryPrimitives.ReadUInt32BigEndian(rest[(at + 8)..]);
            var height = BinaryPrimitives.ReadUInt32BigEndian(rest[(at + 12)..]);
            most = Math.Max(most, (long)Math.Min((ulong)width * height, long.MaxValue));
        }

        return most;
    }

    /// <summary>Its images.</summary>
    public static IEnumerable<PictureFrame> Decode(string command, ReadOnlyMemory<byte> content, OcrOptions options, AttachmentBudget budget, CancellationToken token)
    {
        var pixels = PixelsOf(content);
        if (pixels <= 0 || pixels > options.MaxPixels)
        {
            yield return new(null, null, pixels <= 0 ? SkiaDecoder.Damaged : SkiaDecoder.TooLarge(options));
            yield break;
        }

        var images = ConvertingCommand.Convert(command, ".heic", content, static (source, target) => [source, target], token);
        if (images.Count == 0)
            yield return new(null, null, SkiaDecoder.DamagedOrUnknown);
        for (var number = 0; number < images.Count; number++)
        {
            foreach (var frame in SkiaDecoder.Decode(images[number], options, budget))
                yield return images.Count == 1 ? frame : frame with { Location = Place.NumberedImage(number + 1) };
        }
    }
}
