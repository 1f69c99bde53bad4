using System.Text;

namespace Dlp.Engine.Rules;

/// <summary>A text of an example, in which ⟦ and ⟧ mark what must be found.</summary>
/// <param name="Text">The text without the marks.</param>
/// <param name="Spans">What stood between marks, in order.</param>
public sealed record MarkedText(string Text, IReadOnlyList<TextSpan> Spans)
{
    /// <summary>Takes the marks out of a text; null when a mark is not closed, not opened, or nested.</summary>
    public static MarkedText? Parse(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var spans = new List<TextSpan>();
        int? open = null;
        foreach (var character in marked)
        {
            switch (character)
            {
                case '⟦' when open is null:
                    open = text.Length;
                    break;
                case '⟧' when open is { } start:
                    spans.Add(new TextSpan(start, text.Length));
                    open = null;
                    break;
                case '⟦' or '⟧':
                    return null;
                default:
                    text.Append(character);
                    break;
            }
        }

        return open is null ? new MarkedText(text.ToString(), spans) : null;
    }
}
