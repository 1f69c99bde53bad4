using Microsoft.Net.Http.Headers;

namespace Dlp.Api.Requests;

/// <summary>What a Content-Type header names. The usual spelling is known without parsing it.</summary>
internal static class ContentTypes
{
    private const string Json = "application/json";
    private const string Form = "multipart/form-data";

    /// <summary>JSON, whatever its charset.</summary>
    public static bool IsJson(string? contentType) => contentType == Json || Names(contentType, Json);

    /// <summary>JSON that does not say to be in another charset than UTF-8.</summary>
    public static bool IsUtf8Json(string? contentType) =>
        contentType == Json
        || (MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)));

    public static bool IsForm(string? contentType) => contentType != Json && Names(contentType, Form);

    private static bool Names(string? contentType, string name) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase);
}
