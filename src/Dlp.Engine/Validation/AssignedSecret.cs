using System.Buffers;

namespace Dlp.Engine.Validation;

/// <summary>
/// What a program or a settings file assigns to a name such as <c>token</c>, and may be the secret itself: six characters or more with a
/// digit among them, several signs or mixed as no word is, no placeholder, no name, address, path, version, date or short number. A rule of thumb; no issuer defines it.
/// </summary>
internal static class AssignedSecret
{
    private const int Shortest = 6;
    private const int ShortestOfDigits = 12;
    private const int ShortestWithBrackets = 10;
    private const int ManySigns = 4;
    private const int DeepestExpression = 16;
    private const string Signs = "!#$%^&*+?~@()[]{}|";

    private static readonly SearchValues<char> OfNames =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.!&:?");

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        return value.Length >= Shortest
            && !Placeholder.IsIn(value)
            && !SpecimenSecret.SaysSo(value)
            && !IsNumber(value)
            && !IsElsewhere(value)
            && (value.ContainsAnyInRange('0', '9') || DrawnString.IsValid(value) || HasManySigns(value))
            && !IsName(value);
    }

    // More signs than words and expressions hold, as of a password that a program made.
    private static bool HasManySigns(ReadOnlySpan<char> value)
    {
        var signs = 0;
        foreach (var sign in Signs)
            signs += value.Contains(sign) ? 1 : 0;
        return signs >= ManySigns;
    }

    // Digits, and what stands between those of dates, versions, sizes and amounts.
    private static bool IsNumber(ReadOnlySpan<char> value)
    {
        if (value.Length >= ShortestOfDigits && !value.ContainsAnyExceptInRange('0', '9'))
            return false;
        var letters = 0;
        foreach (var character in value)
        {
            if (char.IsAsciiLetter(character))
                letters++;
            else if (!char.IsAsciiDigit(character) && !".,:/+-_%TZ".Contains(character))
                return false;
        }

        return letters <= 2;
    }

    // An address, a call, a member, a path: where the secret is, not what it is.
    private static bool IsElsewhere(ReadOnlySpan<char> value) =>
        value.Contains("://", StringComparison.Ordinal) || IsExpression(value) || value[0] is '/' or '.' or '@' or '\\' || value.Contains("->", StringComparison.Ordinal);

    // find(id), rows[2], {a: 1}. What only closes belongs to the text around the value: login(token=…); in a drawn password brackets seldom pair.
    private static bool IsExpression(ReadOnlySpan<char> value)
    {
        var bracket = value.IndexOfAny("([{");
        if (bracket < 0)
            return value.TrimEnd(")]}").ContainsAny(")]}");
        var before = value[..bracket];
        return bracket == 0 || value.Length < ShortestWithBrackets || (before.Length > 1 && !before.ContainsAnyExcept(OfNames)) || IsBalanced(value);
    }

    private static bool IsBalanced(ReadOnlySpan<char> value)
    {
        Span<char> closing = stackalloc char[DeepestExpression];
        var depth = 0;
        foreach (var character in value)
        {
            var closes = character switch { '(' => ')', '[' => ']', '{' => '}', _ => '\0' };
            if (closes != '\0')
            {
                if (depth == closing.Length)
                    return false;
                closing[depth++] = closes;
            }
            else if (character is ')' or ']' or '}' && (depth == 0 || closing[--depth] != character))
            {
                return false;
            }
        }

        return depth == 0;
    }

    // Words of letters, with a number at the end of some: token2, sha256, my-key-v2.
    private static bool IsName(ReadOnlySpan<char> value)
    {
        if (!value.ContainsAnyExceptInRange('0', '9'))
            return false;
        var changes = 0;
        for (var i = 1; i < value.Length; i++)
        {
            if (char.IsAsciiDigit(value[i - 1]) && char.IsAsciiLetter(value[i]))
                changes++;
            else if (!char.IsAsciiLetterOrDigit(value[i]) && !"_-./".Contains(value[i]))
                return false;
        }

        return changes == 0 && !DrawnString.IsValid(value);
    }
}
