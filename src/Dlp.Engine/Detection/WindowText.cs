using Dlp.Engine.Detection.Terms;
using Dlp.Engine.Normalization;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Detection;

/// <summary>A stretch of text that is looked at in one go, in both views.</summary>
/// <param name="original">The text as it was typed.</param>
/// <param name="index">What the rule set's detectors wait for.</param>
internal sealed class WindowText(string original, DetectorIndex index)
{
    private List<int>?[]? _normalizedLiterals;
    private List<int>?[]? _originalLiterals;
    private TermHits? _terms;
    private int? _normalizedDigits;
    private int? _originalDigits;

    /// <summary>The text as it was typed.</summary>
    public string Original { get; } = original;

    /// <summary>The text as its reader sees it.</summary>
    public NormalizedText Normalized { get; } = NormalizedText.Of(original);

    /// <summary>What Microsoft.Recognizers said of slices of the normalised text, so that no slice is paid for twice.</summary>
    public Dictionary<(RecognizerKind Kind, TextSpan Slice), List<TextSpan>> RecognizerResults => field ??= [];

    /// <summary>The text of a view.</summary>
    public string In(TextView view) => view == TextView.Original ? Original : Normalized.Text;

    /// <summary>Number of digits 0 to 9 in a view.</summary>
    public int DigitsIn(TextView view) => view == TextView.Original
        ? _originalDigits ??= CountDigits(Original)
        : _normalizedDigits ??= CountDigits(Normalized.Text);

    /// <summary>Where the literals of a pattern stand in its view, in order; null when none does.</summary>
    public IReadOnlyList<int>? LiteralsOf(RegexDetector pattern)
    {
        // Literals do not mind case: where every unit stayed in its place, one pass serves both views.
        var places = pattern.View == TextView.Original && !Normalized.IsInPlace
            ? _originalLiterals ??= index.FindLiterals(Original)
            : _normalizedLiterals ??= index.FindLiterals(Normalized.Text);
        return places[index.NumberOf(pattern)];
    }

    /// <summary>Where the terms of a detector stand in the normalised text, in order; null when none does.</summary>
    public IReadOnlyList<TextSpan>? TermsOf(TermDetector terms)
    {
        if (_terms is null)
            index.FindTerms(Normalized.Text, _terms = new TermHits());
        List<TextSpan>? places = null;
        foreach (var hit in _terms.All)
        {
            if (hit.Set == index.NumberOf(terms))
                (places ??= []).Add(new TextSpan(hit.Start, hit.End));
        }

        return places;
    }

    private static int CountDigits(string text)
    {
        var digits = 0;
        foreach (var character in text)
            digits += char.IsAsciiDigit(character) ? 1 : 0;
        return digits;
    }
}
