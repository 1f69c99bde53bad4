using System.Text.RegularExpressions;
using Dlp.Engine.Validation;
using Dlp.Engine.Validation.National;

namespace Dlp.Documents.Images;

/// <summary>
/// Account numbers (ISO 13616) in which letters and digits that look alike were taken for each other. Where there can be digits or letters only, they are put right by that; what may be
/// either, in French accounts, by both of their check digits.
/// </summary>
internal static partial class MisreadIban
{
    /// <summary>More that were misread than these leave too many accounts that they may have been.</summary>
    private const int MostMisread = 2;

    public static string Mended(string text) => Seen().Replace(CheckDigit().Replace(text, "0"), static match => Written(match.Value) ?? match.Value);

    /// <summary>What can only have stood where this was seen; null when it was that, or nobody knows.</summary>
    private static string? Written(string seen)
    {
        if (Iban.KindsOf(seen.AsSpan(0, 2)) is not { } kinds || EndOf(seen, kinds.Length + 4) is not { } end)
            return null;
        var compact = seen[..end].Replace(" ", "", StringComparison.Ordinal).ToCharArray();
        for (var i = 2; i < compact.Length; i++)
            compact[i] = i < 4 || kinds[i - 4] == 'n' ? Digit(compact[i]) : kinds[i - 4] == 'a' ? Letter(compact[i]) : compact[i];
        if (!Iban.IsValid(compact) && !(compact[..2] is ['F', 'R'] or ['M', 'C'] && MendEither(compact)))
            return null;
        return Spaced(compact, seen);
    }

    /// <summary>Where so many characters end, at the end of a group; null where none ends there. A word in capitals may follow.</summary>
    private static int? EndOf(string seen, int length)
    {
        var end = 0;
        for (; end < seen.Length && length > 0; end++)
            length -= seen[end] == ' ' ? 0 : 1;
        return length == 0 && (end == seen.Length || seen[end] == ' ') ? end : null;
    }

    /// <summary>Tries what looks like the characters of a French account, fewest first, and takes it when it is the only one.</summary>
    private static bool MendEither(char[] iban)
    {
        var places = Enumerable.Range(14, 11).ToArray();
        for (var misread = 1; misread <= MostMisread; misread++)
        {
            var found = new HashSet<string>(StringComparer.Ordinal);
            Try(iban, places, misread, found);
            if (found.Count == 0)
                continue;
            if (found.Count == 1)
                found.Single().CopyTo(iban);
            return found.Count == 1;
        }

        return false;
    }

    private static void Try(char[] iban, ReadOnlySpan<int> places, int misread, HashSet<string> found)
    {
        if (misread == 0)
        {
            if (Iban.IsValid(iban) && FrenchRib.IsValid(iban.AsSpan(4)))
                found.Add(new string(iban));
            return;
        }

        for (var i = 0; i < places.Length; i++)
        {
            var seen = iban[places[i]];
            foreach (var written in Alike(seen))
            {
                iban[places[i]] = written;
                Try(iban, places[(i + 1)..], misread - 1, found);
            }

            iban[places[i]] = seen;
        }
    }

    private static char Digit(char seen) => seen switch
    {
        'O' or 'Q' or 'D' => '0',
        'I' or 'l' or '|' => '1',
        'Z' => '2',
        'S' => '5',
        'G' => '6',
        'B' => '8',
        _ => seen,
    };

    private static char Letter(char seen) => seen switch
    {
        '0' => 'O',
        '1' or 'l' or '|' => 'I',
        '2' => 'Z',
        '5' => 'S',
        '6' => 'G',
        '8' => 'B',
        ')' or ']' => 'J',
        _ => seen,
    };

    private static string Alike(char seen) => seen switch
    {
        '0' => "OQD",
        'O' => "0QD",
        'Q' => "0O",
        'D' => "0O",
        '1' => "IJL",
        'I' or '|' or 'l' => "1LJ",
        'L' => "1I",
        '2' or '7' => "Z",
        'Z' => "27",
        '5' => "S",
        'S' => "5",
        '6' => "G",
        'G' => "6C",
        'C' => "G",
        '8' => "B",
        'B' => "8",
        ')' or ']' => "J",
        'V' => "U",
        'U' => "V",
        _ => "",
    };

    private static string Spaced(ReadOnlySpan<char> compact, string like)
    {
        var spaced = like.ToCharArray();
        for (int i = 0, next = 0; next < compact.Length; i++)
        {
            if (spaced[i] != ' ')
                spaced[i] = compact[next++];
        }

        return new string(spaced);
    }

    /// <summary>What is seen as a letter among the check digits, which are digits, of an account that goes on in the next line too: <c>FRO7 3000 1007</c>.</summary>
    [GeneratedRegex(@"(?:(?<=\b[A-Z]{2})O(?=[0-9O] )|(?<=\b[A-Z]{2}[0-9O])O(?= ))(?=[0-9O]? [A-Z0-9]{4} [0-9]{4}\b)", RegexOptions.CultureInvariant)]
    private static partial Regex CheckDigit();

    /// <summary>A country and check digits, then groups of four, with the characters that letters and digits are taken for.</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9])[A-Z]{2}[0-9OQDIl|ZSGB]{2}(?: ?[A-Z0-9l|)\]]{4}){2,7}(?: ?[A-Z0-9l|)\]]{1,3})?(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Seen();
}
