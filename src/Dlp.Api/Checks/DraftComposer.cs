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
        var readings = await Task.WhenAll(files.Select(file => ReadAsync(file, cancellation)));
        var names = new UniqueNames(parts.Select(part => part.Name));
        foreach (var (file, read) in files.Zip(readings))
        {
            var name = names.Claim(file.Name);
            parts.Add(read[0] with { Name = name });
            parts.AddRange(read.Skip(1).Select(part => part with { Name = names.Claim(name + part.Name[read[0].Name.Length..]) }));
        }
    }

    private Task<IReadOnlyList<DraftPart>> ReadAsync(SubmittedFile file, CancellationToken cancellation) => file switch
    {
        { Reading: { } reading } => reading,
        { Content: { } content } => attachments.ReadAsync(file.Name, content, cancellation),
        _ => Task.FromResult<IReadOnlyList<DraftPart>>([NotSent(file.Name)]),
    };

    private static DraftPart NotSent(string name) => new(name, DraftPartKind.Attachment, "")
    {
        Status = PartStatus.TooLarge,
        Detail = new("the file is too large to be sent; nothing of it was read", "le fichier est trop grand pour être envoyé ; rien n'en a été lu"),
    };
}
