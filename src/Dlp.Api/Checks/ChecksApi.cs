using Dlp.Api.OpenApi;
using Dlp.Api.Requests;
using Dlp.Api.Rules;
using Dlp.Api.Security;
using Dlp.Documents;
using Dlp.Documents.Workers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dlp.Api.Checks;

/// <summary>The question that everything else serves: may this draft be published?</summary>
internal static class ChecksApi
{
    public static IServiceCollection AddChecks(this IServiceCollection services) => services
        .AddSingleton(provider => new WorkerPool(provider.GetRequiredService<ApiOptions>().Workers))
        .AddSingleton(provider => new AttachmentReader(provider.GetRequiredService<ApiOptions>().Attachments, workers: provider.GetRequiredService<WorkerPool>()))
        .AddHostedService<WorkerWarmer>()
        .AddSingleton<DraftComposer>()
        .AddSingleton<Checker>();

    public static void MapChecks(this IEndpointRouteBuilder v1) => v1.MapPost("/checks", Check)
        .WithSummary("Checks a draft that is about to be published.")
        .AcceptsJson<CheckRequest>("multipart/form-data")
        .WithExamples("check")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<Results<JsonAnswer<CheckResponse>, ProblemHttpResult>> Check(HttpContext http, Checker checker, ActiveRules rules, AttachmentReader attachments)
    {
        // A faulty request ends the reading of files that came with it.
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        try
        {
            return await Answer(http, checker, rules, attachments, ended.Token);
        }
        finally
        {
            await ended.CancelAsync();
        }
    }

    private static async Task<Results<JsonAnswer<CheckResponse>, ProblemHttpResult>> Answer(
        HttpContext http, Checker checker, ActiveRules rules, AttachmentReader attachments, CancellationToken cancellation)
    {
        var body = await CheckReader.Read(http.Request, attachments, cancellation);
        if (body.Value is not { } check)
            return body.Problem!;
        var current = rules.Current;
        if (CheckFaults.Of(check, current.RuleSet) is { Count: > 0 } faults)
            return Problems.BadRequest(faults);
        var caller = http.Features.Get<Caller>() ?? Caller.Local;
        var language = Wording.Choose(http.Request, check.Request.Language);
        return new JsonAnswer<CheckResponse>(await checker.Check(check, current, caller, language, cancellation));
    }
}
