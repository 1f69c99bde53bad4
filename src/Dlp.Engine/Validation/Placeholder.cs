using System.Buffers;

namespace Dlp.Engine.Validation;

/// <summary>What people write where a secret would stand: <c>${TOKEN}</c>, <c>&lt;your-key&gt;</c>, <c>changeme</c>, <c>xxxxxxxx</c>.</summary>
internal static class Placeholder
{
    private static readonly SearchValues<string> Words = SearchValues.Create(
        [
            "example", "exemple", "changeme", "change-me", "change_me", "changez", "placeholder", "redacted", "dummy", "sample", "your-", "your_", "yourkey",
            "yourpass", "yourtoken", "votre", "replace", "insert", "xxxx", "****", "....", "____", "todo", "fixme", "test-key", "testkey", "test_key",
            "foobar", "lorem", "secret-key", "secret_key", "my-secret", "my_secret", "mysecret", "api-key", "api_key", "process.env", "os.environ", "getenv",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a value stands for a secret rather than being one.</summary>
    public static bool IsIn(ReadOnlySpan<char> value) => IsVariable(value) || value.ContainsAny(Words);

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
