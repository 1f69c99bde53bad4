namespace Dlp.Api.Telemetry;

/// <summary>What the program tells its operator.</summary>
internal static class TelemetryExtensions
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services) => services
        .AddSingleton<CheckTelemetry>()
        // Writes each request's URL, query included, where an author's text may have ended up by mistake.
        .AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None));
}
