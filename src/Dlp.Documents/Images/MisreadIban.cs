using System.Text.RegularExpressions;

namespace Dlp.Documents.Images;

/// <summary>
/// Account numbers (ISO 13616) in which letters and digits that look alike were taken for each other. Where there can be digits or letters only, they are put right by that; what may be
/// either, in French accounts, by both of their check digits.
/// </summary>
internal static partial class MisreadIban
{
    /// <summary>What stands behind the check digits of those whose kinds tell letters from digits: so many letters (a), digits (n), either (c). Source: SWIFT, "IBAN Registry".</summary>
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["AT"] = Of(digits: 16),
        ["BE"] = Of(digits: 12),
        ["CZ"] = Of(digits: 20),
        ["DE"] = Of(digits: 18),
        ["DK"] = Of(digits: 14),
        ["ES"] = Of(digits: 20),
        ["FI"] = Of(digits: 14),
        ["FR"] = FrenchKinds,
        ["GB"] = Of(letters: 4, digits: 14),
        ["HU"] = Of(digits: 24),
        ["IE"] = Of(letters: 4, digits: 14),
        ["LT"] = Of(digits: 16),
        ["MC"] = FrenchKinds,
        ["NL"] = Of(letters: 4, digits: 10),
        ["NO"] = Of(digits: 11),
        ["PL"] = Of(digits: 24),
        ["PT"] = Of(digits: 21),
        ["SE"] = Of(digits: 20),
    };

    private const string FrenchKinds = "nnnnnnnnnncccccccccccnn";

    /// <summary>More that were misread than these leave too many accounts that they may have been.</summary>
    private const int MostMisread = 2;

    public static string Mended(string text) => Seen().Replace(CheckDigit().Replace(text, "0"), static match => Written(match.Value) ?? match.Value);

    private static string Of(int letters = 0, int digits = 0) => new string('a', letters) + new string('n', digits);

    /// <summary>What can only have stood where this was seen; null when it was that, or nobody knows.</summary>
    private static string? Written(string seen)
    {
        if (!Kinds.TryGetValue(seen[..2], out var kinds) || EndOf(seen, kinds.Length + 4) is not { } end)
            return null;
        var compact = seen[..end].Replace(" ", "", StringComparison.Ordinal).ToCharArray();
        for (var i = 2; i < compact.Length; i++)
            compact[i] = i < 4 || kinds[i - 4] == 'n' ? Digit(compact[i]) : kinds[i - 4] == 'a' ? Letter(compact[i]) : compact[i];
        if (!IsValid(compact) && !(kinds == FrenchKinds && MendEither(compact)))
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
            if (IsValid(iban) && HasFrenchKey(iban))
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

    /// <summary>MOD 97-10 (ISO/IEC 7064): letters count from 10.</summary>
    private static bool IsValid(ReadOnlySpan<char> iban)
    {
        var remainder = 0;
        for (var i = 0; i < iban.Length; i++)
        {
            var character = iban[(i + 4) % iban.Length];
            if (char.IsAsciiDigit(character))
                remainder = ((remainder * 10) + character - '0') % 97;
            else if (char.IsAsciiLetterUpper(character))
                remainder = ((remainder * 100) + character - 'A' + 10) % 97;
            else
                return false;
        }

        return remainder == 1;
    }

    /// <summary>The key of the account itself (Comité français d'organisation et de normalisation bancaires, « RIB »): letters count from 1 to 9, again and again, the last time from 2.</summary>
    private static bool HasFrenchKey(ReadOnlySpan<char> iban)
    {
        var remainder = 0;
        foreach (var character in iban[4..])
        {
            var digit = char.IsAsciiDigit(character) ? character - '0' : character < 'S' ? ((character - 'A') % 9) + 1 : character - 'S' + 2;
            remainder = ((remainder * 10) + digit) % 97;
        }

        return remainder == 0;
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
