using System.Buffers;

namespace Dlp.Engine.Validation;

/// <summary>What people write where a secret would stand: <c>${TOKEN}</c>, <c>&lt;your-key&gt;</c>, <c>changeme</c>, <c>xxxxxxxx</c>.</summary>
internal static class Placeholder
{
    private static readonly SearchValues<string> Words = SearchValues.Create(
        [
            "changeme", "change-me", "change_me", "changez", "placeholder", "redacted", "your-", "your_", "yourkey", "yourpass", "yourtoken", "votre",
            "replace", "insert", "xxxx", "****", "....", "____", "todo", "fixme", "test-key", "testkey", "test_key", "secret-key", "secret_key",
            "my-secret", "my_secret", "mysecret", "api-key", "api_key", "process.env", "os.environ", "getenv",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Brackets = SearchValues.Create("<[({");

    private static readonly SearchValues<char> OfExpressions =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-$@/\\ \"'");

    /// <summary>Whether a value stands for a secret rather than being one.</summary>
    public static bool IsIn(ReadOnlySpan<char> value) => IsVariable(value) || IsMask(value) || value.ContainsAny(Words);

    // One character over and over, with or without punctuation: 00000000-0000.
    private static bool IsMask(ReadOnlySpan<char> value)
    {
        var mask = '\0';
        foreach (var character in value)
        {
            if (!char.IsLetterOrDigit(character))
                continue;
            if (mask != '\0' && mask != character)
                return false;
            mask = character;
        }

        return true;
    }

    // What a shell, a template or a language fills in: a name between the signs that it uses. A password may hold these signs too, with no name between.
    private static bool IsVariable(ReadOnlySpan<char> value) =>
        Holds(value, "${", "}")
        || Holds(value, "{{", "}}")
        || Holds(value, "$(", ")")
        || value.Contains("<%", StringComparison.Ordinal)
        || IsBetween(value, '<', '>')
        || IsBetween(value, '[', ']')
        || IsBetween(value, '{', '}')
        || IsBetween(value, '%', '%')
        || (value.StartsWith('$') && IsName(value[1..]))
        || (value.Length > 2 && Brackets.Contains(value[0]) && IsName(value[1..]));

    private static bool IsBetween(ReadOnlySpan<char> value, char open, char close) =>
        value.Length > 2 && value[0] == open && value[^1] == close;

    // The value may end before what closes: ${NAME:-a default}, {{ .Values.password }}.
    private static bool Holds(ReadOnlySpan<char> value, string open, string close)
    {
        var start = value.IndexOf(open, StringComparison.Ordinal);
        if (start < 0)
            return false;
        var inside = value[(start + open.Length)..];
        var end = inside.IndexOf(close, StringComparison.Ordinal);
        if (end >= 0)
            inside = inside[..end];
        var stop = inside.IndexOfAnyExcept(OfExpressions);
        return stop < 0 || (stop > 0 && ":|([?,+=%#&*".Contains(inside[stop]));
    }

    private static bool IsName(ReadOnlySpan<char> value)
    {
        foreach (var character in value)
        {
            if (!char.IsAsciiLetter(character) && character != '_')
                return false;
        }

        return value.Length > 2;
    }
}
