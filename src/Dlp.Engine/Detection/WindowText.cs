using System.Text;
using Dlp.Engine.Detection.Patterns;
using Dlp.Engine.Detection.Terms;
using Dlp.Engine.Evidence;
using Dlp.Engine.Normalization;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Detection;

/// <summary>A stretch of text that is looked at in one go, in both views, and what stands in it. Used again for the next one; not thread-safe.</summary>
/// <param name="detectors">Number of detectors of the rule set.</param>
internal sealed class WindowText(int detectors)
{
    private readonly PlaceLists _normalizedHits = new(detectors);
    private readonly PlaceLists _originalHits = new(detectors);
    private readonly SymbolRuns _normalizedRuns = new();
    private readonly SymbolRuns _originalRuns = new();
    private char[] _original = [];
    private int _length;
    private string? _originalText;
    private bool _isCut;
    private bool _isAscii;
    private ulong[] _wanted = [];
    private bool? _hasDigit;
    private readonly bool?[] _mayHold = new bool?[Enum.GetValues<RecognizerKind>().Length];
    private byte[] _normalizedCodes = [];
    private byte[] _originalCodes = [];

    /// <summary>The text as its reader sees it.</summary>
    public NormalizedText Normalized { get; } = new();

    /// <summary>The places that each detector has found, in offsets of its view.</summary>
    public PlaceLists Places { get; } = new(detectors);

    /// <summary>Where hotwords and terms stand in the normalised text.</summary>
    public TermHits TermHits { get; } = new();

    /// <summary>The tokens of the normalised text, cut when they are first asked for.</summary>
    public TokenBuffer Tokens
    {
        get
        {
            if (!_isCut)
                Terms.Tokens.Read(Normalized.Span, new TextSpan(0, Normalized.Span.Length), field);
            _isCut = true;
            return field;
        }
    } = new();

    /// <summary>Ranges of the normalised text near hotwords, each with the number of their group; for <see cref="WantedDigits"/>, which fills it anew.</summary>
    public List<(TextSpan Range, int Hotwords)> NearHotwords { get; } = [];

    /// <summary>The hotwords around the candidate that is weighed.</summary>
    public NearbyWords NearbyWords { get; } = new();

    /// <summary>Whether the ledger of candidates is kept.</summary>
    public bool Traced { get; set; }

    /// <summary>What Microsoft.Recognizers said of slices of the normalised text, so that no slice is paid for twice.</summary>
    public Dictionary<(RecognizerKind Kind, TextSpan Slice), List<TextSpan>> RecognizerResults => field ??= [];

    /// <summary>Whether a model of Microsoft.Recognizers needs to be asked: false only when it is sure that it finds nothing in the window.</summary>
    public bool MayHold(RecognizerKind kind) => _mayHold[(int)kind] ??= RecognizerSlices.MayHold(kind, Normalized.Span);

    /// <summary>Whether a digit 0 to 9 stands in it.</summary>
    public bool HasDigit => _hasDigit ??= CodesIn(TextView.Normalized).ContainsAnyInRange((byte)'0', (byte)'9');

    /// <summary>The text as it was typed.</summary>
    public ReadOnlySpan<char> Original => _original.AsSpan(0, _length);

    /// <summary>Takes the next text; what was known of the last is forgotten.</summary>
    public void Load(ReadOnlySpan<char> original)
    {
        _length = original.Length;
        _originalText = null;
        _isCut = false;
        _hasDigit = null;
        if (_original.Length < _length)
            Array.Resize(ref _original, _length);
        original.CopyTo(_original);
        Normalized.Fold(original);
        _normalizedRuns.Read(WriteCodes(Normalized.Span, ref _normalizedCodes));
        _isAscii = Normalized.IsInPlace && Ascii.IsValid(original);
        if (!_isAscii)
            WriteCodes(original, ref _originalCodes);
        if (!Normalized.IsInPlace)
            _originalRuns.Read(CodesIn(TextView.Original));

        _normalizedHits.Clear();
        _originalHits.Clear();
        Places.Clear();
        Array.Clear(_mayHold);
        if (RecognizerResults.Count > 0)
            RecognizerResults.Clear();
    }

    /// <summary>The text of a view.</summary>
    public ReadOnlySpan<char> SpanIn(TextView view) => view == TextView.Original ? Original : Normalized.Span;

    /// <summary>The text of a view as a string, made when it is first asked for.</summary>
    public string In(TextView view) => view == TextView.Original ? _originalText ??= new string(Original) : Normalized.Text;

    /// <summary>Where what a detector waits for stands in its view. Where folding left every unit in its place one list serves both views.</summary>
    public PlaceLists HitsIn(TextView view) => view == TextView.Original && !Normalized.IsInPlace ? _originalHits : _normalizedHits;

    /// <summary>The text of a view as <see cref="LiteralCodes"/>.</summary>
    public ReadOnlySpan<byte> CodesIn(TextView view) =>
        view == TextView.Original && !_isAscii ? _originalCodes.AsSpan(0, _length) : _normalizedCodes.AsSpan(0, Normalized.Span.Length);

    /// <summary>The runs of symbols of a view. Where folding left every unit in its place one serves both views: folding makes runs longer, never shorter.</summary>
    public SymbolRuns RunsIn(TextView view) => view == TextView.Original && !Normalized.IsInPlace ? _originalRuns : _normalizedRuns;

    /// <summary>A bit for each of the patterns that are wanted in the window, none of them set yet.</summary>
    public ulong[] NoneWanted(int words)
    {
        if (_wanted.Length < words)
            _wanted = new ulong[words];
        Array.Clear(_wanted);
        return _wanted;
    }

    private static ReadOnlySpan<byte> WriteCodes(ReadOnlySpan<char> text, ref byte[] codes)
    {
        if (codes.Length < text.Length)
            codes = new byte[text.Length];
        LiteralCodes.Write(text, codes);
        return codes.AsSpan(0, text.Length);
    }
}
