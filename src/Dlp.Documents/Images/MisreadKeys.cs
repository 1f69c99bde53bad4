using System.Text;
using System.Text.RegularExpressions;

namespace Dlp.Documents.Images;

/// <summary>
/// Keys of a known length, whose issuers use some letters and digits only. What was seen of others looks like one of these; a character that was seen twice, as two that look alike,
/// is one; and gaps in a key are none.
/// </summary>
internal static partial class MisreadKeys
{
    /// <summary>A key is seen in so many pieces at most.</summary>
    private const int MostPieces = 4;

    /// <summary>So many characters of a key are seen twice at most.</summary>
    private const int MostDoubles = 3;

    /// <summary>What one character may be seen as, or as both of.</summary>
    private static readonly string[] Families = ["0OoQD", "1lI|i", "2Zz", "5Ss", "8B", "6é", "f£F", "cC", "kK", "pP", "uU", "vV", "wW", "xX", "jJ"];

    public static string Mended(string text)
    {
        text = Hexadecimals().Replace(text, static match => Hexadecimal(match.Value) ?? match.Value);
        text = AccessKey().Replace(text, static match => Written(match, $"A{match.Value[1]}IA", 20, Base32));
        text = StripeKey().Replace(text, static match => $"{match.Groups["kind"].Value}_{match.Groups["mode"].Value.ToLowerInvariant()}_");
        text = GoogleKey().Replace(text, static match => Written(match, "AIza", 39, Same));
        return GitHubToken().Replace(text, static match => Written(match, match.Value[..3] + "_", 40, Same));
    }

    /// <summary>The key that begins where a prefix was seen, and what follows on the line; all as it was seen where no key of its length can have been there.</summary>
    private static string Written(Match seen, string prefix, int length, Func<char, char> written)
    {
        var rest = seen.Groups["rest"].Value;
        for (int piece = 0, end = 0; piece < MostPieces && end < rest.Length; piece++, end++)
        {
            end = rest.IndexOf(' ', end) is >= 0 and var space ? space : rest.Length;
            var joined = Single(prefix + Each(rest[..end].Replace(" ", "", StringComparison.Ordinal), written), prefix.Length, length);
            if (joined.Length == length)
                return joined + rest[end..];
            if (joined.Length > length)
                break;
        }

        return seen.Value;
    }

    /// <summary>What hexadecimal digits were taken for, in groups as of a UUID or in a row; null when so few of them are any that it is none.</summary>
    private static string? Hexadecimal(string seen)
    {
        const int mostMisread = 4;
        var joined = seen.Replace(" ", "", StringComparison.Ordinal);
        if (joined.Count(character => !char.IsAsciiHexDigitLower(character) && character is not ('-' or '—')) * mostMisread > joined.Length || !joined.Any(char.IsAsciiDigit))
            return null;
        int[] groups = joined.AsSpan().ContainsAny('-', '—') ? [8, 4, 4, 4, 12] : joined.Length < 40 ? [32] : joined.Length < 64 ? [40] : [64];
        var parts = joined.Split('-', '—');
        if (parts.Length != groups.Length)
            return null;
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Each(Single(parts[i], 0, groups[i]), HexadecimalDigit);
            if (parts[i].Length != groups[i])
                return null;
        }

        return string.Join('-', parts);
    }

    /// <summary>Leaves out the second of two characters that look alike, from the left, until it is as long as it must be; as it is when that cannot be had.</summary>
    private static string Single(string seen, int from, int length)
    {
        if (seen.Length <= length || seen.Length > length + MostDoubles)
            return seen;
        var single = new StringBuilder(seen);
        for (var i = from + 1; i < single.Length && single.Length > length; i++)
        {
            if (single[i] != single[i - 1] && Array.Exists(Families, family => family.Contains(single[i], StringComparison.Ordinal) && family.Contains(single[i - 1], StringComparison.Ordinal)))
                single.Remove(i, 1);
        }

        return single.Length == length ? single.ToString() : seen;
    }

    private static char HexadecimalDigit(char seen) => seen switch
    {
        'O' or 'o' or 'Q' => '0',
        'l' or 'I' or '|' or 'i' => '1',
        'Z' or 'z' => '2',
        'S' or 's' => '5',
        'é' => '6',
        'h' => 'b',
        '£' or 'F' => 'f',
        _ => seen,
    };

    /// <summary>The letters, and the digits from 2 to 7 (RFC 4648, section 6).</summary>
    private static char Base32(char seen) => seen switch
    {
        '0' => 'O',
        '1' or 'l' or '|' => 'I',
        '8' => 'B',
        _ => seen,
    };

    private static char Same(char seen) => seen;

    private static string Each(string text, Func<char, char> written) => string.Create(text.Length, (text, written), static (target, work) =>
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = work.written(work.text[i]);
    });

    /// <summary>UUIDs (RFC 9562, section 4), and as many hexadecimal digits as 16, 20 and 32 bytes have.</summary>
    [GeneratedRegex("(?<![A-Za-z0-9])[0-9a-fOoQlI|iZzSséh£F](?: ?[0-9a-fOoQlI|iZzSséh£F—-]){31,70}(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Hexadecimals();

    /// <summary>The identifier of an AWS access key, which is written in base 32 ("Understanding unique ID prefixes", AWS IAM User Guide).</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9])A[KS][Il1|]A(?<rest>[A-Z0-9l|][A-Z0-9l| ]{15,40})(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex AccessKey();

    /// <summary>A Google API key.</summary>
    [GeneratedRegex("(?<![A-Za-z0-9])A[l|1I][zZ]a(?<rest>[A-Za-z0-9_-][A-Za-z0-9_ -]{34,60})(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex GoogleKey();

    /// <summary>The beginning of a Stripe key (Stripe, "API keys"), which has no one length.</summary>
    [GeneratedRegex("(?<![A-Za-z0-9])(?<kind>[psr]k)[_ ](?<mode>[Ll]ive|[Tt]est)[_ ](?=[A-Za-z0-9]{20})", RegexOptions.CultureInvariant)]
    private static partial Regex StripeKey();

    /// <summary>A GitHub token ("Behind GitHub's new authentication token formats").</summary>
    [GeneratedRegex("(?<![A-Za-z0-9])gh[pousr][_ ](?<rest>[A-Za-z0-9][A-Za-z0-9 ]{35,60})(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex GitHubToken();
}
