using Dlp.Engine.Decoding;
using Dlp.Engine.Explanations;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Detection;

/// <summary>What a detector proposes, until validators and evidence have made it a finding or dropped it.</summary>
/// <param name="rule">The rule it is proposed for.</param>
/// <param name="span">Where it stands in the window's original text.</param>
/// <param name="normalizedSpan">Where it stands in the window's normalised text.</param>
/// <param name="value">Its text, in the rule's view.</param>
/// <param name="confidence">The detector's confidence.</param>
/// <param name="traced">Whether its ledger is kept.</param>
internal sealed class Candidate(Rule rule, TextSpan span, TextSpan normalizedSpan, string value, Confidence confidence, bool traced = true)
{
    private List<TraceStep>? _trace;

    /// <summary>A candidate at a place of a window, in the offsets of a view.</summary>
    public static Candidate At(WindowText text, TextSpan place, TextView view, Rule rule, Confidence confidence, bool isValidated = false, bool namesService = false)
    {
        var value = new string(text.SpanIn(view)[place.Start..place.End]);
        return view == TextView.Original
            ? new Candidate(rule, place, text.Normalized.FromOriginal(place), value, confidence, text.Traced) { IsValidated = isValidated, NamesService = namesService }
            : new Candidate(rule, text.Normalized.ToOriginal(place), place, value, confidence, text.Traced) { IsValidated = isValidated, NamesService = namesService };
    }

    public Rule Rule { get; } = rule;

    public TextSpan Span { get; } = span;

    public TextSpan NormalizedSpan { get; } = normalizedSpan;

    public string Value { get; } = value;

    public Confidence Confidence { get; set; } = confidence;

    /// <summary>Whether the validators had accepted the value before it was proposed.</summary>
    public bool IsValidated { get; init; }

    /// <summary>Whether all validators accepted; stronger than a mere shape when findings overlap.</summary>
    public bool Proven { get; set; }

    /// <summary>Whether the name of the service that issues it stands before it: more is known of it than that it is a secret.</summary>
    public bool NamesService { get; init; }

    /// <summary>Whether counter-evidence speaks against it.</summary>
    public bool Refuted { get; set; }

    public IReadOnlyList<TraceStep> Trace => _trace ?? [];

    /// <summary>Puts before all other steps that the text was decoded; the outermost encoding, noted last, comes first.</summary>
    public void NoteDecoding(TextEncoding encoding)
    {
        if (traced)
            (_trace ??= []).Insert(0, new TraceStep(TraceStepKind.Decoded, encoding.WireName, _trace is [var first, ..] ? first.Confidence : Confidence));
    }

    public void Note(TraceStepKind step, ReadOnlySpan<char> detail, Confidence? confidence)
    {
        if (traced)
            Note(step, detail.ToString(), confidence);
    }

    public void Note(TraceStepKind step, string detail, Confidence? confidence)
    {
        if (traced)
            (_trace ??= []).Add(new TraceStep(step, detail, confidence));
    }
}
