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

    private static bool IsVariable(ReadOnlySpan<char> value) =>
        value.Contains("${", StringComparison.Ordinal)
        || value.Contains("{{", StringComparison.Ordinal)
        || value.Contains("$(", StringComparison.Ordinal)
        || value.Contains("<%", StringComparison.Ordinal)
        || IsBetween(value, '<', '>')
        || IsBetween(value, '[', ']')
        || IsBetween(value, '{', '}')
        || IsBetween(value, '%', '%')
        || (value.StartsWith('$') && IsName(value[1..]));

    private static bool IsBetween(ReadOnlySpan<char> value, char open, char close) =>
        value.Length > 2 && value[0] == open && value[^1] == close;

    private static bool IsName(ReadOnlySpan<char> value)
    {
        foreach (var character in value)
        {
            if (!char.IsAsciiLetterUpper(character) && character != '_')
                return false;
        }

        return value.Length > 2;
    }
}
