using System.Globalization;
using Dlp.Engine.Detection;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Tests.Detection;

public class FiscalPeriodSpecs
{
    private const string Open = "open";
    private const string Recent = "recent";
    private const string Neither = "neither";

    [Theory]
    [InlineData("T3 2026", "2026-09-30", Open)]
    [InlineData("T3 2026", "2026-10-01", Recent)]
    [InlineData("T3 2026", "2027-01-28", Recent)]
    [InlineData("T3 2026", "2027-01-29", Neither)]
    [InlineData("T3-2026", "2026-08-01", Open)]
    [InlineData("T3/2026", "2026-08-01", Open)]
    [InlineData("Q3'26", "2026-08-01", Open)]
    [InlineData("Q3’26", "2026-11-01", Recent)]
    [InlineData("Q3-26", "2028-01-01", Neither)]
    [InlineData("3Q26", "2026-08-01", Open)]
    [InlineData("3Q26", "2027-06-01", Neither)]
    [InlineData("3T2026", "2026-08-01", Open)]
    [InlineData("Q3 FY26", "2026-11-01", Recent)]
    [InlineData("third quarter of 2026", "2026-11-01", Recent)]
    [InlineData("third quarter", "2026-11-01", Recent)]
    [InlineData("3rd quarter 2026", "2026-11-01", Recent)]
    [InlineData("3e trimestre de 2026", "2026-11-01", Recent)]
    [InlineData("3ème trimestre 2026", "2026-11-01", Recent)]
    [InlineData("1er trimestre de 2026", "2026-11-01", Neither)]
    [InlineData("premier trimestre de l'exercice 2026", "2026-11-01", Neither)]
    [InlineData("first quarter of fiscal 2026", "2026-11-01", Neither)]
    [InlineData("troisième trimestre de l’exercice 2026", "2026-11-01", Recent)]
    [InlineData("quatrième trimestre", "2026-11-01", Open)]
    [InlineData("Q4", "2026-03-01", Recent)]
    [InlineData("Q4", "2026-09-30", Neither)]
    [InlineData("H1 FY27", "2026-11-01", Open)]
    [InlineData("H1 FY26", "2026-10-28", Recent)]
    [InlineData("H1 FY26", "2026-10-29", Neither)]
    [InlineData("S1 2026", "2026-06-30", Open)]
    [InlineData("S1 2026", "2026-07-01", Recent)]
    [InlineData("second half of fiscal 2026", "2026-11-01", Open)]
    [InlineData("first half of the fiscal year 2026", "2026-08-01", Recent)]
    [InlineData("deuxième semestre 2026", "2026-11-01", Open)]
    [InlineData("FY26", "2026-12-31", Open)]
    [InlineData("FY26", "2027-01-01", Recent)]
    [InlineData("FY26", "2027-04-30", Recent)]
    [InlineData("FY26", "2027-05-01", Neither)]
    [InlineData("FY2026", "2026-12-31", Open)]
    [InlineData("exercice 2026", "2026-11-01", Open)]
    [InlineData("chiffre d'affaires 2026", "2026-11-01", Open)]
    [InlineData("revenue for 2025", "2026-11-01", Neither)]
    [InlineData("octobre 2026", "2026-10-31", Open)]
    [InlineData("octobre 2026", "2026-11-01", Recent)]
    [InlineData("octobre 2026", "2027-02-28", Recent)]
    [InlineData("octobre 2026", "2027-03-01", Neither)]
    [InlineData("june 2026", "2026-06-30", Open)]
    [InlineData("juin 2026", "2026-06-30", Open)]
    [InlineData("juillet 2026", "2026-07-31", Open)]
    [InlineData("juillet 2026", "2026-08-01", Recent)]
    [InlineData("décembre 2026", "2027-01-01", Recent)]
    [InlineData("mai 2026", "2026-06-01", Recent)]
    [InlineData("mars 2026", "2026-04-01", Recent)]
    [InlineData("avril 2026", "2026-05-01", Recent)]
    [InlineData("août 2026", "2026-09-01", Recent)]
    [InlineData("ce trimestre", "2026-05-15", Open)]
    [InlineData("cette année", "2026-12-31", Open)]
    [InlineData("this quarter", "2026-05-15", Open)]
    [InlineData("CA du trimestre", "2026-05-15", Open)]
    [InlineData("revenue for the quarter", "2026-05-15", Open)]
    [InlineData("l'exercice en cours", "2026-05-15", Open)]
    [InlineData("last quarter", "2026-01-01", Recent)]
    [InlineData("last quarter", "2026-03-31", Recent)]
    [InlineData("le trimestre dernier", "2026-05-15", Recent)]
    [InlineData("le dernier trimestre", "2026-05-15", Recent)]
    [InlineData("l'année dernière", "2026-04-30", Recent)]
    [InlineData("last year", "2026-05-01", Neither)]
    [InlineData("T5 2026", "2026-05-15", Neither)]
    [InlineData("T1000", "2026-05-15", Neither)]
    [InlineData("quarter", "2026-05-15", Neither)]
    [InlineData("mart3 2026", "2026-05-15", Neither)]
    public void A_period_is_open_until_it_ends_and_recent_for_120_days(string text, string publishedOn, string state)
    {
        var day = DateOnly.ParseExact(publishedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        StateOf($"Nos ventes, {text} : voilà.", day).Should().Be(state);
    }

    [Fact]
    public void The_span_is_the_whole_period()
    {
        const string text = "Au troisième trimestre de l’exercice 2026, rien.";
        var found = Find(text, [PeriodState.Open, PeriodState.Recent], new DateOnly(2026, 8, 1));
        found.Select(place => text[place.Start..place.End]).Should().Equal("troisième trimestre de l’exercice 2026");
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void No_day_of_publishing_is_too_early_or_too_late(string publishedOn)
    {
        var day = DateOnly.ParseExact(publishedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var finding = () => StateOf("this year, last year, last quarter, Q1, Q4, H2, ce mois, octobre 2026, FY26", day);
        finding.Should().NotThrow();
    }

    [Fact]
    public void The_day_of_publishing_is_that_of_its_own_time_zone()
    {
        var rules = TestRules.Load(TestRules.Rule("business/results.yaml", "[{allOf: [{period: open}, {terms: [revenue]}], within: 50, confidence: medium}]"));
        const string text = "Q3 2026 revenue";
        rules.Found(text, TestRules.Options(new DateTimeOffset(2026, 9, 30, 23, 0, 0, TimeSpan.FromHours(-5)))).Should().Equal(text);
        rules.Found(text, TestRules.Options(new DateTimeOffset(2026, 10, 1, 1, 0, 0, TimeSpan.FromHours(2)))).Should().BeEmpty();
    }

    private static string StateOf(string text, DateOnly day) =>
        (Find(text, [PeriodState.Open], day).Count > 0, Find(text, [PeriodState.Recent], day).Count > 0) switch
        {
            (true, false) => Open,
            (false, true) => Recent,
            (false, false) => Neither,
            _ => "both",
        };

    private static List<TextSpan> Find(string text, IReadOnlyList<PeriodState> states, DateOnly day)
    {
        var window = new WindowText(detectors: 0);
        window.Load(text);
        return [.. FiscalPeriodDetector.Find(window, day).Where(period => period.State is { } state && states.Contains(state)).Select(period => period.Place)];
    }
}
