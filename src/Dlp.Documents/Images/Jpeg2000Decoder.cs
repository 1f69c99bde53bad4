using System.Buffers.Binary;

namespace Dlp.Documents.Images;

/// <summary>Decodes JPEG 2000 images with the command of OpenJPEG, where it is installed: files of their own, and scans in PDF documents, which are often such.</summary>
internal static class Jpeg2000Decoder
{
    /// <summary>Red, green, blue and how opaque; four inks are not made a PNG image of.</summary>
    private const int MostComponents = 4;

    /// <summary>Each sample takes four bytes while it is decoded.</summary>
    private const int BytesPerSample = 4;

    private static ReadOnlySpan<byte> FileSignature => [0, 0, 0, 0x0C, (byte)'j', (byte)'P', (byte)' ', (byte)' '];

    /// <summary>Start of codestream, then image and tile size (ISO/IEC 15444-1, annex A.4.1 and A.5.1).</summary>
    private static ReadOnlySpan<byte> CodestreamSignature => [0xFF, 0x4F, 0xFF, 0x51];

    /// <summary>The command that is installed; null when it is not.</summary>
    public static string? Find(OcrOptions options) => options.Jpeg2000Command is null ? null : Command.Find(options.Jpeg2000Command);

    /// <summary>Whether it is such a file (ISO/IEC 15444-1, annex I), or what is within, alone.</summary>
    public static bool Is(ReadOnlySpan<byte> content) => content.StartsWith(FileSignature) || content.StartsWith(CodestreamSignature);

    /// <summary>Pixels, as the codestream says; 0 when it says nothing, or has more components than are decoded.</summary>
    public static long PixelsOf(ReadOnlyMemory<byte> content)
    {
        const int sizes = 8, componentsAt = 40, numbers = 4;
        var at = content.Span.IndexOf(CodestreamSignature);
        if (at < 0 || content.Length < at + componentsAt + sizeof(ushort))
            return 0;
        var header = content.Span[at..];
        long width = Number(header, 0) - (long)Number(header, 2), height = Number(header, 1) - (long)Number(header, 3);
        return width <= 0 || height <= 0 || BinaryPrimitives.ReadUInt16BigEndian(header[componentsAt..]) is 0 or > MostComponents ? 0 : (long)Math.Min((decimal)width * height, long.MaxValue);

        static uint Number(ReadOnlySpan<byte> header, int which) => BinaryPrimitives.ReadUInt32BigEndian(header[(sizes + (which * numbers))..]);
    }

    /// <summary>A PNG file of it; null when it cannot be made, or is over a limit.</summary>
    public static byte[]? ToPng(string command, ReadOnlyMemory<byte> content, OcrOptions options, AttachmentBudget budget, CancellationToken token)
    {
        var pixels = PixelsOf(content);
        if (pixels <= 0 || pixels > options.MaxPixels || !budget.TakeDecoded(pixels * BytesPerSample))
            return null;
        var extension = content.Span.StartsWith(CodestreamSignature) ? ".j2k" : ".jp2";
        return ConvertingCommand.Convert(command, extension, content, static (source, target) => ["-i", source, "-o", target], token) is [var png] ? png : null;
    }

    /// <summary>The image of a file.</summary>
    public static IEnumerable<PictureFrame> Decode(string command, ReadOnlyMemory<byte> content, OcrOptions options, AttachmentBudget budget, CancellationToken token) =>
        ToPng(command, content, options, budget, token) is { } png ? SkiaDecoder.Decode(png, options, budget) : [new PictureFrame(null, null, SkiaDecoder.DamagedOrUnknown)];
}
