namespace Dlp.Engine.Validation;

/// <summary>
/// Token of GitHub. The last six of the 36 characters after <c>ghp_</c>, <c>gho_</c>, <c>ghu_</c>, <c>ghs_</c> or <c>ghr_</c> are the
/// <see cref="Base62Checksum"/> of the thirty before. Source: GitHub, "Behind GitHub's new authentication token formats" (2021).
/// Since April 2026 installation tokens are <c>ghs_</c>, the app's number and a web token; source: GitHub, "Notice about upcoming new format
/// for GitHub App installation tokens". No check digit of the fine-grained tokens (<c>github_pat_</c>) is published: their shape is all that
/// is checked.
/// </summary>
internal static class GitHubToken
{
    private const string FineGrained = "github_pat_";
    private const string Installation = "ghs_";

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        if (value.StartsWith(FineGrained, StringComparison.Ordinal))
            return IsFineGrained(value[FineGrained.Length..]);
        return value.Contains('.') ? IsInstallation(value) : IsClassic(value);
    }

    private static bool IsClassic(ReadOnlySpan<char> value) =>
        value.Length == 40
        && value.StartsWith("gh", StringComparison.Ordinal)
        && value[2] is 'p' or 'o' or 'u' or 's' or 'r'
        && value[3] == '_'
        && !value[4..].ContainsAnyExcept(Base62Checksum.Alphabet)
        && Base62Checksum.Holds(value[4..34], value[34..]);

    private static bool IsInstallation(ReadOnlySpan<char> value)
    {
        if (!value.StartsWith(Installation, StringComparison.Ordinal))
            return false;
        var body = value[Installation.Length..];
        var app = body.IndexOf('_');
        return app > 0 && !body[..app].ContainsAnyExceptInRange('0', '9') && JsonWebToken.IsValid(body[(app + 1)..]);
    }

    private static bool IsFineGrained(ReadOnlySpan<char> body) =>
        body.Length == 82 && body[22] == '_' && !body[..22].ContainsAnyExcept(Base62Checksum.Alphabet) && !body[23..].ContainsAnyExcept(Base62Checksum.Alphabet);
}
