using Dapper;
using Dlp.Api.Rules;
using Dlp.Api.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dlp.Api.Health;

/// <summary>Whether the program lives, and whether it may be sent work.</summary>
internal static class HealthApi
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("Health");
        health.MapGet("/live", () => TypedResults.Ok(new HealthResponse("live"))).WithSummary("Answers while the program lives.");
        health.MapGet("/ready", Ready).WithSummary("Answers 200 once rules are loaded and warm and the database answers.")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static Results<Ok<HealthResponse>, ProblemHttpResult> Ready(ActiveRules rules, Database database)
    {
        if (!rules.IsWarm)
            return Requests.Problems.Of(StatusCodes.Status503ServiceUnavailable, "The rules are loading. Try again in a moment.");
        // A StorageException is a 503 of its own.
        database.Read(connection => connection.ExecuteScalar<long>("select count(*) from migration"));
        return TypedResults.Ok(new HealthResponse("ready"));
    }
}

internal sealed record HealthResponse(string Status);
