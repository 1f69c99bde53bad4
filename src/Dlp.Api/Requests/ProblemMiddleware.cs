using Dlp.Api.Security;
using Dlp.Api.Storage;
using Microsoft.Data.Sqlite;

namespace Dlp.Api.Requests;

/// <summary>Gives every failure a body of problem details. An exception's message may quote a draft, so only its type and stack are logged.</summary>
internal sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception exception) when ((exception is OperationCanceledException or IOException) && http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
#pragma warning disable CA1031 // The last line of defence: whatever went wrong, the answer is a problem that quotes nothing.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var status = StatusOf(exception);
            if (http.Response.HasStarted)
            {
                http.Abort();
                return;
            }

            http.Response.Clear();
            ResponseHeaders.AddTo(http.Response.Headers);
            http.Response.StatusCode = status;
            if (status == StatusCodes.Status503ServiceUnavailable)
                http.Response.Headers.RetryAfter = "5";
        }

        if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null } response)
            await Problems.Write(http, response.StatusCode, DetailOf(response.StatusCode));
    }

    private int StatusOf(Exception exception)
    {
        switch (exception)
        {
            case BadHttpRequestException bad:
                return bad.StatusCode;
            case StorageException { InnerException: SqliteException cause }:
                LogStorage(cause.SqliteErrorCode);
                return StatusCodes.Status503ServiceUnavailable;
            default:
                LogUnhandled(string.Join(" < ", Chain(exception).Select(cause => cause.GetType().FullName)), exception.StackTrace);
                return StatusCodes.Status500InternalServerError;
        }
    }

    private static string DetailOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request is not valid HTTP for this endpoint: its body ended early or its framing is wrong.",
        StatusCodes.Status404NotFound => "There is nothing here. /openapi/v1.json lists what there is.",
        StatusCodes.Status405MethodNotAllowed => "This method is not for this path. The Allow header lists those that are.",
        StatusCodes.Status408RequestTimeout => "The body arrived too slowly.",
        StatusCodes.Status413PayloadTooLarge => "The body is larger than this host accepts (Dlp:MaximumBodyBytes). Send less text or fewer files.",
        StatusCodes.Status415UnsupportedMediaType => "Send application/json, or multipart/form-data to /v1/checks.",
        StatusCodes.Status503ServiceUnavailable =>
            "The record of this request could not be written, so the request counts as not made: nothing was checked. "
            + "Try again; if it goes on, free space in Dlp:DataDirectory.",
        StatusCodes.Status500InternalServerError => "Something is wrong in the program. The log tells where; nothing was checked.",
        _ => "The request could not be served.",
    };

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            yield return cause;
    }

    [LoggerMessage(LogLevel.Error, "The database did not answer (SQLite error {Code}); the request was refused.")]
    private partial void LogStorage(int code);

    [LoggerMessage(LogLevel.Error, "A request failed: {Types}\n{Stack}")]
    private partial void LogUnhandled(string types, string? stack);
}
