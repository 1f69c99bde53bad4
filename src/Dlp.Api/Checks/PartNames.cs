using System.Text.RegularExpressions;

namespace Dlp.Api.Checks;

/// <summary>What the names of parts mean.</summary>
internal static partial class PartNames
{
    public const string Body = "text";

    /// <summary>Longest name of a part or a file, in UTF-16 code units.</summary>
    public const int MaximumLength = 255;

    public static DraftPartKind KindOf(string name) => name switch
    {
        "title" => DraftPartKind.Title,
        _ when PostPattern().IsMatch(name) => DraftPartKind.Post,
        _ when LinkPattern().IsMatch(name) => DraftPartKind.Link,
        _ when ImagePattern().IsMatch(name) => DraftPartKind.ImageDescription,
        _ => DraftPartKind.Text,
    };

    [GeneratedRegex("^post-[0-9]{1,6}$")]
    private static partial Regex PostPattern();

    [GeneratedRegex("^link-[0-9]{1,6}$")]
    private static partial Regex LinkPattern();

    [GeneratedRegex("^image-[0-9]{1,6}$")]
    private static partial Regex ImagePattern();
}
