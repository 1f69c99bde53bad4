using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dlp.Api.Requests;

/// <summary>A request's body, or the problem that answers it.</summary>
internal readonly record struct Body<T>(T? Value, ProblemHttpResult? Problem)
    where T : class
{
    public static implicit operator Body<T>(T value) => new(value, null);

    public static implicit operator Body<T>(ProblemHttpResult problem) => new(null, problem);
}

/// <summary>Reads JSON bodies strictly: UTF-8, at most <see cref="MaximumDepth"/> levels, known keys only, and all faults at once.</summary>
internal static class JsonBody
{
    public const int MaximumDepth = 32;

    /// <summary>The wire format of requests: as of responses, with the strings of JavaScript.</summary>
    private static readonly ApiJson RequestJson = new(new JsonSerializerOptions(ApiJson.Default.Options) { Converters = { new JsonText() } });

    public static async Task<Body<T>> Read<T>(HttpRequest request)
        where T : class
    {
        if (!IsJson(request))
            return Problems.Of(StatusCodes.Status415UnsupportedMediaType, "Send application/json in UTF-8, without content encoding.");
        var reader = request.BodyReader;
        var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
        while (!read.IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync(request.HttpContext.RequestAborted);
        }

        var body = Parse<T>(read.Buffer.IsSingleSegment ? read.Buffer.First : read.Buffer.ToArray());
        reader.AdvanceTo(read.Buffer.End);
        return body;
    }

    public static Body<T> Parse<T>(ReadOnlyMemory<byte> body)
        where T : class
    {
        if (body.Span.StartsWith("\uFEFF"u8))
            body = body[3..];
        if (body.IsEmpty)
            return Problems.BadRequest(new Fault("$", "the body is empty; send a JSON object."));
        if (!Utf8.IsValid(body.Span))
            return Problems.BadRequest(new Fault("$", "the body is not UTF-8; encode it so."));
        return StrictJson.Read<T>(body.Span) is { } value ? value : Explain<T>(body);
    }

    /// <summary>Says what is wrong with a body, if anything is.</summary>
    private static Body<T> Explain<T>(ReadOnlyMemory<byte> body)
        where T : class
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaximumDepth });
        }
        catch (JsonException exception)
        {
            return Problems.BadRequest(new Fault("$", IsJsonOfAnyDepth(body)
                ? $"the JSON is nested deeper than {MaximumDepth} levels; flatten it."
                : $"the body is not JSON: see line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}."));
        }

        using (document)
        {
            var type = (JsonTypeInfo<T>)RequestJson.GetTypeInfo(typeof(T))!;
            if (JsonShape.FaultsOf(document.RootElement, type) is { Count: > 0 } faults)
                return Problems.BadRequest(faults);
            return document.Deserialize(type)!;
        }
    }

    private static bool IsJson(HttpRequest request) =>
        ContentTypes.IsUtf8Json(request.ContentType) && request.Headers.ContentEncoding.Count == 0;

    // A reader rather than a document, whose time grows with the square of the depth.
    private static bool IsJsonOfAnyDepth(ReadOnlyMemory<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body.Span, new JsonReaderOptions { MaxDepth = int.MaxValue });
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
