using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;

namespace Dlp.Documents.Images;

/// <summary>
/// Decodes HEIC and AVIF images with the command of libheif, where it is installed. It takes and makes files only: these stand in a directory
/// that nobody else may enter, and that is removed at the end; after a crash, by the next one who needs one.
/// </summary>
internal static class HeifDecoder
{
    private const string Prefix = "dlp-heif-";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

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

        RemoveForgotten();
        var directory = Directory.CreateTempSubdirectory(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-"));
        List<byte[]> images;
        try
        {
            images = Convert(command, content, directory.FullName, token);
        }
        finally
        {
            directory.Delete(recursive: true);
        }

        if (images.Count == 0)
            yield return new(null, null, SkiaDecoder.DamagedOrUnknown);
        for (var number = 0; number < images.Count; number++)
        {
            foreach (var frame in SkiaDecoder.Decode(images[number], options, budget))
                yield return images.Count == 1 ? frame : frame with { Location = Place.NumberedImage(number + 1) };
        }
    }

    /// <summary>Removes what processes left that are no more.</summary>
    internal static void RemoveForgotten()
    {
        foreach (var path in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            var owner = Path.GetFileName(path)[Prefix.Length..].Split('-')[0];
            if (!int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || IsRunning(id))
                continue;
            try
            {
                Directory.Delete(path, recursive: true);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // Another process is at it, or it belongs to another user, whose own will do it.
            }
        }
    }

    private static List<byte[]> Convert(string command, ReadOnlyMemory<byte> content, string directory, CancellationToken token)
    {
        var source = Path.Combine(directory, "image.heic");
        File.WriteAllBytes(source, content.Span);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
        limit.CancelAfter(Longest);
        using var process = Process.Start(Command.Start(command, [source, Path.Combine(directory, "image.png")])) ?? throw new InvalidOperationException("it did not start");
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, limit.Token);
            process.StandardError.BaseStream.CopyToAsync(Stream.Null, limit.Token).GetAwaiter().GetResult();
            output.GetAwaiter().GetResult();
            process.WaitForExitAsync(limit.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return [];
        }
        finally
        {
            Command.Kill(process);
        }

        return [.. Directory.EnumerateFiles(directory, "*.png").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
