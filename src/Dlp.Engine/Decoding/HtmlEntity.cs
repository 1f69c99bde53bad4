using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text;

namespace Dlp.Engine.Decoding;

/// <summary>Character references of HTML: by number, also without the semicolon as browsers read them, or by name.</summary>
internal static class HtmlEntity
{
    private const int LongestName = 31;
    private const int LongestNumber = 9;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    // Names of ASCII characters and of the no-break space (WHATWG HTML, section 13.5), most of them new in HTML 5; the others of HTML 4 are in the base library.
    private static readonly FrozenDictionary<string, char> CommonNames =
        ("amp lt gt quot nbsp Tab NewLine excl num dollar percnt apos lpar rpar ast plus comma period sol colon semi equals quest commat "
            + "lsqb lbrack bsol rsqb rbrack Hat lowbar grave lcub lbrace verbar vert rcub rbrace hyphen dash").Split(' ')
        .Zip("&<>\"\u00a0\t\n!#$%'()*+,./:;=?@[[\\]]^_`{{||}}--")
        .ToFrozenDictionary(name => name.First, name => name.Second, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, char>.AlternateLookup<ReadOnlySpan<char>> CommonNamesBySpan = CommonNames.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Characters of the reference that starts at an ampersand; 0 when there is none.</summary>
    public static int Read(ReadOnlySpan<char> text, int start, DecodedTextBuilder? builder)
    {
        Span<char> units = stackalloc char[2];
        var rest = text[(start + 1)..];
        var length = rest is ['#', ..] ? ReadNumber(rest[1..], units, out var written) + 1 : ReadName(rest, units, out written);
        if (written == 0)
            return 0;
        length += 1;
        builder?.Append(units[..written], start, start + length);
        return length;
    }

    private static int ReadNumber(ReadOnlySpan<char> rest, Span<char> units, out int written)
    {
        written = 0;
        var marker = rest is ['x' or 'X', ..] ? 1 : 0;
        var digits = rest[marker..Math.Min(rest.Length, marker + LongestNumber)];
        var end = marker == 0 ? digits.IndexOfAnyExceptInRange('0', '9') : IndexAfterHex(digits);
        digits = end < 0 ? digits : digits[..end];
        var style = marker == 0 ? NumberStyles.None : NumberStyles.AllowHexSpecifier;
        if (!int.TryParse(digits, style, CultureInfo.InvariantCulture, out var value) || !Rune.IsValid(value) || value == 0)
            return 0;
        written = new Rune(value).EncodeToUtf16(units);
        var length = marker + digits.Length;
        return length < rest.Length && rest[length] == ';' ? length + 1 : length;
    }

    private static int ReadName(ReadOnlySpan<char> rest, Span<char> units, out int written)
    {
        written = 0;
        var end = rest[..Math.Min(rest.Length, LongestName + 1)].IndexOfAnyExcept(NameCharacters);
        if (end < 2 || rest[end] != ';')
            return 0;
        if (CommonNamesBySpan.TryGetValue(rest[..end], out var character))
        {
            units[0] = character;
            written = 1;
            return end + 1;
        }

        var decoded = WebUtility.HtmlDecode($"&{rest[..end]};");
        if (decoded.Length > units.Length)
            return 0;
        decoded.CopyTo(units);
        written = decoded.Length;
        return end + 1;
    }

    private static int IndexAfterHex(ReadOnlySpan<char> digits)
    {
        for (var i = 0; i < digits.Length; i++)
        {
            if (!char.IsAsciiHexDigit(digits[i]))
                return i;
        }

        return -1;
    }
}
