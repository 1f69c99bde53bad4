using System.Text;
using System.Text.RegularExpressions;

namespace Dlp.Documents.Web;

/// <summary>The encoding that a web page (HTML 13.2.3.2, prescan) or an XML document (XML 1.0, 4.3.3) says it is in.</summary>
internal static partial class DeclaredCharset
{
    private const int Window = 4096;

    /// <summary>Its name; null when none is declared.</summary>
    public static string? Of(ReadOnlySpan<byte> content) =>
        Declaration().Match(Encoding.Latin1.GetString(content[..Math.Min(content.Length, Window)])) is { Success: true } found ? found.Groups["name"].Value : null;

    [GeneratedRegex(
        @"<(?:\?xml\s[^>]{0,200}?encoding|meta\s[^>]{0,500}?charset)\s*=\s*[""']?(?<name>[\w.:-]{2,40})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
