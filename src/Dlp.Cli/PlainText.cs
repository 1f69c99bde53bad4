using System.Globalization;

namespace Dlp.Cli;

/// <summary>Text from outside, made safe for one line of a terminal.</summary>
internal static class PlainText
{
    /// <summary>The text with white space of any kind as spaces, and every other control or formatting character as a replacement character.</summary>
    public static string OneLine(string text) =>
        text.Any(IsUnsafe) ? string.Create(text.Length, text, (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = !IsUnsafe(source[i]) ? source[i] : char.IsWhiteSpace(source[i]) ? ' ' : '\uFFFD';
        }) : text;

    private static bool IsUnsafe(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
