using System.Globalization;
using System.Text.RegularExpressions;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Detection;

/// <summary>
/// Finds fiscal periods as people write them in French and English, which Microsoft.Recognizers does not: T3 2026, Q3'26, 3Q26, 3e trimestre,
/// second half of 2026, H1 FY27, exercice 2026, octobre 2026, ce trimestre. The fiscal year is taken to be the calendar's.
/// A period without a year is the latest that has begun.
/// </summary>
internal static partial class FiscalPeriodDetector
{
    private const string OfYear =
        @"(?:(?: (?:of|de|du))?(?: (?:the )?(?:fiscal|financial)(?: year)?| l'exercice| exercice| l'annee)?[ /-]?(?:(?<year>20[0-9]{2})|(?:'|fy ?|(?<=[1-4][qths]|[/-]))(?<year>[0-9]{2})))?\b";

    // Days around which every period has a date; nobody publishes on others.
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(9000, 12, 31);

    private static readonly string[] Months =
        ["jan", "f", "mar", "a[vp]r", "ma[iy]", "ju(?:n|in)", "jui?l", "a(?:ug|o)", "s", "o", "n", "d"];

    private static readonly (Regex Pattern, Func<Match, DateOnly, FiscalPeriod> Period)[] Forms =
    [
        (Quarter(), (match, today) => Of(match, 3, today)),
        (Half(), (match, today) => Of(match, 6, today)),
        (Year(), (match, _) => FiscalPeriod.Of(WrittenYear(match)!.Value, 12, 1)),
        (Month(), (match, _) => FiscalPeriod.Of(WrittenYear(match)!.Value, 1, MonthNumber(match.Groups["month"].Value))),
        (Current(), (match, today) => FiscalPeriod.Holding(today, UnitMonths(match))),
        (Last(), (match, today) => FiscalPeriod.Holding(today, UnitMonths(match)).Previous()),
    ];

    /// <summary>Every period of the normalised text, in order, with the state in which it is on the day of publishing; null when it is in none.</summary>
    public static List<(TextSpan Place, PeriodState? State)> Find(WindowText text, DateOnly publishedOn)
    {
        var today = publishedOn < Earliest ? Earliest : publishedOn > Latest ? Latest : publishedOn;
        var read = new List<(TextSpan Place, PeriodState? State)>();
        foreach (var (pattern, period) in Forms)
        {
            foreach (Match match in pattern.Matches(text.Normalized.Text))
                read.Add((new TextSpan(match.Index, match.Index + match.Length), period(match, today).StateOn(today)));
        }

        // « 1er trimestre de 2026 » names a quarter, and not the year 2026 as well.
        var found = new List<(TextSpan Place, PeriodState? State)>();
        var end = 0;
        foreach (var (place, state) in read.OrderBy(entry => entry.Place.Start).ThenByDescending(entry => entry.Place.End))
        {
            if (place.Start < end)
                continue;
            end = place.End;
            found.Add((place, state));
        }

        return found;
    }

    private static FiscalPeriod Of(Match match, int months, DateOnly today)
    {
        var number = Number(match.Groups["number"].Value);
        if (WrittenYear(match) is { } year)
            return FiscalPeriod.Of(year, months, number);
        var thisYear = FiscalPeriod.Of(today.Year, months, number);
        return thisYear.Start <= today ? thisYear : FiscalPeriod.Of(today.Year - 1, months, number);
    }

    private static int Number(string ordinal) => ordinal switch
    {
        "1" or "premier" or "first" => 1,
        "2" or "deuxieme" or "second" => 2,
        "3" or "troisieme" or "third" => 3,
        _ => 4,
    };

    private static int? WrittenYear(Match match)
    {
        if (match.Groups["year"] is not { Success: true } written)
            return null;
        var year = int.Parse(written.Value, CultureInfo.InvariantCulture);
        return year < 100 ? 2000 + year : year;
    }

    private static int MonthNumber(string name) =>
        1 + Array.FindIndex(Months, month => Regex.IsMatch(name, "^" + month, RegexOptions.CultureInvariant));

    private static int UnitMonths(Match match) => match.Groups["unit"].Value switch
    {
        "quarter" or "trimestre" => 3,
        "semestre" or "half" => 6,
        "month" or "mois" => 1,
        _ => 12,
    };

    [GeneratedRegex(@"\b(?:[qt](?<number>[1-4])|(?<number>[1-4])[qt]|(?<number>premier|first|deuxieme|second|troisieme|third|quatrieme|fourth|[1-4])(?:er|e|eme|st|nd|rd|th)?[ -](?:trimestre|quarter))" + OfYear, RegexOptions.CultureInvariant)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"\b(?:[hs](?<number>[12])|(?<number>premier|first|deuxieme|second|[12])(?:er|e|eme|st|nd)?[ -](?:semestre|half))" + OfYear, RegexOptions.CultureInvariant)]
    private static partial Regex Half();

    [GeneratedRegex(@"\b(?:fy ?(?<year>(?:20)?[0-9]{2})|(?:fiscal(?: year)?|(?:full|financial)[ -]year|exercice|annee|year|ca|chiffre d'affaires|resultats?|revenues?|results|en|in|for|pour|sur|de) (?<year>20[0-9]{2}))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"\b(?<month>janvier|january|fevrier|february|mars|march|avril|april|mai|may|juin|june|juillet|july|aout|august|septembre|september|octobre|october|novembre|november|decembre|december) (?<year>20[0-9]{2})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex(@"\b(?:(?:this|current) (?<unit>quarter|half|month|year)|cet?(?:te)? (?<unit>trimestre|semestre|mois|annee|exercice)|(?<unit>trimestre|semestre|mois|annee|exercice) en cours|(?:du |le |au |l')(?<unit>trimestre|semestre|exercice)(?! (?:20|dernier|precedent|ecoule))|the (?<unit>quarter))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Current();

    [GeneratedRegex(@"\b(?:(?:last|previous) (?<unit>quarter|half|month|year)|derniere? (?<unit>trimestre|semestre|mois|annee|exercice)|(?<unit>trimestre|semestre|mois|annee|exercice) (?:derniere?|precedente?|ecoulee?))\b", RegexOptions.CultureInvariant)]
    private static partial Regex Last();
}
