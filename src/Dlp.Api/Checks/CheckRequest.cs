using System.ComponentModel;

namespace Dlp.Api.Checks;

// Classes, not records: a record's ToString would print the draft.

[Description("A draft that is about to be published. At least one of text, parts and attachments is given.")]
internal sealed class CheckRequest
{
    [Description("The body of the post; the part named `text`.")]
    public string? Text { get; init; }

    [Description("Other texts of the draft.")]
    public IReadOnlyList<PartRequest>? Parts { get; init; }

    [Description("Attached files: with `data` in JSON, with `field` in multipart/form-data.")]
    public IReadOnlyList<AttachmentRequest>? Attachments { get; init; }

    public DestinationRequest? Destination { get; init; }

    [Description("Wording of the answer, and of nothing else; Accept-Language when absent, else English.")]
    public Language? Language { get; init; }

    [Description("Instant of publishing, with offset; now when absent.")]
    public DateTimeOffset? PublishAt { get; init; }

    [Description("What the answer is for: `publish` (when absent), or `preview` while the draft is being written: what a preview finds is not recorded, and has no outcome.")]
    public CheckPurpose? Purpose { get; init; }

    public IncludeRequest? Include { get; init; }
}

internal enum CheckPurpose
{
    Publish,
    Preview,
}

internal sealed class PartRequest
{
    [Description("Unique in the draft. `title`, `post-1`, `link-1`, `image-1` (its description) say what the part is; any other name is a text.")]
    public required string Name { get; init; }

    public required string Text { get; init; }
}

internal sealed class AttachmentRequest
{
    [Description("File name.")]
    public required string Name { get; init; }

    [Description("Media type, when known.")]
    public string? ContentType { get; init; }

    [Description("The file, in JSON.")]
    public byte[]? Data { get; init; }

    [Description("Name of the form field that holds the file, in multipart/form-data.")]
    public string? Field { get; init; }

    [Description("Bytes; checked when given. With neither `data` nor `field`, the file was too large to be sent: its part is `tooLarge`.")]
    public long? Size { get; init; }

    [Description("SHA-256 in hex; checked when given.")]
    public string? Sha256 { get; init; }
}

internal sealed class DestinationRequest
{
    [Description("Host name of the site.")]
    public string? Site { get; init; }

    [Description("Who will be able to read it; public when absent.")]
    public Audience? Audience { get; init; }
}

internal sealed class IncludeRequest
{
    [Description("Whether to tell how each finding came about, and what was dropped. Default: false.")]
    public bool? Trace { get; init; }

    [Description("Whether to give the redacted texts. Default: true.")]
    public bool? Redacted { get; init; }

    [Description("Report and decide upon these info types only; all when absent.")]
    public IReadOnlyList<string>? InfoTypes { get; init; }

    [Description("List findings of this confidence or more, and every one whose verdict is not `allow`. Default: medium.")]
    public Confidence? MinimumConfidence { get; init; }
}
