using System.Collections.Frozen;
using Dlp.Api.Incidents;
using Dlp.Api.Rules;
using Dlp.Api.Security;
using Dlp.Api.Telemetry;
using Dlp.Engine.Policies;
using Dlp.Engine.Rules;

namespace Dlp.Api.Checks;

/// <summary>From a submitted check to the answer: scan the draft while its files are read, record what was decided, word it.</summary>
internal sealed class Checker(DraftComposer composer, IncidentRecorder recorder, CheckTelemetry telemetry, TimeProvider time)
{
    /// <exception cref="Storage.StorageException">What was decided could not be recorded, so there is no answer.</exception>
    public async Task<CheckResponse> Check(SubmittedCheck check, LoadedRules rules, Caller caller, Language language, CancellationToken cancellation)
    {
        using var activity = telemetry.Start();
        var started = time.GetTimestamp();
        var now = time.GetUtcNow();
        var draft = DraftComposer.Authored(check.Request);
        var options = OptionsOf(check.Request, caller, language, now);
        var (result, parts) = await rules.Scanner.ScanAsync(draft, options, scan => composer.FeedFiles(check.Files, draft, scan, cancellation));
        var id = Guid.CreateVersion7(now).ToString();
        if (check.Request.Purpose != CheckPurpose.Preview || result.Verdict == Verdict.Allow)
            await recorder.Record(new DecidedCheck(id, now, options.Destination, language, rules.RuleSet.Hash, parts, result));
        var elapsed = time.GetElapsedTime(started);
        telemetry.Checked(activity, parts, result, options.Destination.Audience, elapsed);
        return Word(id, parts, result, language, rules.RuleSet, options.Trace, elapsed);
    }

    private static ScanOptions OptionsOf(CheckRequest request, Caller caller, Language language, DateTimeOffset now) => new()
    {
        PublishAt = request.PublishAt ?? now,
        Destination = new Destination(Destination.SiteOf(request.Destination?.Site), request.Destination?.Audience ?? Audience.Public),
        Groups = caller.Groups,
        Language = language,
        InfoTypes = request.Include?.InfoTypes?.ToFrozenSet(StringComparer.Ordinal),
        MinimumConfidence = request.Include?.MinimumConfidence ?? Confidence.Medium,
        Trace = request.Include?.Trace ?? false,
        Redact = request.Include?.Redacted ?? true,
    };

    private static CheckResponse Word(string id, IReadOnlyList<PartReport> parts, ScanResult result, Language language, RuleSet ruleSet, bool trace, TimeSpan elapsed) => new()
    {
        Id = id,
        Verdict = result.Verdict,
        Complete = result.Complete,
        Findings = [.. result.Findings.Select(finding => FindingResponse.Of(finding, language))],
        Parts = [.. parts.Select(part => PartResponse.Of(part, language))],
        Redacted = result.Redacted,
        Dropped = trace ? [.. result.Dropped.Select(DroppedResponse.Of)] : null,
        RuleSet = ruleSet.Hash,
        ElapsedMilliseconds = Math.Round(elapsed.TotalMilliseconds, 3),
    };
}
