using System.Text;

namespace Dlp.Engine.Redaction;

/// <summary>Writes the author's own parts anew with every listed finding replaced, until a scan of them finds nothing.</summary>
internal sealed class Redactor(DraftScanner scanner, ScanOptions options)
{
    // What a replacement uncovers (a number that a longer one covered) is found by the next round; three are never needed in practice.
    private const int Rounds = 4;
    private const string Blank = "•••";

    private readonly ScanOptions _options = options with { Redact = false, Trace = false };

    /// <summary>The parts that changed, in order; attachments are left out.</summary>
    public IReadOnlyList<RedactedPart> Redact(Draft draft, IReadOnlyList<Finding> findings)
    {
        var original = draft.Parts.Where(part => part.Kind != DraftPartKind.Attachment).ToList();
        var parts = original;
        for (var round = 0; round < Rounds && Concern(parts, findings); round++)
        {
            parts = parts.ConvertAll(part => Replace(part, findings));
            findings = scanner.Scan(new Draft(parts), _options).Findings;
        }

        // No replacement helps when the wording that remains is itself evidence: then the part is not shown at all.
        for (; Concern(parts, findings); findings = scanner.Scan(new Draft(parts), _options).Findings)
            parts = parts.ConvertAll(part => findings.Any(finding => finding.Part == part.Name) ? part with { Text = Blank } : part);

        return [.. parts.Zip(original).Where(pair => pair.First.Text != pair.Second.Text).Select(pair => new RedactedPart(pair.First.Name, pair.First.Text))];
    }

    private static bool Concern(List<DraftPart> parts, IReadOnlyList<Finding> findings) =>
        findings.Any(finding => parts.Exists(part => part.Name == finding.Part && part.Text != Blank));

    private DraftPart Replace(DraftPart part, IReadOnlyList<Finding> findings)
    {
        var text = new StringBuilder(part.Text.Length);
        var written = 0;
        foreach (var finding in findings.Where(finding => finding.Part == part.Name).OrderBy(finding => finding.Span.Start).ThenByDescending(finding => finding.Span.End))
        {
            if (finding.Span.Start >= written)
            {
                text.Append(part.Text, written, finding.Span.Start - written);
                text.Append(finding.Rule.Replacement.In(_options.Language));
            }

            written = Math.Max(written, finding.Span.End);
        }

        return part with { Text = text.Append(part.Text, written, part.Text.Length - written).ToString() };
    }
}
