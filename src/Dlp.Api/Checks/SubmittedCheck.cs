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
/// <param name="content">Null when it was too large to be sent.</param>
internal sealed class SubmittedFile(string name, ReadOnlyMemory<byte>? content)
{
    public string Name { get; } = name;

    public ReadOnlyMemory<byte>? Content { get; } = content;
}
