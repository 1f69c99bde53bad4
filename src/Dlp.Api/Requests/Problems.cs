using Microsoft.AspNetCore.Http.HttpResults;

namespace Dlp.Api.Requests;

/// <summary>Problem details (RFC 9457), the body of every error.</summary>
internal static class Problems
{
    /// <summary>A longer list helps nobody, and an answer must not be far larger than its request.</summary>
    public const int MostFaults = 100;

    public static ProblemHttpResult Of(int status, string detail) => TypedResults.Problem(detail, statusCode: status);

    /// <summary>A 400 that lists every fault of the request, of very many the first.</summary>
    public static ProblemHttpResult BadRequest(params IReadOnlyList<Fault> faults)
    {
        var listed = faults.Take(MostFaults).ToList();
        var details = listed.Select(fault => $"{fault.Field}: {fault.Message}");
        if (faults.Count > MostFaults)
            details = details.Append($"There are more faults; these are the first {MostFaults}.");
        return TypedResults.Problem(
            detail: string.Join(' ', details),
            statusCode: StatusCodes.Status400BadRequest,
            extensions: new Dictionary<string, object?> { ["faults"] = listed });
    }

    public static Task Write(HttpContext http, int status, string detail) => Of(status, detail).ExecuteAsync(http);
}
