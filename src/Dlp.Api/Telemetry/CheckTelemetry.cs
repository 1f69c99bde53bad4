using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Dlp.Api.Telemetry;

/// <summary>
/// Counts and durations of checks, for any listener of System.Diagnostics (OpenTelemetry, dotnet-counters). Nothing of a draft: no text, no name, no site.
/// </summary>
internal sealed class CheckTelemetry : IDisposable
{
    public const string Name = "Dlp.Api";

    private readonly ActivitySource _activities = new(Name);
    private readonly Counter<long> _checks;
    private readonly Counter<long> _findings;
    private readonly Histogram<double> _duration;

    public CheckTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _checks = meter.CreateCounter<long>("dlp.checks", "{check}", "Checks made, by verdict and audience.");
        _findings = meter.CreateCounter<long>("dlp.findings", "{finding}", "Findings reported, by rule and confidence.");
        _duration = meter.CreateHistogram<double>("dlp.check.duration", "s", "Time from a read request to its recorded decision.");
    }

    public Activity? Start() => _activities.StartActivity("check");

    public void Checked(Activity? activity, IReadOnlyList<PartReport> parts, ScanResult result, Audience audience, TimeSpan elapsed)
    {
        var verdict = WireFormat.Word(result.Verdict);
        if (activity is not null)
        {
            activity.SetTag("dlp.verdict", verdict);
            activity.SetTag("dlp.findings", result.Findings.Count);
            activity.SetTag("dlp.parts", parts.Count);
            activity.SetTag("dlp.characters", parts.Sum(part => (long)part.Characters));
        }

        _checks.Add(1, new("verdict", verdict), new("audience", WireFormat.Word(audience)));
        _duration.Record(elapsed.TotalSeconds);
        foreach (var finding in result.Findings)
            _findings.Add(1, new("rule", finding.Rule.Id), new("confidence", WireFormat.Word(finding.Confidence)));
    }

    public void Dispose() => _activities.Dispose();
}
