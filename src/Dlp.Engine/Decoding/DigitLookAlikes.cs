using Dlp.Engine.Normalization;

namespace Dlp.Engine.Decoding;

/// <summary>
/// Numbers in which letters stand for digits that look the same, by mistake or to hide them: <c>4539 l488 O343 6467</c>. Letters alone, and
/// groups that hold any other letter, are no numbers.
/// </summary>
internal static class DigitLookAlikes
{
    // The shortest telephone numbers; a longer one than the longest account number is none.
    private const int FewestDigits = 10;
    private const int MostDigits = 40;

    // At least two digits for each letter.
    private const int DigitsPerLetter = 2;

    /// <summary>The first such number that starts at or after a place; starts at the end of the text when there is none.</summary>
    public static TextSpan Next(ReadOnlySpan<char> text, int from)
    {
        for (var at = NextMixed(text, from); at < text.Length; at = NextMixed(text, at))
        {
            var (number, end) = NumberAround(text, at, from);
            if (number.Length > 0)
                return number;
            at = Math.Max(at + 1, end);
        }

        return new TextSpan(text.Length, text.Length);
    }

    /// <summary>Appends a number, with digits only.</summary>
    public static void Read(ReadOnlySpan<char> text, TextSpan number, DecodedTextBuilder builder)
    {
        builder.Begin(new EncodedRun(number, TextEncoding.DigitLookAlikes));
        for (var at = number.Start; at < number.End; at++)
            builder.Append([DigitOf(text[at]) ?? text[at]], at, at + 1);
    }

    // The next digit beside a letter that looks like one.
    private static int NextMixed(ReadOnlySpan<char> text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            var skipped = text[at..].IndexOfAnyInRange('0', '9');
            if (skipped < 0)
                break;
            at += skipped;
            if ((at > from && IsLetter(text[at - 1])) || (at + 1 < text.Length && IsLetter(text[at + 1])))
                return at;
        }

        return text.Length;
    }

    // The groups around a place, and where the last of them ends.
    private static (TextSpan Number, int End) NumberAround(ReadOnlySpan<char> text, int at, int from)
    {
        var start = StartOfGroup(text, at, from);
        if (EndOfGroup(text, start) is not { } end)
            return (default, EndOfWord(text, at));
        while (start - 2 >= from && end - start <= 2 * MostDigits && IsJoint(text[start - 1]) && StartOfGroup(text, start - 2, from) is var before && EndOfGroup(text, before) == start - 1)
            start = before;
        while (end + 1 < text.Length && IsJoint(text[end]) && EndOfGroup(text, end + 1) is { } next)
            end = next;

        var (digits, letters) = (0, 0);
        foreach (var unit in text[start..end])
        {
            digits += char.IsAsciiDigit(unit) ? 1 : 0;
            letters += IsLetter(unit) ? 1 : 0;
        }

        var isNumber = digits + letters is >= FewestDigits and <= MostDigits && digits >= DigitsPerLetter * letters;
        return (isNumber ? new TextSpan(start, end) : default, end);
    }

    private static int StartOfGroup(ReadOnlySpan<char> text, int at, int from)
    {
        while (at > from && IsWord(text[at - 1]))
            at--;
        return at;
    }

    // Where a group of digits and letters that look like some ends; null when there is none.
    private static int? EndOfGroup(ReadOnlySpan<char> text, int start)
    {
        var (end, hasDigit) = (start, false);
        for (; end < text.Length && IsWord(text[end]); end++)
        {
            if (!char.IsAsciiDigit(text[end]) && !IsLetter(text[end]))
                return null;
            hasDigit |= char.IsAsciiDigit(text[end]);
        }

        return hasDigit ? end : null;
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && IsWord(text[at]))
            at++;
        return at;
    }

    private static bool IsJoint(char unit) => unit is ' ' or '.' or '-' or '\u00A0' or '\u202F';

    private static bool IsWord(char unit) => char.IsLetterOrDigit(unit) || unit is '|' or '_';

    private static bool IsLetter(char unit) => DigitOf(unit) is not null;

    // What it looks like; null for a digit, and for what does not look like one.
    private static char? DigitOf(char unit) => unit switch
    {
        'O' or 'o' => '0',
        'l' or 'I' or '|' => '1',
        < (char)128 => null,
        _ => LookAlikes.Latin(new(char.IsSurrogate(unit) ? '?' : unit)) switch { "o" => '0', "l" => '1', _ => null },
    };
}
