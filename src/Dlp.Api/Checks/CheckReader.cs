using System.Security.Cryptography;
using Dlp.Api.Requests;
using Dlp.Documents;
using Microsoft.Net.Http.Headers;

namespace Dlp.Api.Checks;

/// <summary>Reads a check from JSON, or from a form whose field <c>check</c> is the JSON and whose other fields are the files.</summary>
internal static class CheckReader
{
    // Nobody attaches as many to a post.
    private const int MaximumAttachments = 100;

    public static Task<Body<SubmittedCheck>> Read(HttpRequest request, AttachmentReader attachments, CancellationToken cancellation) =>
        ContentTypes.IsForm(request.ContentType) ? ReadForm(request, attachments, cancellation) : ReadJson(request);

    private static async Task<Body<SubmittedCheck>> ReadJson(HttpRequest request)
    {
        var body = await JsonBody.Read<CheckRequest>(request);
        return body.Value is { } check ? Submit(check, []) : body.Problem!;
    }

    private static async Task<Body<SubmittedCheck>> ReadForm(HttpRequest request, AttachmentReader attachments, CancellationToken cancellation)
    {
        var form = await MultipartForm.Read(request, attachments, cancellation);
        if (form.Value is not { Sections: var sections })
            return form.Problem!;
        if (sections.Where(section => section.Field == MultipartForm.CheckField).ToList() is not [var json])
            return Problems.BadRequest(new Fault(MultipartForm.CheckField, "the form must have one field of this name, with the JSON of the check."));
        var body = JsonBody.Parse<CheckRequest>(json.Content);
        return body.Value is { } check ? Submit(check, [.. sections.Where(section => section != json)]) : body.Problem!;
    }

    /// <param name="check">The JSON.</param>
    /// <param name="sections">The form's other fields.</param>
    private static Body<SubmittedCheck> Submit(CheckRequest check, IReadOnlyList<FormSection> sections)
    {
        if (Math.Max(sections.Count, check.Attachments?.Count ?? 0) > MaximumAttachments)
            return Problems.BadRequest(new Fault("$.attachments", $"are more than {MaximumAttachments}; check the rest in another draft."));
        if (check.Attachments is null)
            return new SubmittedCheck(check, [.. sections.Select(section => new SubmittedFile(section.FileName ?? section.Field, content: null, section.Reading))]);
        var faults = new List<Fault>();
        var files = new List<SubmittedFile>();
        var used = new HashSet<FormSection>();
        foreach (var (attachment, index) in check.Attachments.Select((attachment, index) => (attachment, index)))
        {
            var path = $"$.attachments[{index}]";
            var section = attachment.Field is { } field ? sections.FirstOrDefault(section => section.Field == field && !used.Contains(section)) : null;
            faults.AddRange(FaultsOf(attachment, section, path));
            if (section is not null)
                used.Add(section);
            files.Add(new SubmittedFile(attachment.Name, attachment.Data is { } data ? new ReadOnlyMemory<byte>(data) : default(ReadOnlyMemory<byte>?), section?.Reading));
        }

        if (sections.Count > used.Count)
        {
            faults.Add(new("$.attachments", $"{sections.Count - used.Count} of the form's files are not named by any attachment's `field`; "
                + "list every file, or leave `attachments` out."));
        }

        return faults.Count > 0 ? Problems.BadRequest(faults) : new SubmittedCheck(check, files);
    }

    private static IEnumerable<Fault> FaultsOf(AttachmentRequest attachment, FormSection? section, string path)
    {
        if (attachment is { Data: not null, Field: not null } or { Data: null, Field: null, Size: null })
        {
            yield return new(path, "must have either `data` (base64), or `field` (the name of a field of the multipart form), or, when it is too large to be sent, `size` alone.");
            yield break;
        }

        if (attachment is { Data: null, Field: null })
            yield break;

        if (attachment.Field is not null && section is null)
        {
            yield return new($"{path}.field", "the form has no such field; send the file under this name.");
            yield break;
        }

        var length = section?.Length ?? attachment.Data!.Length;
        if (attachment.Size is { } size && size != length)
            yield return new($"{path}.size", $"does not match: the file has {length} bytes.");
        if (attachment.Sha256 is { } sha256
            && !sha256.Equals(section?.Sha256 ?? Convert.ToHexString(SHA256.HashData(attachment.Data!)), StringComparison.OrdinalIgnoreCase))
            yield return new($"{path}.sha256", "does not match the file; it is the SHA-256 in hex.");
        if (!Agree(attachment.ContentType, section?.ContentType))
            yield return new($"{path}.contentType", "does not match the Content-Type of the form's field.");
    }

    /// <summary>Browsers write application/octet-stream for what they do not know.</summary>
    private static bool Agree(string? declared, string? sent) =>
        !MediaTypeHeaderValue.TryParse(declared, out var one)
        || !MediaTypeHeaderValue.TryParse(sent, out var other)
        || one.MediaType.Equals(other.MediaType, StringComparison.OrdinalIgnoreCase)
        || other.MediaType.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase);
}
