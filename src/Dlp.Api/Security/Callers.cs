using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Dlp.Api.Security;

/// <summary>Who may call: the bearers of the configured tokens, or anyone on this machine when there are none.</summary>
internal sealed class Callers
{
    private readonly (byte[] Hash, Caller Caller)[] _tokens;

    public Callers(ApiOptions options) =>
        _tokens = [.. (options.Tokens ?? []).Select(token => (Convert.FromHexString(token.Sha256), new Caller(token.Name, token.Groups ?? [])))];

    public bool NeedToken => _tokens.Length > 0;

    /// <summary>Whose token a request bears; null when it bears none that is known.</summary>
    public Caller? FindBearer(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
        && header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
        && header.Parameter is { Length: > 0 } token
            ? Find(token)
            : null;

    /// <summary>Finds the bearer of a token; compares all hashes, each in constant time, so that timing tells nothing.</summary>
    private Caller? Find(string token)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(token), hash);
        Caller? found = null;
        foreach (var (known, caller) in _tokens)
        {
            if (CryptographicOperations.FixedTimeEquals(known, hash))
                found = caller;
        }

        return found;
    }
}

/// <summary>Who calls.</summary>
/// <param name="Name">For the operator.</param>
/// <param name="Groups">For the policy.</param>
internal sealed record Caller(string Name, IReadOnlyList<string> Groups)
{
    public static readonly Caller Local = new("local", []);
}
