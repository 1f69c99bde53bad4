namespace Dlp.Engine.Detection;

/// <summary>Finds the terms of a list.</summary>
internal sealed class TermDetector(TermDictionary terms) : Detector
{
    /// <summary>Words with which a term begins.</summary>
    public IEnumerable<string> FirstTokens => terms.FirstTokens;

    public override IReadOnlyList<TextSpan> Detect(WindowText text, ScanBudget budget) =>
        text.MayHold(this) ? terms.Find(text.Normalized.Text, new TextSpan(0, text.Normalized.Text.Length)) : [];
}
