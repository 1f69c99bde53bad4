using System.Text;
using Dlp.Engine;

namespace Dlp.Benchmarks.Texts;

/// <summary>A text, and what must be found in it: these and nothing else.</summary>
/// <param name="Text">The text.</param>
/// <param name="Expected">The findings, in order of position.</param>
internal sealed record LabelledText(string Text, IReadOnlyList<Label> Expected)
{
    /// <summary>The text as a draft.</summary>
    public Draft Draft { get; } = Draft.FromText(Text);

    /// <summary>Texts one after the other, as paragraphs of one.</summary>
    public static LabelledText Join(IEnumerable<LabelledText> texts)
    {
        var text = new StringBuilder();
        var expected = new List<Label>();
        foreach (var paragraph in texts)
        {
            expected.AddRange(paragraph.Expected.Select(label => label with { Start = label.Start + text.Length, End = label.End + text.Length }));
            text.Append(paragraph.Text).Append("\n\n");
        }

        return new LabelledText(text.ToString(), expected);
    }

    /// <summary>Ends the run when a scan gave anything else: a fast wrong answer is no answer.</summary>
    /// <exception cref="WrongAnswerException">The findings are not the expected ones.</exception>
    public void Verify(ScanResult result, string what)
    {
        var found = result.Findings.Select(finding => new Label(finding.Rule.InfoType, finding.Span.Start, finding.Span.End)).ToList();
        if (found.SequenceEqual(Expected))
            return;
        var missing = Expected.Except(found).ToList();
        var surplus = found.Except(Expected).ToList();
        throw new WrongAnswerException(
            $"{what}: {Expected.Count} findings expected, {found.Count} found; missing {Some(missing)}, not expected {Some(surplus)}. What follows would measure the wrong thing.");
    }

    private static string Some(List<Label> labels) =>
        labels.Count == 0 ? "none" : string.Join(", ", labels.Take(3).Select(label => $"{label.InfoType} at {label.Start}..{label.End}"));
}

/// <summary>Something that must be found.</summary>
/// <param name="InfoType">What it is.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">After its last character.</param>
internal sealed record Label(string InfoType, int Start, int End);

/// <summary>What was measured gave a wrong answer.</summary>
internal sealed class WrongAnswerException(string message) : Exception(message);
