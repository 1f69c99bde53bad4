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
        foreach (var part in check.Request.Parts ?? [])
            parts.Add(new DraftPart(part.Name, PartNames.KindOf(part.Name), part.Text));
        if (check.Files.Count > 0)
            await AddFiles(check.Files, parts, cancellation);
        return new Draft(parts);
    }

    private async Task AddFiles(IReadOnlyList<SubmittedFile> files, List<DraftPart> parts, CancellationToken cancellation)
    {
        var names = new UniqueNames(parts.Select(part => part.Name));
        foreach (var file in files)
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
    }

    private static DraftPart NotSent(string name) => new(name, DraftPartKind.Attachment, "")
    {
        Status = PartStatus.TooLarge,
        Detail = "the file is too large to be sent; nothing of it was read",
    };
}
