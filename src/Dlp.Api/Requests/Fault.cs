namespace Dlp.Api.Requests;

/// <summary>Something wrong in a request.</summary>
/// <param name="Field">Where: a JSON path (<c>$.destination.audience</c>), or the name of a form field.</param>
/// <param name="Message">What is wrong and what to do. Never quotes what was sent.</param>
internal sealed record Fault(string Field, string Message);
