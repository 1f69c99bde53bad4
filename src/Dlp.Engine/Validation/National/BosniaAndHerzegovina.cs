namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Bosnia and Herzegovina issues.</summary>
internal static class BosniaAndHerzegovina
{
    /// <summary>
    /// Personal number (JMB): thirteen digits as <see cref="YugoslavPersonalNumber"/> says, of the regions 10 to 19, 01 for foreigners.
    /// Source: Zakon o jedinstvenom matičnom broju, Službeni glasnik BiH 32/01.
    /// </summary>
    public static bool IsJmb(ReadOnlySpan<char> value) => YugoslavPersonalNumber.Holds(value, static region => region is 1 or (>= 10 and <= 19));
}
