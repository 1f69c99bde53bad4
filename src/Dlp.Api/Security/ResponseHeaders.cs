namespace Dlp.Api.Security;

/// <summary>Headers that keep answers out of caches, frames and foreign pages.</summary>
internal sealed class ResponseHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        AddTo(http.Response.Headers);
        return next(http);
    }

    /// <summary>An endpoint may replace a policy with its own.</summary>
    public static void AddTo(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
