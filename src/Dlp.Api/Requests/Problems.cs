using Microsoft.AspNetCore.Http.HttpResults;

namespace Dlp.Api.Requests;

/// <summary>Problem details (RFC 9457), the body of every error.</summary>
internal static class Problems
{
    public static ProblemHttpResult Of(int status, string detail) => TypedResults.Problem(detail, statusCode: status);

    /// <summary>A 400 that lists every fault of the request.</summary>
    public static ProblemHttpResult BadRequest(params IReadOnlyList<Fault> faults) => TypedResults.Problem(
        detail: string.Join(' ', faults.Select(fault => $"{fault.Field}: {fault.Message}")),
        statusCode: StatusCodes.Status400BadRequest,
        extensions: new Dictionary<string, object?> { ["faults"] = faults });

    public static Task Write(HttpContext http, int status, string detail) => Of(status, detail).ExecuteAsync(http);
}
