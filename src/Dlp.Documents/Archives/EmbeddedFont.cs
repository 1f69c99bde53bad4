using System.Text.RegularExpressions;
using Dlp.Documents.FileTypes;

namespace Dlp.Documents.Archives;

/// <summary>Fonts that a document brings along, of which there is nothing to read.</summary>
internal static partial class EmbeddedFont
{
    private const int Window = 4_096;

    /// <summary>
    /// Whether an entry is one: by its name, unless it is of another type or a text; a document obfuscates the first bytes of its fonts (ECMA-376 part
    /// 4, 2.8.1; EPUB 3.3, 4.4).
    /// </summary>
    public static bool Is(string name, ZipWalker zip, ZipEntry entry)
    {
        if (entry.IsEncrypted || !NameOfFont().IsMatch(name))
            return false;
        Span<byte> start = stackalloc byte[Window];
        using var stream = zip.OpenEntry(entry);
        start = start[..stream.ReadAtLeast(start, Window, throwOnEndOfStream: false)];
        return FileType.Of(start) is { } type ? type.Description.Contains("font", StringComparison.Ordinal) : start.Contains((byte)0);
    }

    [GeneratedRegex(@"\.(odttf|fntdata|ttf|otf|ttc|woff2?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NameOfFont();
}
