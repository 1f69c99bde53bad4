using Dlp.Api.OpenApi;
using Dlp.Api.Requests;
using Dlp.Api.Rules;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dlp.Api.Incidents;

/// <summary>What the author did after a check.</summary>
internal static class OutcomesApi
{
    private const int MaximumText = 2000;

    public static IServiceCollection AddIncidents(this IServiceCollection services) => services
        .AddSingleton<IncidentStore>()
        .AddSingleton<IncidentRecorder>()
        .AddSingleton<AllowedChecks>()
        .AddHostedService(provider => provider.GetRequiredService<AllowedChecks>());

    public static void MapOutcomes(this IEndpointRouteBuilder v1)
    {
        v1.MapPost("/checks/{id}/outcome", Record).WithSummary("Tells what the author did after a check; once a check.")
            .AcceptsJson<OutcomeRequest>().WithExamples("outcome")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        v1.MapGet("/justifications", Justifications).WithSummary("Lists the reasons that an author may choose from.").WithExamples("justifications");
    }

    private static Ok<JustificationsResponse> Justifications() => TypedResults.Ok(new JustificationsResponse(JustificationCode.All));

    private static async Task<Results<NoContent, ProblemHttpResult>> Record(
        string id, HttpRequest request, IncidentStore store, AllowedChecks allowed, ActiveRules rules, TimeProvider time)
    {
        var body = await JsonBody.Read<OutcomeRequest>(request);
        if (body.Value is not { } told)
            return body.Problem!;
        if (store.HasOutcome(id))
            return Ended();
        if ((allowed.FindingIdsOf(id) ?? store.FindingIdsOf(id)) is not { } findingIds)
            return Unknown();
        if (FaultsOf(told, findingIds).Take(Problems.MostFaults + 1).ToList() is { Count: > 0 } faults)
            return Problems.BadRequest(faults);
        var now = time.GetUtcNow();
        var justification = told.Justification is { } given
            ? new Justification(given.Code, given.Text is { } text ? JustificationRedaction.Redact(rules.Current.Scanner, text, now) : null)
            : null;
        return await store.AddOutcome(id, now, told.Outcome, justification, told.FalseAlarms ?? []) ? TypedResults.NoContent() : Ended();
    }

    private static ProblemHttpResult Unknown() =>
        Problems.Of(StatusCodes.Status404NotFound, "There is no check of this id. Allowed checks are remembered for a while only, and not across a restart.");

    private static ProblemHttpResult Ended() => Problems.Of(StatusCodes.Status409Conflict, "The outcome of this check was told before; it is told once.");

    private static IEnumerable<Fault> FaultsOf(OutcomeRequest told, IReadOnlySet<string> findingIds)
    {
        if (told.Justification is { } justification && JustificationCode.All.All(known => known.Code != justification.Code))
            yield return new("$.justification.code", $"must be one of {string.Join(", ", JustificationCode.All.Select(known => known.Code))}.");
        if (told.Justification?.Text is { Length: > MaximumText })
            yield return new("$.justification.text", $"is longer than {MaximumText} characters; shorten it.");
        foreach (var (falseAlarm, index) in (told.FalseAlarms ?? []).Select((falseAlarm, index) => (falseAlarm, index)))
        {
            if (!findingIds.Contains(falseAlarm))
                yield return new($"$.falseAlarms[{index}]", "is not the id of a finding of this check.");
        }
    }
}
