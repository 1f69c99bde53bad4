using System.ComponentModel;

namespace Dlp.Engine.Rules;

/// <summary>One way to propose a candidate. Exactly one of pattern, terms, recognizer, signal or composite is given.</summary>
[Description("One way to propose a candidate: exactly one of regex, terms, termsFile, recognizer, signal or allOf.")]
public sealed record DetectDefinition
{
    /// <summary>A pattern; its group <c>value</c>, when there is one, is the span.</summary>
    [Description("A .NET regular expression without backreferences or nested unbounded repetition; {name} stands for a fragment. The named group `value` is the span that is reported, else the whole.")]
    public string? Regex { get; init; }

    /// <summary>With a pattern: the names of the service whose secret it is, of which one stands before it.</summary>
    [Description("With regex, for a secret that bears no mark of its own: the names of the service that issues it. The pattern is looked for within 80 characters behind one of them, which may be a part of an identifier, and only where a word such as key, token or secret stands near the name.")]
    public IReadOnlyList<string> Service { get; init; } = [];

    /// <summary>With a pattern: the names to one of which the value is assigned.</summary>
    [Description("With regex: names to which the value is assigned, in a program, a settings file, an address, a command line, a header or a sentence: api key finds API_KEY=…, \"myApiKey\": \"…\", --api-key …, the API key is … A space stands for nothing, a space, a hyphen, a dot or an underscore. A name of five letters or more may stand inside a longer one.")]
    public IReadOnlyList<string> AssignedTo { get; init; } = [];

    /// <summary>Whole words or phrases.</summary>
    [Description("Whole words or phrases. Case, accents and what joins their words do not matter; written in the singular they are found in the plural too.")]
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>A file of terms, relative to <c>rules/</c>.</summary>
    [Description("A file of terms, one a line, # for comments; relative to rules/: words/code-names.txt.")]
    public string? TermsFile { get; init; }

    /// <summary>A model of Microsoft.Recognizers.</summary>
    [Description("A model of Microsoft.Recognizers, in English and French.")]
    public RecognizerKind? Recognizer { get; init; }

    /// <summary>What an attached file gives away beside its text.</summary>
    [Description("What an attached file gives away beside its text. The span is the file's own name.")]
    public PartSignal? Signal { get; init; }

    /// <summary>Pieces of evidence that must all be there.</summary>
    [Description("Pieces of evidence that must all be there, each on text of its own, within `within` characters.")]
    public IReadOnlyList<EvidenceDefinition> AllOf { get; init; } = [];

    /// <summary>Longest stretch, in characters of normalised text, that holds all pieces of evidence.</summary>
    [Description("With allOf: the longest stretch, in characters of normalised text, that may hold all the pieces; 1 to 2000.")]
    public int? Within { get; init; }

    /// <summary>Counter-evidence: any of it within the same distance drops the candidate.</summary>
    [Description("With allOf: counter-evidence. Any of it within `within` characters of the pieces drops the candidate.")]
    public IReadOnlyList<EvidenceDefinition> NoneOf { get; init; } = [];

    /// <summary>Confidence of the candidate before validators and hotwords.</summary>
    [Description("Confidence of the candidate before validators and hotwords.")]
    public required Confidence Confidence { get; init; }
}

/// <summary>One piece of evidence of a composite; when several keys are given, any of them will do.</summary>
[Description("One piece of evidence. When several keys are given, any one of them will do.")]
public sealed record EvidenceDefinition
{
    /// <summary>A candidate of this info type, of any confidence.</summary>
    [Description("A candidate of this info type that passed its validators, whatever its confidence.")]
    public string? InfoType { get; init; }

    /// <summary>A pattern on the normalised text.</summary>
    [Description("A .NET regular expression on the normalised text; {name} stands for a fragment.")]
    public string? Regex { get; init; }

    /// <summary>Whole words or phrases.</summary>
    [Description("Whole words or phrases. Case, accents and what joins their words do not matter; written in the singular they are found in the plural too.")]
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>A file of terms, relative to <c>rules/</c>.</summary>
    [Description("A file of terms, one a line, # for comments; relative to rules/.")]
    public string? TermsFile { get; init; }

    /// <summary>A model of Microsoft.Recognizers.</summary>
    [Description("A model of Microsoft.Recognizers, in English and French. Run last, on short slices around digits.")]
    public RecognizerKind? Recognizer { get; init; }

    /// <summary>A fiscal period in one of these states at the time of publishing.</summary>
    [Description("A fiscal period (Q3 2026, H1 FY27, troisième trimestre 2026, exercice 2026) in this state, or one of these, at the time of publishing.")]
    public IReadOnlyList<PeriodState> Period { get; init; } = [];

    /// <summary>Whether this piece alone is the span of the finding.</summary>
    [Description("This piece alone is the span that is reported and redacted. When no piece says so, the span covers them all.")]
    public bool Value { get; init; }
}

/// <summary>Models of Microsoft.Recognizers that rules may use.</summary>
public enum RecognizerKind
{
    /// <summary>Amounts of money.</summary>
    [Description("Amounts of money: 4,2 M€, $3 million.")]
    Currency,

    /// <summary>Percentages.</summary>
    [Description("Percentages: 12 %, douze pour cent.")]
    Percentage,

    /// <summary>Dates.</summary>
    [Description("Calendar dates: 12 March 2026, le 3 mai. Slow; only as a piece of evidence.")]
    Date,
}

/// <summary>State of a fiscal period at the time of publishing.</summary>
public enum PeriodState
{
    /// <summary>It has not ended.</summary>
    [Description("The period has not ended.")]
    Open,

    /// <summary>It ended less than 120 days before.</summary>
    [Description("The period ended less than 120 days before publishing.")]
    Recent,
}
