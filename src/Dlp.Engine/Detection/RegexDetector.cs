using System.Buffers;
using System.Text.RegularExpressions;
using Dlp.Engine.Detection.Patterns;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Detection;

/// <summary>
/// Finds a pattern; its group <c>value</c>, when there is one, is the place. What every match must hold decides where the pattern is
/// tried at all: around a literal, where a first character stands, or else everywhere. The places found are those of
/// <see cref="Regex.Matches(string)"/>, whichever way is taken.
/// </summary>
internal sealed class RegexDetector : Detector
{
    /// <summary>Longest time one attempt may take; only a text made for it comes near.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private const int FarthestStart = 512;
    private const int WidestFirst = 80;

    private readonly string _ruleId;
    private readonly Lazy<Regex> _everywhere;
    private readonly Lazy<Regex> _anchored;
    private readonly PatternFacts _facts;
    private readonly PatternHead _head;
    private readonly SearchValues<char>? _first;

    // A single sign, such as the one of an e-mail address, that every match holds near its start.
    private readonly char? _sign;

    public RegexDetector(string ruleId, string pattern, TextView view)
    {
        _ruleId = ruleId;
        Pattern = pattern;
        View = view;
        var node = PatternParser.Parse(pattern);
        _facts = PatternFacts.Of(node);
        _head = PatternHead.Of(node, _facts.Least);
        _everywhere = new(() => new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.Compiled, Timeout));
        _anchored = new(() => new Regex($@"\G(?:{pattern}{(pattern.StartsWith("(?x", StringComparison.Ordinal) ? "\n" : "")})", RegexOptions.CultureInvariant | RegexOptions.Compiled, Timeout));
        if (_facts.First is { Count: <= WidestFirst } first)
            _first = SearchValues.Create([.. first.Named]);
        if (_facts.Required is { MostBefore: <= FarthestStart } required && required.Texts.All(text => text.Length >= LiteralIndex.ShortestLiteral))
            Literals = required.Texts;
        if (_facts.Required is { MostBefore: <= FarthestStart, Texts: [[var only]] } && !char.IsAsciiLetterOrDigit(only) && only != ' ')
            _sign = only;
    }

    public override TextView View { get; }

    /// <summary>The pattern as written.</summary>
    public string Pattern { get; }

    /// <summary>Literals of which every match holds one near its start; null when there are none worth looking for.</summary>
    public IReadOnlyList<string>? Literals { get; }

    public override IReadOnlyList<TextSpan> Detect(WindowText text, ScanBudget budget)
    {
        if (_facts.LeastDigits > 0 && text.DigitsIn(View) < _facts.LeastDigits)
            return [];
        if (Literals is not null && text.LiteralsOf(this) is null)
            return [];
        if (_sign is { } missing && !text.In(View).Contains(missing))
            return [];

        var found = new List<TextSpan>();
        try
        {
            if (Literals is not null)
                TryAround(text.LiteralsOf(this)!, text.In(View), found);
            else if (_sign is { } sign)
                TryAround(PlacesOf(sign, text.In(View)), text.In(View), found);
            else if (_first is not null)
                TryFirstCharacters(text.In(View), found);
            else
                TryEverywhere(text.In(View), found);
        }
        catch (RegexMatchTimeoutException)
        {
            budget.GiveUp(_ruleId);
        }

        return found;
    }

    private static List<int> PlacesOf(char sign, string text)
    {
        var places = new List<int>();
        for (var at = text.IndexOf(sign); at >= 0; at = text.IndexOf(sign, at + 1))
            places.Add(at);
        return places;
    }

    private void TryAround(IReadOnlyList<int> literals, string text, List<TextSpan> found)
    {
        var (least, most) = (_facts.Required!.LeastBefore, _facts.Required.MostBefore!.Value);
        var next = 0;
        foreach (var literal in literals)
        {
            for (var start = Math.Max(next, literal - most); start <= literal - least; start++)
            {
                if (MayStartAt(text, start) && TryAt(text, start, found) is { } end)
                    start = end - 1;
                next = start + 1;
            }
        }
    }

    private void TryFirstCharacters(string text, List<TextSpan> found)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var skipped = text.AsSpan(start).IndexOfAny(_first!);
            if (skipped < 0)
                return;
            start += skipped;
            if (MayStartAt(text, start) && TryAt(text, start, found) is { } end)
                start = end - 1;
        }
    }

    private bool MayStartAt(string text, int start) =>
        (start == 0 || _facts.NotAfter is not { } notAfter || text[start - 1] >= 128 || !notAfter.MayHold(text[start - 1]))
        && _head.MayStartAt(text, start);

    private void TryEverywhere(string text, List<TextSpan> found)
    {
        foreach (Match match in _everywhere.Value.Matches(text))
            Add(match, found);
    }

    // The end of the match that starts there; null when none does.
    private int? TryAt(string text, int start, List<TextSpan> found)
    {
        var match = _anchored.Value.Match(text, start);
        if (!match.Success)
            return null;
        Add(match, found);
        return match.Index + match.Length;
    }

    private static void Add(Match match, List<TextSpan> found)
    {
        Group value = match.Groups["value"];
        if (!value.Success)
            value = match;
        if (value.Length > 0)
            found.Add(new TextSpan(value.Index, value.Index + value.Length));
    }
}
