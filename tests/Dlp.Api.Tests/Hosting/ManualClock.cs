namespace Dlp.Api.Tests.Hosting;

/// <summary>The time that a test says it is; timers run on the system's.</summary>
internal sealed class ManualClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
