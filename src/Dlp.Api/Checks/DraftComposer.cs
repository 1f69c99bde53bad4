using Dlp.Documents;

namespace Dlp.Api.Checks;

/// <summary>Makes the draft of a check: the author's texts, then the texts of the files.</summary>
internal sealed class DraftComposer(AttachmentReader attachments)
{
    public async Task<Draft> Compose(SubmittedCheck check, CancellationToken cancellation)
    {
        var parts = new List<DraftPart>();
        if (check.Request.Text is { } text)
            parts.Add(new DraftPart(PartNames.Body, DraftPartKind.Text, text));
        parts.AddRange((check.Request.Parts ?? []).Select(part => new DraftPart(part.Name, PartNames.KindOf(part.Name), part.Text)));
        var taken = parts.Select(part => part.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var file in check.Files)
        {
            var name = PartNames.Unique(file.Name, [.. taken]);
            var read = await attachments.ReadAsync(name, file.Content, cancellation);
            parts.AddRange(read.Select(part => part with { Name = PartNames.Unique(part.Name, taken) }));
        }

        return new Draft(parts);
    }
}
