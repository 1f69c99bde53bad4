using Dlp.Api.Requests;

namespace Dlp.Api.Security;

/// <summary>
/// Refuses what a foreign page sends. Browsers name the page in <c>Origin</c>, or say in <c>Sec-Fetch-Site</c> that there is one;
/// a program that is no browser sends neither. No answer ever bears CORS headers.
/// </summary>
internal sealed class OriginGuard(RequestDelegate next, ApiOptions options, Callers callers)
{
    private const string Refusal = "Pages of other origins may not call this host. An extension's origin is added to Dlp:AllowedOrigins.";

    private const string AnyFirefoxExtension = "moz-extension://*";

    private readonly HashSet<string> _allowed = new(options.AllowedOrigins ?? [ApiOptions.ExtensionOrigin], StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext http) =>
        IsTrusted(http.Request)
            ? next(http)
            : Problems.Write(http, StatusCodes.Status403Forbidden, Refusal);

    private bool IsTrusted(HttpRequest request)
    {
        var origins = request.Headers.Origin;
        if (origins.Count > 1)
            return false;
        if (origins.Count == 1)
            return origins[0] is { } origin && (IsOwn(origin, request) || IsAllowed(origin) || IsFirefoxOfBearer(origin, request));
        return request.Headers["Sec-Fetch-Site"].ToString() is "" or "none" or "same-origin" || IsLinkToPage(request);
    }

    /// <summary>Firefox gives an extension another origin in each profile, so that no list can name it.</summary>
    private bool IsAllowed(string origin) =>
        _allowed.Contains(origin)
        || (_allowed.Contains(AnyFirefoxExtension) && origin.StartsWith(AnyFirefoxExtension[..^1], StringComparison.OrdinalIgnoreCase));

    /// <summary>A valid token stands for the origin that nobody can list: no page knows one.</summary>
    private bool IsFirefoxOfBearer(string origin, HttpRequest request) =>
        origin.StartsWith(AnyFirefoxExtension[..^1], StringComparison.OrdinalIgnoreCase) && callers.FindBearer(request) is not null;

    private static bool IsOwn(string origin, HttpRequest request) =>
        origin.Equals($"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);

    /// <summary>Following a link to the page is harmless: it holds nothing, acts on nothing by itself and cannot be framed.</summary>
    private static bool IsLinkToPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Path == "/"
        && request.Headers["Sec-Fetch-Mode"] == "navigate"
        && request.Headers["Sec-Fetch-Dest"] == "document";
}
