namespace Dlp.Engine;

/// <summary>What is about to be published: the author's own text parts and the text of the attachments.</summary>
/// <param name="Parts">In reading order. Names are unique within a draft; the host makes them so.</param>
public sealed record Draft(IReadOnlyList<DraftPart> Parts)
{
    /// <summary>The usual draft: a body of text and nothing else. Its part is named <c>text</c>.</summary>
    public static Draft FromText(string text) => new([new DraftPart("text", DraftPartKind.Text, text)]);
}
