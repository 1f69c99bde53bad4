using Dlp.Api.Requests;
using Dlp.Documents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Dlp.Api.Checks;

/// <summary>
/// A <c>multipart/form-data</c> body. Its files are read while they arrive: they are neither held in memory nor written to a disk, not even for a moment.
/// </summary>
internal sealed class MultipartForm
{
    /// <summary>The field that is no file.</summary>
    public const string CheckField = "check";

    private const int MaximumSections = 1000;

    private MultipartForm(IReadOnlyList<FormSection> sections) => Sections = sections;

    public IReadOnlyList<FormSection> Sections { get; }

    /// <param name="request">The request.</param>
    /// <param name="attachments">Reads the files.</param>
    /// <param name="cancellation">Ends the readings, which may outlast this call.</param>
    public static async Task<Body<MultipartForm>> Read(HttpRequest request, AttachmentReader attachments, CancellationToken cancellation)
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).Value : null;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 70)
            return Faulty("the Content-Type header has no boundary of 1 to 70 characters; let the library that builds the form write the header.");
        try
        {
            return await Read(new MultipartReader(boundary, request.Body), attachments, cancellation);
        }
        catch (Exception exception) when (exception is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return Faulty("the body is not well-formed multipart/form-data: a boundary or a header is missing, or it ends early.");
        }
    }

    private static async Task<Body<MultipartForm>> Read(MultipartReader reader, AttachmentReader attachments, CancellationToken cancellation)
    {
        var sections = new List<FormSection>();
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (sections.Count == MaximumSections)
                return Faulty($"the form has more than {MaximumSections} fields; send fewer.");
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                || HeaderUtilities.RemoveQuotes(disposition.Name).Value is not { Length: > 0 } field)
            {
                return Faulty($"field number {sections.Count + 1} has no name; give each a Content-Disposition with one.");
            }

            var file = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
            var name = HeaderUtilities.RemoveQuotes(file).Value;
            sections.Add(field == CheckField
                ? new FormSection(field, name, section.ContentType) { Content = await Hold(section.Body, cancellation) }
                : await Send(new FormSection(field, name, section.ContentType), section.Body, attachments, cancellation));
        }

        return new MultipartForm(sections);
    }

    private static async Task<ReadOnlyMemory<byte>> Hold(Stream body, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        await body.CopyToAsync(content, cancellation);
        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }

    /// <summary>Has a file read, and goes on when it has arrived: the next one arrives while it is read.</summary>
    private static async Task<FormSection> Send(FormSection section, Stream body, AttachmentReader attachments, CancellationToken cancellation)
    {
        using var upload = new Upload(body);
        section.Reading = attachments.Start(section.FileName ?? section.Field, upload, cancellation);
        if (await Task.WhenAny(upload.Ended, section.Reading.Ended) == section.Reading.Ended)
            await section.Reading.Ended;
        (section.Sha256, section.Length) = (await upload.Finish(cancellation), upload.Received);
        return section;
    }

    private static ProblemHttpResult Faulty(string message) => Problems.BadRequest(new Fault("body", message));
}

/// <summary>One field of a form.</summary>
internal sealed class FormSection(string field, string? fileName, string? contentType)
{
    public string Field { get; } = field;

    public string? FileName { get; } = fileName;

    public string? ContentType { get; } = contentType;

    /// <summary>The field's value, of one that is no file.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The reading of a file.</summary>
    public AttachmentFeed? Reading { get; set; }

    /// <summary>Bytes of the file.</summary>
    public long Length { get; set; }

    /// <summary>Of the file, in hex.</summary>
    public string? Sha256 { get; set; }
}
