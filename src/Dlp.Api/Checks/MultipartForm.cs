using Dlp.Api.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Dlp.Api.Checks;

/// <summary>A <c>multipart/form-data</c> body held in memory: attachments are never written to a disk, not even for a moment.</summary>
internal sealed class MultipartForm
{
    private const int MaximumSections = 1000;

    private MultipartForm(IReadOnlyList<FormSection> sections) => Sections = sections;

    public IReadOnlyList<FormSection> Sections { get; }

    public static async Task<Body<MultipartForm>> Read(HttpRequest request)
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).Value : null;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 70)
            return Faulty("the Content-Type header has no boundary of 1 to 70 characters; let the library that builds the form write the header.");
        try
        {
            return await Read(new MultipartReader(boundary, request.Body), request.HttpContext.RequestAborted);
        }
        catch (Exception exception) when (exception is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return Faulty("the body is not well-formed multipart/form-data: a boundary or a header is missing, or it ends early.");
        }
    }

    private static async Task<Body<MultipartForm>> Read(MultipartReader reader, CancellationToken cancellation)
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
            using var content = new MemoryStream();
            await section.Body.CopyToAsync(content, cancellation);
            var bytes = content.GetBuffer().AsMemory(0, (int)content.Length);
            sections.Add(new FormSection(field, HeaderUtilities.RemoveQuotes(file).Value, section.ContentType, bytes));
        }

        return new MultipartForm(sections);
    }

    private static ProblemHttpResult Faulty(string message) => Problems.BadRequest(new Fault("body", message));
}

/// <summary>One field of a form.</summary>
internal sealed class FormSection(string field, string? fileName, string? contentType, ReadOnlyMemory<byte> content)
{
    public string Field { get; } = field;

    public string? FileName { get; } = fileName;

    public string? ContentType { get; } = contentType;

    public ReadOnlyMemory<byte> Content { get; } = content;
}
