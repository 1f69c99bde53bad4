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
        var names = new UniqueNames(parts.Select(part => part.Name));
        foreach (var file in check.Files)
        {
            if (file.Content is not { } content)
            {
                parts.Add(NotSent(names.Claim(file.Name)));
                continue;
            }

            var read = await attachments.ReadAsync(names.Claim(file.Name), content, cancellation);
            parts.Add(read[0]);
            parts.AddRange(read.Skip(1).Select(part => part with { Name = names.Claim(part.Name) }));
        }

        return new Draft(parts);
    }

    private static DraftPart NotSent(string name) => new(name, DraftPartKind.Attachment, "")
    {
        Status = PartStatus.TooLarge,
        Detail = "the file is too large to be sent; nothing of it was read",
    };
}
