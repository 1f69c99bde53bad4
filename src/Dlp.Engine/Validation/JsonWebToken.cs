using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Dlp.Engine.Validation;

/// <summary>
/// JSON Web Token in compact form: header, claims and signature in base64url, where the header is a JSON object with <c>alg</c> and the
/// claims are a JSON object. Source: RFC 7519, section 7.2; RFC 7515, section 3.1. An empty signature (<c>alg</c> none) is accepted.
/// </summary>
internal static class JsonWebToken
{
    private const int Longest = 16 * 1024;

    // The signature's bits are not ours to judge: a token whose last character was mistyped still shows its claims.
    private static readonly SearchValues<char> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        if (value.Length > Longest)
            return false;
        Span<Range> parts = stackalloc Range[4];
        if (value.Split(parts, '.') != 3)
            return false;

        using var header = ObjectIn(value[parts[0]]);
        using var claims = ObjectIn(value[parts[1]]);
        return header is not null && claims is not null && NamesAlgorithm(header) && !value[parts[2]].ContainsAnyExcept(Alphabet);
    }

    private static bool NamesAlgorithm(JsonDocument header)
    {
        try
        {
            return header.RootElement.TryGetProperty("alg", out var algorithm) && algorithm.ValueKind == JsonValueKind.String;
        }
        catch (InvalidOperationException)
        {
            // A name with half a surrogate pair is grammatical JSON, yet cannot be compared.
            return false;
        }
    }

    private static JsonDocument? ObjectIn(ReadOnlySpan<char> base64)
    {
        if (base64.IsEmpty || !Base64Url.IsValid(base64))
            return null;
        try
        {
            var document = JsonDocument.Parse(Base64Url.DecodeFromChars(base64));
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
