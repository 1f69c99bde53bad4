namespace Dlp.Engine.Redaction;

/// <summary>A part's text with its findings replaced by a safer wording.</summary>
/// <param name="Part">The part's name.</param>
/// <param name="Text">The redacted text.</param>
public sealed record RedactedPart(string Part, string Text)
{
    /// <summary>Name and size only: the text must not slip into a log.</summary>
    public override string ToString() => $"'{Part}', {Text.Length} characters";
}
