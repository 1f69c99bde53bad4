namespace Dlp.Documents.Office;

/// <summary>What a cell shows, and what it holds behind it.</summary>
internal static class ShownAndHeld
{
    /// <summary>
    /// Both, so that their digits do not run together: behind <c>06 12 34 56 78</c>, what the cell holds would be more of the number, and neither be found.
    /// </summary>
    public static string Of(string shown, string held) => char.IsAsciiDigit(shown[^1]) ? $"{shown} ({held})" : $"{shown} {held}";
}
