using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Dlp.Api.Incidents;
using Dlp.Api.Telemetry;
using Dlp.Api.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Dlp.Api.Tests;

public sealed class TelemetrySpecs : IDisposable
{
    private readonly ApiHost _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Metrics_are_counts_and_durations_by_verdict_audience_rule_and_confidence()
    {
        var measured = new ConcurrentQueue<string>();
        var meters = _api.Services.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener();
        // Other tests' hosts measure at the same time, under meters of their own factories.
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == CheckTelemetry.Name && instrument.Meter.Scope == meters)
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured.Enqueue($"{instrument.Name} {value} {string.Join(' ', tags.ToArray())}"));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => measured.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray())}"));
        listener.Start();

        await _api.Post("/v1/checks", """{"text": "project orion", "destination": {"site": "x.com", "audience": "ai"}}""");

        measured.Should().BeEquivalentTo("dlp.checks 1 [verdict, warn] [audience, ai]", "dlp.check.duration ", "dlp.findings 1 [rule, business.code-name] [confidence, medium]");
    }

    [Fact]
    public void Only_the_latest_allowed_checks_are_remembered()
    {
        var allowed = _api.Services.GetRequiredService<AllowedChecks>();
        for (var number = 0; number <= AllowedChecks.Remembered; number++)
            allowed.Count(new DecidedCheck($"{number}", _api.Clock.Now, new Destination(), Language.En, "sha256:0", [], ScanResult.Clean));

        allowed.FindingIdsOf("0").Should().BeNull();
        allowed.FindingIdsOf("1").Should().BeEmpty();
        allowed.FindingIdsOf($"{AllowedChecks.Remembered}").Should().BeEmpty();
    }
}
