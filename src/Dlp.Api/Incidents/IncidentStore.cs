using System.Globalization;
using Dapper;
using Dlp.Api.Storage;
using Microsoft.Data.Sqlite;

namespace Dlp.Api.Incidents;

/// <summary>Incidents and outcomes in the database: rule ids, masked previews and keyed fingerprints; no text, no value, no name of a file.</summary>
internal sealed class IncidentStore(Database database, FingerprintKey key)
{
    /// <exception cref="StorageException">It could not be written.</exception>
    public Task Add(DecidedCheck check) => database.Write(transaction =>
    {
        transaction.Connection!.Execute(
            """
            insert into incident (check_id, decided_at, verdict, complete, site, audience, language, rule_set)
            values (@Id, @At, @Verdict, @Complete, @Site, @Audience, @Language, @RuleSet)
            """,
            new
            {
                check.Id,
                At = Instant(check.At),
                Verdict = WireFormat.Word(check.Result.Verdict),
                check.Result.Complete,
                check.Destination.Site,
                Audience = WireFormat.Word(check.Destination.Audience),
                Language = WireFormat.Word(check.Language),
                check.RuleSet,
            },
            transaction);
        AddFindings(check, check.Result.Findings, shadow: false, transaction);
        AddFindings(check, check.Result.ShadowFindings, shadow: true, transaction);
        return AddParts(check, transaction);
    });

    /// <summary>Whether a check is an incident, and the ids of its findings that the author saw.</summary>
    public IReadOnlySet<string>? FindingIdsOf(string checkId) => database.Read(connection =>
        connection.ExecuteScalar<bool>("select exists (select 1 from incident where check_id = @checkId)", new { checkId })
            ? connection.Query<string>("select finding_id from incident_finding where check_id = @checkId and shadow = 0", new { checkId })
                .ToHashSet(StringComparer.Ordinal)
            : null);

    public bool HasOutcome(string checkId) => database.Read(connection =>
        connection.ExecuteScalar<bool>("select exists (select 1 from outcome where check_id = @checkId)", new { checkId }));

    /// <summary>Records how a check ended.</summary>
    /// <returns>False when it had ended before; then nothing changes.</returns>
    /// <exception cref="StorageException">It could not be written.</exception>
    public Task<bool> AddOutcome(
        string checkId, DateTimeOffset at, Outcome outcome, Justification? justification, IEnumerable<string> falseAlarms) => database.Write(transaction =>
    {
        var connection = transaction.Connection!;
        var added = connection.Execute(
            """
            insert into outcome (check_id, recorded_at, outcome, justification_code, justification_text)
            values (@checkId, @at, @outcome, @code, @text) on conflict do nothing
            """,
            new { checkId, at = Instant(at), outcome = WireFormat.Word(outcome), code = justification?.Code, text = justification?.RedactedText },
            transaction);
        if (added == 0)
            return false;
        connection.Execute(
            "insert into false_alarm (check_id, finding_id) values (@checkId, @findingId)",
            falseAlarms.Distinct(StringComparer.Ordinal).Select(findingId => new { checkId, findingId }),
            transaction);
        return true;
    });

    private void AddFindings(DecidedCheck check, IReadOnlyList<Finding> findings, bool shadow, SqliteTransaction transaction)
    {
        var kinds = check.Parts.ToDictionary(part => part.Name, part => part.Kind, StringComparer.Ordinal);
        transaction.Connection!.Execute(
            """
            insert into incident_finding
              (check_id, finding_id, shadow, rule_id, rule_version, info_type, confidence, verdict, part_kind, preview, fingerprint, key_id)
            values
              (@CheckId, @FindingId, @Shadow, @RuleId, @RuleVersion, @InfoType, @Confidence, @Verdict, @PartKind, @Preview, @Fingerprint, @KeyId)
            """,
            findings.Select((finding, index) => new
            {
                CheckId = check.Id,
                FindingId = shadow ? string.Create(CultureInfo.InvariantCulture, $"s{index + 1}") : finding.Id,
                Shadow = shadow,
                RuleId = finding.Rule.Id,
                RuleVersion = finding.Rule.Version,
                finding.Rule.InfoType,
                Confidence = WireFormat.Word(finding.Confidence),
                Verdict = WireFormat.Word(finding.Verdict),
                PartKind = WireFormat.Word(kinds[finding.Part]),
                finding.Preview,
                Fingerprint = key.Fingerprint(finding.Rule.InfoType, finding.NormalizedValue),
                KeyId = key.Id,
            }),
            transaction);
    }

    private static int AddParts(DecidedCheck check, SqliteTransaction transaction) => transaction.Connection!.Execute(
        "insert into incident_part (check_id, position, kind, status) values (@CheckId, @Position, @Kind, @Status)",
        check.Parts.Select((part, position) => (part, position))
            .Where(at => at.part.Status != PartStatus.Scanned)
            .Select(at => new { CheckId = check.Id, Position = at.position, Kind = WireFormat.Word(at.part.Kind), Status = WireFormat.Word(at.part.Status) }),
        transaction);

    internal static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
