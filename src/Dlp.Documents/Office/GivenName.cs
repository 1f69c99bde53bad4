using System.Text.RegularExpressions;

namespace Dlp.Documents.Office;

/// <summary>Names that people gave to something in a document, among those that programs give to everything: <c>Picture 3</c>, <c>Table1</c>, <c>_Toc4471</c>.</summary>
internal static partial class GivenName
{
    /// <summary>Whether it is not one that a program made.</summary>
    public static bool Is(string? name) => name is not (null or "") && name[0] != '_' && !Numbered().IsMatch(name);

    /// <summary>Whether it names a file, as that of a picture does which was put into a document from one.</summary>
    public static bool IsOfFile(string? name) => name is not null && File().IsMatch(name);

    [GeneratedRegex(@"^\p{L}* ?[0-9]{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"[\\/]|\.[A-Za-z0-9]{2,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex File();
}
