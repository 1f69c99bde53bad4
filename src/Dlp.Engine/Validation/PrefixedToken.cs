namespace Dlp.Engine.Validation;

/// <summary>
/// Tokens of four letters, thirty characters and the six of their <see cref="Base62Checksum"/>, which covers the thirty alone. npm:
/// GitHub, "Announcing npm's new access token format" (2021). NetBird: personal_access_token.go of its management server.
/// </summary>
internal static class PrefixedToken
{
    private const int Prefix = 4;
    private const int Body = 30;
    private const int Checksum = 6;

    /// <summary>Token of npm's registry.</summary>
    public static bool IsNpm(ReadOnlySpan<char> value) => IsValid(value, "npm_");

    /// <summary>Personal token of a NetBird network.</summary>
    public static bool IsNetBird(ReadOnlySpan<char> value) => IsValid(value, "nbp_");

    private static bool IsValid(ReadOnlySpan<char> value, string prefix) =>
        value.Length == Prefix + Body + Checksum
        && value.StartsWith(prefix, StringComparison.Ordinal)
        && !value[Prefix..].ContainsAnyExcept(Base62Checksum.Alphabet)
        && Base62Checksum.Holds(value.Slice(Prefix, Body), value[^Checksum..]);
}
