namespace Dlp.Engine.Validation;

/// <summary>Dates inside numbers.</summary>
internal static class CalendarDate
{
    // Whoever has a number was born. One year more than that of the start, for what runs over its end.
    private static readonly int LatestBirth = TimeProvider.System.GetUtcNow().Year + 1;

    /// <summary>Whether somebody can have been born on a day: not in the years to come. Any values may be given.</summary>
    public static bool IsBirth(long year, long month, long day) => year <= LatestBirth && Exists(year, month, day);

    /// <summary>Whether there is such a day in the Gregorian calendar; any values may be given.</summary>
    public static bool Exists(long year, long month, long day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth((int)year, (int)month);
}
