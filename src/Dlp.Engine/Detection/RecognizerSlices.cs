using System.Text.RegularExpressions;
using Dlp.Engine.Detection.Terms;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Detection;

/// <summary>
/// Runs Microsoft.Recognizers on short slices around the signs and words of a kind of thing, since its cost on a whole text has no
/// useful bound, and adds the written forms that its models do not know.
/// </summary>
internal static partial class RecognizerSlices
{
    private const int Reach = 32;

    /// <summary>Whether a text has what a kind of thing is never written without, so that a model needs to be asked.</summary>
    public static bool MayHold(RecognizerKind kind, ReadOnlySpan<char> normalized) => Triggers(kind).IsMatch(normalized);

    /// <summary>Every place of a kind of thing near the given range of the normalised text, in its offsets.</summary>
    public static List<TextSpan> Find(RecognizerKind kind, WindowText text, TextSpan range, ScanBudget budget)
    {
        var normalized = text.Normalized.Text;
        var found = new List<TextSpan>();
        var sliceEnd = -1;
        foreach (var trigger in Triggers(kind).EnumerateMatches(normalized.AsSpan(range.Start, range.Length)))
        {
            var at = range.Start + trigger.Index;
            if (at + trigger.Length + Reach / 2 <= sliceEnd)
                continue;
            var slice = new TextSpan(
                Tokens.StartAt(normalized, Math.Max(0, at - Reach)),
                Tokens.StartAt(normalized, Math.Min(normalized.Length, at + trigger.Length + Reach)));
            if (!NumberLike().IsMatch(normalized.AsSpan(slice.Start, slice.Length)))
                continue;
            if (!text.RecognizerResults.TryGetValue((kind, slice), out var places))
            {
                if (!budget.TakeSlice())
                    break;
                places = Recognize(kind, text, slice);
                text.RecognizerResults[(kind, slice)] = places;
            }

            found.AddRange(places);
            sliceEnd = slice.End;
        }

        return TextSpan.Merge(found);
    }

    private static List<TextSpan> Recognize(RecognizerKind kind, WindowText text, TextSpan slice)
    {
        // The models read « 4,2 M€ » but not « 4,2 m€ », and a plain apostrophe only: the slice keeps its case.
        var original = text.Normalized.ToOriginal(slice);
        var typed = new string(text.Original[original.Start..original.End]).Replace('’', '\'').Replace(' ', ' ').Replace(' ', ' ');
        var places = RecognizerModels.Parse(kind, typed)
            .Select(place => text.Normalized.FromOriginal(place.Shift(original.Start)))
            .Where(place => NumberLike().IsMatch(text.Normalized.Text.AsSpan(place.Start, place.Length)))
            .ToList();
        if (kind == RecognizerKind.Currency)
        {
            foreach (var match in AbbreviatedAmount().EnumerateMatches(text.Normalized.Text.AsSpan(slice.Start, slice.Length)))
                places.Add(new TextSpan(slice.Start + match.Index, slice.Start + match.Index + match.Length));
        }

        return places;
    }

    private static Regex Triggers(RecognizerKind kind) => kind switch
    {
        RecognizerKind.Currency => CurrencyTrigger(),
        RecognizerKind.Percentage => PercentageTrigger(),
        _ => DateTrigger(),
    };

    [GeneratedRegex(@"[€$£¥]|\b(?:k?eur|euros?|usd|dollars?|gbp|pounds?|livres?|chf|francs?|cad|jpy|yens?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex CurrencyTrigger();

    [GeneratedRegex(@"%|\b(?:per ?cent|pour ?cents?|pourcents?)\b", RegexOptions.CultureInvariant)]
    private static partial Regex PercentageTrigger();

    [GeneratedRegex(@"[0-9][/.-][0-9]|\b(?:jan|fe[bv]|mar|a[pv]r|ma[iy]|ju[in]|jui|aou|aug|sep|oct|nov|dec)[a-z]{0,7}\b", RegexOptions.CultureInvariant)]
    private static partial Regex DateTrigger();

    [GeneratedRegex(@"[0-9]|\b(?:cents?|hundred|mille|thousand|millions?|milliards?|billions?|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|one|two|three|four|five|seven|eight|nine|ten|twenty|thirty|forty|fifty|vingt|trente|quarante|cinquante) ", RegexOptions.CultureInvariant)]
    private static partial Regex NumberLike();

    [GeneratedRegex(@"[€$£] ?[0-9]{1,3}(?:[ .,]?[0-9]{1,3}){0,4} ?(?:k|mds?|mrd|mn|m|bn|b)\b|\b[0-9]{1,3}(?:[ .,]?[0-9]{1,3}){0,4} ?(?:k|mds?|mrd|mn|m|bn|b) ?(?:[€$£]|(?:eur|usd|gbp|chf)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex AbbreviatedAmount();
}
