namespace Dlp.Api.Incidents;

/// <summary>A check and its decision, about to be recorded.</summary>
/// <param name="Id">Names the check.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Destination">Where the draft was going.</param>
/// <param name="Language">Language of the wording that the author saw.</param>
/// <param name="RuleSet">Hash of the rules that decided.</param>
/// <param name="Parts">What happened to each part of the draft.</param>
/// <param name="Result">What was found.</param>
internal sealed record DecidedCheck(string Id, DateTimeOffset At, Destination Destination, Language Language, string RuleSet, IReadOnlyList<PartReport> Parts, ScanResult Result);
