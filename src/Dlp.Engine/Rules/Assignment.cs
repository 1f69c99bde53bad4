using System.Text.RegularExpressions;
using Dlp.Engine.Normalization;

namespace Dlp.Engine.Rules;

/// <summary>
/// The pattern of a value that is assigned to a name, however programs, settings files, addresses, command lines, headers and people write
/// that: <c>API_KEY=…</c>, <c>"apiKey": "…"</c>, <c>--api-key …</c>, <c>setProperty("api.key", "…")</c>, <c>&lt;apiKey&gt;…</c>, "the API key is …".
/// </summary>
internal static class Assignment
{
    // Shorter names are parts of too many words: monkey, bypass.
    private const int ShortestInsideWord = 5;

    // Every part ends in one way only, so that no text makes a try of it costly.
    private const string RestOfName = "(?>[A-Za-z0-9_]{0,24})(?>(?:[.-](?>[A-Za-z0-9_]{1,20})){0,2})";

    // What closes the name, its length in C, and its type: "], [25], string, : String?, : &str
    private const string Closing = """(?>\[[0-9]{1,5}\]|["'`\])]{0,2})(?>(?:[ \t]{1,2}[A-Za-z]{2,12}(?=[ \t]{0,2}:?=)|[ \t]{0,2}:[ \t]{1,2}&?[A-Za-z]{2,12}\??(?=[ \t]{1,2}=[ \t]))?)""";
    private const string Operator = @"(?>\s{0,4})(?>:{0,3}={1,3}>?|:{1,2}|\?=|\|{2}=|\.=|\+=|->|!={1,2}|>|,)(?>\s{0,12})";
    private const string Verb = @"[\s\u00A0]{1,2}(?:is|are|was|est|sont|sera|vaut|value|of|de|du|pour|for)(?>[\s\u00A0]{1,2})(?>(?::[\s\u00A0])?)";
    private const string Call = """\(\s?(?=["'])""";
    private const string Space = @"[ \t]{1,3}";
    private const string Opening = """(?>(?:[bru@$]?["'`]|\\["']){0,2})(?>(?:(?i:bearer|basic|token)\s)?)""";

    /// <summary>The pattern for one name.</summary>
    /// <param name="name">Words in small letters; a space stands for nothing, a space, a hyphen, a dot or an underscore.</param>
    /// <param name="value">The pattern of the value.</param>
    public static string Pattern(string name, string value)
    {
        var words = string.Join("[ ._\u00A0-]?", name.Split(' ').Select(word => string.Concat(word.Select(Letter))));
        var start = name.Length < ShortestInsideWord ? ServiceSecret.WordStart : "";
        return $"{start}(?i:{words})s?{RestOfName}{Closing}(?:{Operator}|{Verb}|{Call}|{Space}){Opening}(?<value>{value})";
    }

    // With or without its accent; a straight apostrophe or a curly one.
    private static string Letter(char letter) =>
        letter == '\'' ? "['’]?"
        : letter > 'z' ? $"[{letter}{NormalizedText.Of(letter.ToString()).Text}]"
        : Regex.Escape(letter.ToString());
}
