using System.Diagnostics;
using System.Globalization;

namespace Dlp.Documents.Images;

/// <summary>
/// A command that makes PNG images of one that we cannot decode. It takes and makes files only: these stand in a directory
/// that nobody else may enter, and that is removed at the end; after a crash, by the next one who needs one.
/// </summary>
internal static class ConvertingCommand
{
    private const string Prefix = "dlp-image-";

    /// <summary>Processor time: on a busy machine it waits for its turn, which costs no image its text. The time of the whole attachment goes by the clock.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);

    /// <summary>The images that it makes, in the order of their names; none when it fails, or uses too much processor time.</summary>
    /// <param name="command">Its path.</param>
    /// <param name="extension">Of the file that it is given, by which some tell its kind.</param>
    /// <param name="content">That file.</param>
    /// <param name="arguments">Gives its arguments, of the file that is there and the one that it shall make.</param>
    /// <param name="token">Ends it.</param>
    public static List<byte[]> Convert(string command, string extension, ReadOnlyMemory<byte> content, Func<string, string, string[]> arguments, CancellationToken token)
    {
        RemoveForgotten();
        var directory = Directory.CreateTempSubdirectory(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-"));
        try
        {
            var source = Path.Combine(directory.FullName, "image" + extension);
            File.WriteAllBytes(source, content.Span);
            return Run(command, arguments(source, Path.Combine(directory.FullName, "image.png")), token)
                ? [.. Directory.EnumerateFiles(directory.FullName, "*.png").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)]
                : [];
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    /// <summary>Removes what processes left that are no more.</summary>
    private static void RemoveForgotten()
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

    private static bool Run(string command, string[] arguments, CancellationToken token)
    {
        using var process = Process.Start(Command.Start(command, arguments)) ?? throw new InvalidOperationException("it did not start");
        using var watch = new ProcessorTimeWatch(process, Most, token);
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, watch.Token);
            process.StandardError.BaseStream.CopyToAsync(Stream.Null, watch.Token).GetAwaiter().GetResult();
            output.GetAwaiter().GetResult();
            process.WaitForExitAsync(watch.Token).GetAwaiter().GetResult();
            return true;
        }
        catch (OperationCanceledException) when (watch.IsOver && !token.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            // What it still writes would be in the way of removing the directory.
            Command.Kill(process);
            process.WaitForExit(LongestEnd);
        }
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
