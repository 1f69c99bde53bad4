using Dlp.Engine.Rules;

namespace Dlp.Engine.Detection;

/// <summary>A quarter, half-year, month or year of the calendar named in a text.</summary>
/// <param name="Start">Its first day.</param>
/// <param name="Months">Its length: 1, 3, 6 or 12.</param>
internal readonly record struct FiscalPeriod(DateOnly Start, int Months)
{
    /// <summary>Results of a period are taken to be out this long after its end: four months, as listed companies have for their annual report.</summary>
    private const int RecentDays = 120;

    /// <summary>The day after its last.</summary>
    public DateOnly End => Start.AddMonths(Months);

    /// <summary>The <paramref name="number"/>th period (1-based) of so many months of a year.</summary>
    public static FiscalPeriod Of(int year, int months, int number) => new(new DateOnly(year, (number - 1) * months + 1, 1), months);

    /// <summary>The period of so many months that holds a day.</summary>
    public static FiscalPeriod Holding(DateOnly day, int months) => Of(day.Year, months, (day.Month - 1) / months + 1);

    /// <summary>The period before.</summary>
    public FiscalPeriod Previous() => new(Start.AddMonths(-Months), Months);

    /// <summary>Its state on a day; null when it ended long ago.</summary>
    public PeriodState? StateOn(DateOnly day) =>
        day < End ? PeriodState.Open : day < End.AddDays(RecentDays) ? PeriodState.Recent : null;
}
