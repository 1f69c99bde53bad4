using System.Text;
using Dlp.Documents.PlainText;

namespace Dlp.Documents.Mail;

/// <summary>A line of a calendar (RFC 5545, 3.1) or of contacts (RFC 6350, 3.3; vCard 2.1 too), unfolded.</summary>
/// <param name="Name">The property, in upper case, without its group: <c>SUMMARY</c>.</param>
/// <param name="Parameters">What stands between name and value, as written.</param>
/// <param name="Value">The value, as written.</param>
internal sealed record ContentLine(string Name, string Parameters, string Value)
{
    private const int LongestHead = 200;

    /// <summary>The lines of the text; those that are none have an empty name.</summary>
    public static IEnumerable<ContentLine> In(string text)
    {
        var unfolded = new StringBuilder();
        var isQuotedPrintable = false;
        foreach (var line in text.Split('\n'))
        {
            var clean = line.TrimEnd('\r');
            if (unfolded.Length > 0 && clean.StartsWith(' ') | clean.StartsWith('\t'))
            {
                unfolded.Append(clean, 1, clean.Length - 1);
                continue;
            }

            // vCard 2.1 breaks a quoted-printable value behind an equals sign.
            if (isQuotedPrintable && unfolded[^1] == '=')
            {
                unfolded.Append('\n').Append(clean);
                continue;
            }

            if (unfolded.Length > 0)
                yield return Of(unfolded.ToString());
            unfolded.Clear().Append(clean);
            isQuotedPrintable = clean.AsSpan(0, Math.Min(clean.Length, LongestHead)).Contains("QUOTED-PRINTABLE", StringComparison.OrdinalIgnoreCase);
        }

        if (unfolded.Length > 0)
            yield return Of(unfolded.ToString());
    }

    public bool Has(string parameter) => Parameters.Contains(parameter, StringComparison.OrdinalIgnoreCase);

    public bool IsBase64 => Has("ENCODING=B") || Has(";BASE64");

    /// <summary>The value of a parameter, without quotation marks; null when it is not there.</summary>
    public string? Parameter(string name)
    {
        foreach (var parameter in Parameters.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (parameter.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))
                return parameter[(name.Length + 1)..].Trim('"');
        }

        return null;
    }

    /// <summary>The value as people see it.</summary>
    public string Text()
    {
        if (!Has("QUOTED-PRINTABLE"))
            return Unescape(Value);
        var decoder = new MimeKit.Encodings.QuotedPrintableDecoder();
        var bytes = Encoding.UTF8.GetBytes(Value);
        var output = new byte[decoder.EstimateOutputLength(bytes.Length)];
        var length = decoder.Decode(bytes, 0, bytes.Length, output);
        return Unescape(TextDecoder.Decode(output.AsSpan(0, length), Parameter("CHARSET")));
    }

    private static ContentLine Of(string line)
    {
        var colon = ValueAt(line);
        if (colon < 0)
            return new ContentLine("", "", line);
        var head = line[..colon];
        var parameters = head.IndexOf(';', StringComparison.Ordinal) is >= 0 and var at ? head[at..] : "";
        var name = head[..(head.Length - parameters.Length)];
        return new ContentLine(name[(name.LastIndexOf('.') + 1)..].ToUpperInvariant(), parameters, line[(colon + 1)..]);
    }

    /// <summary>The first colon that is not in quotation marks.</summary>
    private static int ValueAt(string line)
    {
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == ':' && !quoted)
                return i;
        }

        return -1;
    }

    private static string Unescape(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
            return value;
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\' && i + 1 < value.Length)
                text.Append(value[++i] is 'n' or 'N' ? '\n' : value[i]);
            else
                text.Append(value[i]);
        }

        return text.ToString();
    }
}
