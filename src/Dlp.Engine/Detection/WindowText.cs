using Dlp.Engine.Normalization;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Detection;

/// <summary>A stretch of text that is looked at in one go, in both views.</summary>
/// <param name="original">The text as it was typed.</param>
/// <param name="index">The literals of the rule set's patterns.</param>
internal sealed class WindowText(string original, PatternIndex index)
{
    private List<int>?[]? _normalizedLiterals;
    private List<int>?[]? _originalLiterals;

    /// <summary>The text as it was typed.</summary>
    public string Original { get; } = original;

    /// <summary>The text as its reader sees it.</summary>
    public NormalizedText Normalized { get; } = NormalizedText.Of(original);

    /// <summary>What Microsoft.Recognizers said of slices of the normalised text, so that no slice is paid for twice.</summary>
    public Dictionary<(RecognizerKind Kind, TextSpan Slice), List<TextSpan>> RecognizerResults { get; } = [];

    /// <summary>The text of a view.</summary>
    public string In(TextView view) => view == TextView.Original ? Original : Normalized.Text;

    /// <summary>Where the literals of a pattern stand in its view, in order; null when none does.</summary>
    public IReadOnlyList<int>? LiteralsOf(RegexDetector pattern)
    {
        // Literals do not mind case: where folding only lowered it, one pass serves both views.
        if (pattern.View == TextView.Original && !Normalized.IsInPlace)
            return index.Of(pattern, _originalLiterals ??= index.Find(Original));
        return index.Of(pattern, _normalizedLiterals ??= index.Find(Normalized.Text));
    }
}
