namespace Dlp.Engine.Validation;

/// <summary>
/// Access or refresh token of a Synapse server: <c>syt_</c> or <c>syr_</c>, the account in base 64, twenty random letters, and the
/// <see cref="Base62Checksum"/> of all that stands before its underscore. Source: Synapse, handlers/auth.py.
/// </summary>
internal static class MatrixToken
{
    private const int Checksum = 6;

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        var end = value.LastIndexOf('_');
        return (value.StartsWith("syt_", StringComparison.Ordinal) || value.StartsWith("syr_", StringComparison.Ordinal))
            && value.Length - end - 1 == Checksum
            && value[..end].IndexOfAnyExceptInRange('!', '~') < 0
            && Base62Checksum.Holds(value[..end], value[(end + 1)..]);
    }
}
