using Dlp.Api.Requests;

namespace Dlp.Api.Security;

/// <summary>Asks every call to the API proper for a bearer token once tokens are configured.</summary>
internal sealed class BearerGuard(RequestDelegate next, Callers callers)
{
    public Task InvokeAsync(HttpContext http)
    {
        var caller = callers.NeedToken && IsGuarded(http.Request.Path) ? callers.FindBearer(http.Request) : Caller.Local;
        if (caller is not null)
        {
            http.Features.Set(caller);
            return next(http);
        }

        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Write(http, StatusCodes.Status401Unauthorized, "Send the header Authorization: Bearer with a token that this host knows.");
    }

    private static bool IsGuarded(PathString path) =>
        path.StartsWithSegments("/v1", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/presidio", StringComparison.OrdinalIgnoreCase);
}
