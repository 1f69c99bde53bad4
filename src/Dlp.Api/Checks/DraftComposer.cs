using Dlp.Documents;

namespace Dlp.Api.Checks;

/// <summary>Makes the draft of a check: the author's texts, then the texts of the files, which are scanned while they are read.</summary>
internal sealed class DraftComposer(AttachmentReader attachments)
{
    private static readonly LocalizedText NotSent = new("the file is too large to be sent; nothing of it was read", "le fichier est trop grand pour être envoyé ; rien n'en a été lu");

    /// <summary>What the author wrote.</summary>
    public static Draft Authored(CheckRequest request)
    {
        var parts = new List<DraftPart>();
        if (request.Text is { } text)
            parts.Add(new DraftPart(PartNames.Body, DraftPartKind.Text, text));
        foreach (var part in request.Parts ?? [])
            parts.Add(new DraftPart(part.Name, PartNames.KindOf(part.Name), part.Text));
        return new Draft(parts);
    }

    /// <summary>Feeds a scan with the files, in their order; all are read at the same time.</summary>
    /// <param name="files">The files.</param>
    /// <param name="authored">What the author wrote, which has been fed.</param>
    /// <param name="scan">The scan.</param>
    /// <param name="cancellation">The caller's own.</param>
    public async Task FeedFiles(IReadOnlyList<SubmittedFile> files, Draft authored, DraftScan scan, CancellationToken cancellation)
    {
        var readings = files.Select(file => (file.Name, Feed: FeedOf(file, cancellation))).ToList();
        var names = new UniqueNames(authored.Parts.Select(part => part.Name));
        foreach (var (name, feed) in readings)
        {
            var attachment = new AttachmentNames(name, names);
            if (feed is null)
                scan.BeginPart(attachment.Claim(name), DraftPartKind.Attachment).End(PartStatus.TooLarge, detail: NotSent);
            else
                await feed.FeedAsync(scan, attachment.Claim);
        }
    }

    private AttachmentFeed? FeedOf(SubmittedFile file, CancellationToken cancellation) =>
        file.Reading ?? (file.Content is { } content ? attachments.Start(file.Name, content, cancellation) : null);

    /// <summary>Names the parts of an attachment, which its reader may know by another name than the check.</summary>
    private sealed class AttachmentNames(string name, UniqueNames names)
    {
        private string? _read;
        private string? _claimed;

        /// <param name="part">Name of a part to its reader; the first is that of the attachment.</param>
        public string Claim(string part)
        {
            if (_claimed is not null)
                return names.Claim(_claimed + part[_read!.Length..]);
            _read = part;
            return _claimed = names.Claim(name);
        }
    }
}
