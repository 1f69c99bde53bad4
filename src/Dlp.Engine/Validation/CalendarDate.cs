namespace Dlp.Engine.Validation;

/// <summary>Dates inside numbers.</summary>
internal static class CalendarDate
{
    /// <summary>Whether there is such a day in the Gregorian calendar; any values may be given.</summary>
    public static bool Exists(long year, long month, long day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth((int)year, (int)month);
}
