using Dlp.Documents;

namespace Dlp.Api.Checks;

/// <summary>A check as it arrived, its files at hand.</summary>
/// <param name="request">The JSON.</param>
/// <param name="files">The attachments, in the order of the request.</param>
internal sealed class SubmittedCheck(CheckRequest request, IReadOnlyList<SubmittedFile> files)
{
    public CheckRequest Request { get; } = request;

    public IReadOnlyList<SubmittedFile> Files { get; } = files;
}

/// <summary>An attached file.</summary>
/// <param name="name">File name.</param>
/// <param name="content">The file, when it came in the JSON.</param>
/// <param name="reading">Its reading, when it came in a form. Null, as the content, when it was too large to be sent.</param>
internal sealed class SubmittedFile(string name, ReadOnlyMemory<byte>? content, AttachmentFeed? reading)
{
    public string Name { get; } = name;

    public ReadOnlyMemory<byte>? Content { get; } = content;

    /// <summary>The parts, the first of which is named as the form names the file.</summary>
    public AttachmentFeed? Reading { get; } = reading;
}
