using Dlp.Api.Requests;

namespace Dlp.Api.Security;

/// <summary>Refuses bodies other than JSON and multipart: a form or plain text is what a page may send without asking.</summary>
internal sealed class ContentTypeGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http) =>
        !HttpMethods.IsPost(http.Request.Method) || IsAccepted(http.Request.ContentType)
            ? next(http)
            : Problems.Write(http, StatusCodes.Status415UnsupportedMediaType, "Send application/json, or multipart/form-data to /v1/checks.");

    private static bool IsAccepted(string? contentType) => ContentTypes.IsJson(contentType) || ContentTypes.IsForm(contentType);
}
