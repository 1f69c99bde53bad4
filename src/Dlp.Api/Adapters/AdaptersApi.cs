using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Dlp.Api.OpenApi;
using Dlp.Api.Requests;
using Dlp.Api.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Dlp.Api.Adapters;

/// <summary>How the extension reads each site's composer, and how well that works.</summary>
internal static partial class AdaptersApi
{
    public static IServiceCollection AddAdapters(this IServiceCollection services) => services.AddSingleton<SiteAdapters>();

    public static void MapAdapters(this IEndpointRouteBuilder v1)
    {
        v1.MapGet("/adapters", Adapters).WithSummary("Lists the site adapters; ETag and If-None-Match say whether they changed.")
            .WithExamples("adapters").Produces<AdaptersResponse>().Produces(StatusCodes.Status304NotModified);
        v1.MapPost("/adapters/health", Report).WithSummary("Reports how an adapter fares, in counts only.")
            .AcceptsJson<AdapterHealthRequest>().WithExamples("adapter-health").ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static IResult Adapters(HttpContext http, SiteAdapters adapters)
    {
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.ETag = adapters.Tag.ToString();
        var isCurrent = http.Request.GetTypedHeaders().IfNoneMatch.Any(tag =>
            tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(adapters.Tag, useStrongComparison: false));
        return isCurrent ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(adapters.Response);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Report(HttpRequest request, Database database, TimeProvider time)
    {
        var body = await JsonBody.Read<AdapterHealthRequest>(request);
        if (body.Value is not { } report)
            return body.Problem!;
        if (FaultsOf(report).Take(Problems.MostFaults + 1).ToList() is { Count: > 0 } faults)
            return Problems.BadRequest(faults);
        await database.Write(transaction => transaction.Connection!.Execute(
            """
            insert into adapter_health (recorded_at, site, adapter_version, drafts_seen, drafts_missed, errors)
            values (@at, @site, @Version, @DraftsSeen, @DraftsMissed, @Errors)
            """,
            new
            {
                at = time.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                site = Destination.SiteOf(report.Site),
                report.Version,
                report.Counts.DraftsSeen,
                report.Counts.DraftsMissed,
                report.Counts.Errors,
            },
            transaction));
        return TypedResults.NoContent();
    }

    private static IEnumerable<Fault> FaultsOf(AdapterHealthRequest report)
    {
        if (!Destination.IsSite(report.Site))
            yield return new("$.site", "must be a host name, such as linkedin.com, without scheme, port or path.");
        if (!VersionPattern().IsMatch(report.Version))
            yield return new("$.version", "must be a version, such as 3 or 1.2.0.");
        if (report.Counts is { DraftsSeen: < 0 } or { DraftsMissed: < 0 } or { Errors: < 0 })
            yield return new("$.counts", "must be 0 or more, each.");
    }

    [GeneratedRegex(@"^[0-9]{1,6}(\.[0-9]{1,6}){0,3}$")]
    private static partial Regex VersionPattern();
}

/// <param name="Version">Of this list's form.</param>
/// <param name="MaximumBodyBytes">Bytes that a check may have, files and all.</param>
/// <param name="Adapters">As <c>src/extension/adapters.schema.json</c> describes them.</param>
internal sealed record AdaptersResponse(
    string Version,
    [property: Description("Largest body of a check, in bytes. Files that do not fit are declared by name and size alone.")] int MaximumBodyBytes,
    [property: Description("As src/extension/adapters.schema.json describes them; data, nothing of them is ever run.")] IReadOnlyList<JsonElement> Adapters);

internal sealed class AdapterHealthRequest
{
    [Description("Host name of the site.")]
    public required string Site { get; init; }

    [Description("Version of the adapter.")]
    public required string Version { get; init; }

    public required AdapterCounts Counts { get; init; }
}

internal sealed class AdapterCounts
{
    [Description("Drafts that it read.")]
    public long DraftsSeen { get; init; }

    [Description("Posts that left without being read first.")]
    public long DraftsMissed { get; init; }

    [Description("Times that it failed.")]
    public long Errors { get; init; }
}
