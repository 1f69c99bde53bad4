namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that the Philippines issue.</summary>
internal static class Philippines
{
    /// <summary>
    /// Taxpayer identification number (TIN): nine digits, and three or five of the branch. Source: Bureau of Internal Revenue, Revenue Memorandum Order
    /// 34-98 and Revenue Regulations 7-2012. The ninth is a check digit, but how it is computed is not published.
    /// </summary>
    public static bool IsTin(ReadOnlySpan<char> value)
    {
        var tin = CompactValue.DigitsOf(value, stackalloc char[14]);
        return tin.Length is 9 or 12 or 14 && tin[..9].ContainsAnyExcept(tin[0]);
    }
}
