using System.Text.RegularExpressions;

namespace Dlp.Documents.Images;

/// <summary>Keys whose issuers use some letters and digits only: what was seen of others looks like one of these, and there is but one.</summary>
internal static partial class MisreadKeys
{
    public static string Mended(string text)
    {
        text = Uuid().Replace(text, static match => Hexadecimal(match.Value) ?? match.Value);
        text = Hexadecimals().Replace(text, static match => Hexadecimal(match.Value) ?? match.Value);
        text = AccessKey().Replace(text, static match => string.Concat("A", match.ValueSpan[1..2], "IA", Each(match.Value[4..], Base32)));
        return GoogleKey().Replace(text, "AIza");
    }

    /// <summary>What hexadecimal digits were taken for; null when there are so many of them that it is none.</summary>
    private static string? Hexadecimal(string seen)
    {
        const int mostMisread = 4;
        if (seen.Count(character => !char.IsAsciiHexDigitLower(character) && character != '-') * mostMisread > seen.Length || !seen.Any(char.IsAsciiDigit))
            return null;
        return Each(seen, static character => character switch
        {
            'O' or 'o' or 'Q' => '0',
            'l' or 'I' or '|' or 'i' => '1',
            'Z' or 'z' => '2',
            'S' or 's' => '5',
            'é' => '6',
            'h' => 'b',
            '£' or 'F' => 'f',
            '—' => '-',
            _ => character,
        });
    }

    /// <summary>The letters, and the digits from 2 to 7 (RFC 4648, section 6).</summary>
    private static char Base32(char seen) => seen switch
    {
        '0' => 'O',
        '1' or 'l' or '|' => 'I',
        '8' => 'B',
        _ => seen,
    };

    private static string Each(string text, Func<char, char> written) => string.Create(text.Length, (text, written), static (target, work) =>
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = work.written(work.text[i]);
    });

    /// <summary>RFC 9562, section 4.</summary>
    [GeneratedRegex("(?<![A-Za-z0-9])[0-9a-fOoQlI|iZzSséh£F]{8}(?:[—-][0-9a-fOoQlI|iZzSséh£F]{4}){3}[—-][0-9a-fOoQlI|iZzSséh£F]{12}(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Uuid();

    /// <summary>As many hexadecimal digits as 16, 20 and 32 bytes have.</summary>
    [GeneratedRegex("(?<![A-Za-z0-9])(?:[0-9a-fOoQlI|iZzSséh£F]{32}|[0-9a-fOoQlI|iZzSséh£F]{40}|[0-9a-fOoQlI|iZzSséh£F]{64})(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Hexadecimals();

    /// <summary>The identifier of an AWS access key, which is written in base 32 ("Understanding unique ID prefixes", AWS IAM User Guide).</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9])A[KS][Il1|]A[A-Z0-9l|]{16}(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex AccessKey();

    /// <summary>The beginning of a Google API key.</summary>
    [GeneratedRegex("(?<![A-Za-z0-9])A[l|1I][zZ]a(?=[A-Za-z0-9_-]{33,37}(?![A-Za-z0-9_-]))", RegexOptions.CultureInvariant)]
    private static partial Regex GoogleKey();
}
