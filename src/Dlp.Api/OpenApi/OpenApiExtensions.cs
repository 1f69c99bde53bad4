using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;

namespace Dlp.Api.OpenApi;

/// <summary>The document at <c>/openapi/v1.json</c>: it follows from the endpoints' signatures; the examples are files beside this one.</summary>
internal static class OpenApiExtensions
{
    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Dlp",
                Version = "v1",
                Description = "Tells an author, just before publishing, what would leak, why, and how to say it instead. "
                    + "Offsets are UTF-16 code units. Every error is application/problem+json.",
            };
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ExampleName>().LastOrDefault() is { Name: var name })
                AddExamples(operation, name);
            AddProblemExample(operation);
            DescribeForm(operation);
            return Task.CompletedTask;
        });
    });

    /// <summary>Says which bodies an endpoint takes; it reads them itself.</summary>
    public static RouteHandlerBuilder AcceptsJson<T>(this RouteHandlerBuilder builder, params string[] others)
        where T : notnull => builder.WithMetadata(new AcceptsMetadata(["application/json", .. others], typeof(T)));

    /// <summary>Shows <c>name.request.json</c> and <c>name.response.json</c> of this folder with the endpoint.</summary>
    public static RouteHandlerBuilder WithExamples(this RouteHandlerBuilder builder, string name) => builder.WithMetadata(new ExampleName(name));

    private static void AddExamples(OpenApiOperation operation, string name)
    {
        if (Read($"{name}.request.json") is { } request && operation.RequestBody?.Content?.TryGetValue("application/json", out var asked) == true)
            asked.Example = request;
        if (Read($"{name}.response.json") is { } response
            && operation.Responses?.TryGetValue("200", out var ok) == true
            && ok.Content?.TryGetValue("application/json", out var answered) == true)
        {
            answered.Example = response;
        }
    }

    private static void AddProblemExample(OpenApiOperation operation)
    {
        if (operation.Responses?.TryGetValue("400", out var bad) == true && bad.Content?.TryGetValue("application/problem+json", out var problem) == true)
            problem.Example = Read("problem.400.json");
    }

    /// <summary>A form's field <c>check</c> holds the JSON; every other field is a file.</summary>
    private static void DescribeForm(OpenApiOperation operation)
    {
        if (operation.RequestBody?.Content?.TryGetValue("multipart/form-data", out var form) != true)
            return;
        form!.Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { "check" },
            Properties = new Dictionary<string, IOpenApiSchema> { ["check"] = form.Schema! },
            AdditionalProperties = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Format = "binary",
                Description = "A file; an attachment's `field` names it.",
            },
        };
        form.Encoding = new Dictionary<string, OpenApiEncoding> { ["check"] = new() { ContentType = "application/json" } };
    }

    private static JsonNode? Read(string file)
    {
        using var stream = typeof(OpenApiExtensions).Assembly.GetManifestResourceStream($"Examples/{file}");
        return stream is null ? null : JsonNode.Parse(stream);
    }

    private sealed record ExampleName(string Name);
}
