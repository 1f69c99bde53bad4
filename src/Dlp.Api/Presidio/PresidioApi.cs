using System.Text.RegularExpressions;
using Dlp.Api.OpenApi;
using Dlp.Api.Requests;
using Dlp.Api.Rules;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dlp.Api.Presidio;

/// <summary>Microsoft Presidio's analyzer API, so that its clients work unchanged: they are given <c>…/presidio</c> as its address.</summary>
internal static class PresidioApi
{
    public static void MapPresidio(this IEndpointRouteBuilder app)
    {
        var presidio = app.MapGroup("/presidio").WithTags("Presidio");
        presidio.MapPost("/analyze", Analyze).WithSummary("Finds entities in a text, or in each of many.")
            .AcceptsJson<AnalyzeRequest>().WithExamples("presidio-analyze")
            .Produces<IReadOnlyList<AnalyzeResult>>().ProducesProblem(StatusCodes.Status400BadRequest);
        presidio.MapGet("/supportedentities", Entities).WithSummary("Lists the entities that the loaded rules find.").WithExamples("presidio-entities");
        presidio.MapGet("/recognizers", Recognizers).WithSummary("Lists the rules that run.").WithExamples("presidio-recognizers");
        presidio.MapGet("/health", () => TypedResults.Text("Presidio Analyzer service is up"))
            .WithSummary("Answers while the program lives.").Produces<string>(contentType: "text/plain");
    }

    private static Ok<IReadOnlyList<string>> Entities(ActiveRules rules) => TypedResults.Ok(new EntityNames(rules.Current.RuleSet).Supported);

    private static Ok<IReadOnlyList<string>> Recognizers(ActiveRules rules) =>
        TypedResults.Ok<IReadOnlyList<string>>([.. rules.Current.RuleSet.InfoTypes.SelectMany(type => type.RuleIds).Order(StringComparer.Ordinal)]);

    private static async Task<IResult> Analyze(HttpRequest request, ActiveRules rules, TimeProvider time)
    {
        var body = await JsonBody.Read<AnalyzeRequest>(request);
        if (body.Value is not { } asked)
            return Explained(body.Problem!);
        var (analysis, faults) = Analysis.Of(asked, rules.Current, time.GetUtcNow());
        if (faults.Count > 0)
            return Explained(Problems.BadRequest(faults));
        try
        {
            var results = analysis.Texts.Select(analysis.Run).ToList();
            return analysis.IsBatch ? TypedResults.Ok<IReadOnlyList<IReadOnlyList<AnalyzeResult>>>(results) : TypedResults.Ok(results[0]);
        }
        catch (RegexMatchTimeoutException)
        {
            return Explained(Problems.BadRequest(new Fault("$.ad_hoc_recognizers", "a pattern took too long on this text; simplify it.")));
        }
    }

    /// <summary>Presidio's clients read the member <c>error</c>.</summary>
    private static ProblemHttpResult Explained(ProblemHttpResult problem)
    {
        problem.ProblemDetails.Extensions["error"] = problem.ProblemDetails.Detail;
        return problem;
    }
}
