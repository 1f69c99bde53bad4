using Dlp.Engine.Policies;

namespace Dlp.Api.Incidents;

/// <summary>Records every decision: incidents one by one before the answer leaves, allowed checks as counts.</summary>
internal sealed class IncidentRecorder(IncidentStore store, AllowedChecks allowed)
{
    /// <exception cref="Storage.StorageException">The incident could not be written.</exception>
    public async Task Record(DecidedCheck check)
    {
        if (check.Result is { Verdict: not Verdict.Allow } or { ShadowFindings.Count: > 0 })
            await store.Add(check);
        if (check.Result.Verdict == Verdict.Allow)
            allowed.Count(check);
    }
}
