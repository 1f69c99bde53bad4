using Dlp.Api.Requests;
using Microsoft.Net.Http.Headers;

namespace Dlp.Api.Security;

/// <summary>Refuses bodies other than JSON and multipart: a form or plain text is what a page may send without asking.</summary>
internal sealed class ContentTypeGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http) =>
        !HttpMethods.IsPost(http.Request.Method) || IsAccepted(http.Request.ContentType)
            ? next(http)
            : Problems.Write(http, StatusCodes.Status415UnsupportedMediaType, "Send application/json, or multipart/form-data to /v1/checks.");

    private static bool IsAccepted(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase));
}
