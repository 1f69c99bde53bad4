using Dlp.Engine.Normalization;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Detection;

/// <summary>A stretch of text that is looked at in one go, in both views.</summary>
internal sealed class WindowText(string original)
{
    /// <summary>The text as it was typed.</summary>
    public string Original { get; } = original;

    /// <summary>The text as its reader sees it.</summary>
    public NormalizedText Normalized { get; } = NormalizedText.Of(original);

    /// <summary>What Microsoft.Recognizers said of slices of the normalised text, so that no slice is paid for twice.</summary>
    public Dictionary<(RecognizerKind Kind, TextSpan Slice), List<TextSpan>> RecognizerResults { get; } = [];

    /// <summary>The text of a view.</summary>
    public string In(TextView view) => view == TextView.Original ? Original : Normalized.Text;
}
