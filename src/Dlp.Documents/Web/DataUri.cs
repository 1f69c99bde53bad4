using System.Text;
using System.Text.RegularExpressions;

namespace Dlp.Documents.Web;

/// <summary>A file written into an address (RFC 2397).</summary>
/// <param name="Name">Made of its number and its type: <c>data 2.png</c>.</param>
/// <param name="Content">The file, decoded.</param>
internal sealed partial record DataUri(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>Whether the address holds a file rather than naming one.</summary>
    public static bool IsOne(string address) => Head().IsMatch(address);

    /// <summary>The file in the address, or its beginning where the rest is damaged; null when there is none.</summary>
    public static DataUri? Of(string address, int number)
    {
        if (Head().Match(address) is not { Success: true } head)
            return null;
        var data = Uri.UnescapeDataString(address[head.Length..]);
        var content = head.Groups["base64"].Success ? FromBase64(data) : Encoding.UTF8.GetBytes(data);
        return new DataUri($"data {number}.{Extension(head.Groups["subtype"].Value.ToLowerInvariant())}", content);
    }

    private static string Extension(string subtype) => subtype switch
    {
        "" or "octet-stream" => "bin",
        "plain" => "txt",
        "jpeg" => "jpg",
        "svg+xml" => "svg",
        "javascript" => "js",
        _ => subtype.Split('+', '.', '-')[^1],
    };

    /// <summary>Addresses of this kind inside a text, such as a style sheet's.</summary>
    public static IEnumerable<string> In(string text)
    {
        foreach (Match found in Whole().Matches(text))
            yield return found.Value;
    }

    private static ReadOnlyMemory<byte> FromBase64(string data)
    {
        var clean = new StringBuilder(data.Length);
        foreach (var character in data)
        {
            if (char.IsAsciiLetterOrDigit(character) || character is '+' or '/')
                clean.Append(character);
            else if (character is '-' or '_')
                clean.Append(character is '-' ? '+' : '/');
        }

        // A single character at the end holds no byte.
        clean.Length -= clean.Length % 4 == 1 ? 1 : 0;
        clean.Append('=', (4 - (clean.Length % 4)) % 4);
        return Convert.FromBase64String(clean.ToString());
    }

    [GeneratedRegex(@"^\s*data:(?:[\w.+-]{1,40}/(?<subtype>[\w.+-]{1,80}))?(?:;(?!base64,)[^,;]{1,80})*(?<base64>;base64)?,", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    [GeneratedRegex(@"data:[\w.+-]{1,40}/[\w.+-]{1,80}(?:;[\w=.-]{1,80}){0,5},[^""'()\s<>]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
