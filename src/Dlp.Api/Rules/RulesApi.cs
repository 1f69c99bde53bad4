using Dlp.Api.OpenApi;
using Dlp.Api.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dlp.Api.Rules;

/// <summary>What the loaded rules are, and what a rule would do.</summary>
internal static class RulesApi
{
    public static IServiceCollection AddRules(this IServiceCollection services) => services
        .AddSingleton<ActiveRules>()
        .AddSingleton<RulesWatcher>()
        .AddHostedService(provider => provider.GetRequiredService<RulesWatcher>());

    public static void MapRules(this IEndpointRouteBuilder v1)
    {
        v1.MapGet("/info-types", InfoTypes).WithSummary("Lists the kinds of things that the loaded rules find.").WithExamples("info-types");
        v1.MapGet("/rules", Rules).WithSummary("Lists the loaded rules, and the faults of the last reload when it was refused.").WithExamples("rules");
        v1.MapGet("/rules/{id}", One).WithSummary("Shows one rule as written.").ProducesProblem(StatusCodes.Status404NotFound);
        v1.MapPost("/rules/test", Test).WithSummary("Tries a rule on texts, without saving either.")
            .AcceptsJson<RuleTestRequest>().WithExamples("rules-test").ProducesProblem(StatusCodes.Status400BadRequest);
    }

    /// <summary>The loaded rules' order is by id.</summary>
    private static Ok<InfoTypesResponse> InfoTypes(ActiveRules rules) => TypedResults.Ok(new InfoTypesResponse(rules.Current.RuleSet.InfoTypes));

    private static Ok<RulesResponse> Rules(ActiveRules rules)
    {
        var current = rules.Current;
        return TypedResults.Ok(new RulesResponse
        {
            RuleSet = current.RuleSet.Hash,
            LoadedAt = current.At,
            FailedReload = rules.Failure,
            Rules = [.. current.RuleSet.Rules.Select(RuleSummary.Of)],
        });
    }

    private static Results<Ok<RuleDetails>, ProblemHttpResult> One(string id, ActiveRules rules) =>
        rules.Current.RuleSet.Rules.FirstOrDefault(rule => rule.Id == id) is { } rule
            ? TypedResults.Ok(new RuleDetails(rule.Category, rule.Definition))
            : Problems.Of(StatusCodes.Status404NotFound, "There is no rule of this id. GET /v1/rules lists the loaded ones.");

    private static async Task<Results<Ok<RuleTestResponse>, ProblemHttpResult>> Test(HttpRequest request, ActiveRules rules, TimeProvider time)
    {
        var body = await JsonBody.Read<RuleTestRequest>(request);
        if (body.Value is not { } asked)
            return body.Problem!;
        var (id, load) = RuleTrial.Load(rules.Current.RuleSet, asked.Rule);
        if (load.RuleSet is not { } ruleSet)
        {
            return TypedResults.Problem(
                "The rule does not load; `faults` lists what is wrong with it.",
                statusCode: StatusCodes.Status400BadRequest,
                extensions: new Dictionary<string, object?> { ["faults"] = load.Faults });
        }

        var scanner = new DraftScanner(ruleSet);
        var publishAt = asked.PublishAt ?? time.GetUtcNow();
        return TypedResults.Ok(new RuleTestResponse(id, [.. asked.Texts.Select(text => RuleTrial.Scan(scanner, id, text, publishAt))]));
    }
}
