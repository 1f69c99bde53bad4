using System.Collections.Frozen;
using System.Globalization;
using Dapper;
using Dlp.Api.Storage;

namespace Dlp.Api.Incidents;

/// <summary>
/// Checks that ended in <c>allow</c>: counted in memory, written in batches, at shutdown too. The latest are remembered so that their outcome can be told;
/// a crash loses the counts of a few seconds and these, never an incident.
/// </summary>
internal sealed partial class AllowedChecks(Database database, ILogger<AllowedChecks> logger) : BackgroundService
{
    /// <summary>How many checks are remembered; the oldest is forgotten first.</summary>
    internal const int Remembered = 10_000;

    private static readonly TimeSpan FlushInterval = TimeSpan.FromSeconds(3);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, IReadOnlySet<string>> _findingIds = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private Dictionary<Bucket, int> _counts = [];

    public void Count(DecidedCheck check)
    {
        var hour = check.At.UtcDateTime.AddTicks(-(check.At.UtcTicks % TimeSpan.TicksPerHour));
        var bucket = new Bucket(hour, check.Destination.Site ?? "", check.Destination.Audience, check.RuleSet);
        IReadOnlySet<string> findingIds = check.Result.Findings.Count == 0
            ? FrozenSet<string>.Empty
            : check.Result.Findings.Select(finding => finding.Id).ToHashSet(StringComparer.Ordinal);
        lock (_lock)
        {
            _counts[bucket] = _counts.GetValueOrDefault(bucket) + 1;
            _findingIds[check.Id] = findingIds;
            _order.Enqueue(check.Id);
            if (_order.Count > Remembered)
                _findingIds.Remove(_order.Dequeue());
        }
    }

    /// <summary>The finding ids of a check that was allowed a short while ago; null when it is not remembered.</summary>
    public IReadOnlySet<string>? FindingIdsOf(string checkId)
    {
        lock (_lock)
            return _findingIds.GetValueOrDefault(checkId);
    }

    /// <exception cref="StorageException">The counts could not be written, and are kept for the next time.</exception>
    public async Task Flush()
    {
        Dictionary<Bucket, int> counts;
        lock (_lock)
            (counts, _counts) = (_counts, []);
        if (counts.Count == 0)
            return;
        try
        {
            await database.Write(transaction => transaction.Connection!.Execute(
                """
                insert into allowed_checks (hour, site, audience, rule_set, checks) values (@Hour, @Site, @Audience, @RuleSet, @Checks)
                on conflict (hour, site, audience, rule_set) do update set checks = checks + excluded.checks
                """,
                counts.Select(Row),
                transaction));
        }
        catch (StorageException)
        {
            lock (_lock)
            {
                foreach (var (bucket, count) in counts)
                    _counts[bucket] = _counts.GetValueOrDefault(bucket) + count;
            }

            throw;
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushOrLog();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(FlushInterval);
        // Ends the wait without an exception, which the host would take for a failure when the program fails to start.
        using var stop = stoppingToken.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
            await FlushOrLog();
    }

    private async Task FlushOrLog()
    {
        try
        {
            await Flush();
        }
        catch (StorageException exception)
        {
            LogNotFlushed(exception.InnerException!.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The counts of allowed checks could not be written ({Cause}) and are kept in memory until they can.")]
    private partial void LogNotFlushed(string cause);

    private static object Row(KeyValuePair<Bucket, int> count) => new
    {
        Hour = count.Key.Hour.ToString("yyyy-MM-ddTHH':00Z'", CultureInfo.InvariantCulture),
        count.Key.Site,
        Audience = WireFormat.Word(count.Key.Audience),
        count.Key.RuleSet,
        Checks = count.Value,
    };

    private readonly record struct Bucket(DateTime Hour, string Site, Audience Audience, string RuleSet);
}
