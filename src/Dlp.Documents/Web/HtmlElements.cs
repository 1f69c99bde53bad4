using System.Buffers;
using System.Collections.Frozen;

namespace Dlp.Documents.Web;

/// <summary>What matters about the elements and attributes of HTML and SVG.</summary>
internal static class HtmlElements
{
    /// <summary>Elements that begin and end a line (HTML, 15.3).</summary>
    private static readonly FrozenSet<string> Blocks = Names(
        "address article aside blockquote body br button caption center dd desc details dialog dir div dl dt fieldset figcaption figure footer form frameset "
        + "h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link main menu meta metadata nav noscript ol optgroup option p pre search section select "
        + "summary svg table tbody text textarea tfoot thead title tr ul");

    private static readonly FrozenSet<string> Cells = Names("td th");

    /// <summary>Elements without an end tag (HTML, 13.1.2).</summary>
    private static readonly FrozenSet<string> Voids = Names("area base br col embed hr img input link meta param source track wbr");

    private static readonly FrozenSet<string> Addresses = Names(
        "href src action cite data formaction poster srcset background longdesc manifest codebase archive classid usemap ping xlink:href data-src data-href");

    /// <summary>Shapes of SVG: thousands of digits, of which no one is meant to read any.</summary>
    private static readonly FrozenSet<string> Shapes = Names(
        "d points transform gradienttransform patterntransform viewbox x y x1 x2 y1 y2 cx cy r rx ry fx fy dx dy width height offset values keytimes keysplines "
        + "stroke-width stroke-dasharray stddeviation rotate");

    public static bool IsBlock(string name) => Blocks.Contains(name);

    public static bool IsCell(string name) => Cells.Contains(name);

    public static bool IsVoid(string name) => Voids.Contains(name);

    public static bool IsAddress(string attribute) => Addresses.Contains(attribute);

    /// <summary>Numbers that draw, where nothing but digits and the commands of a path stands there; styles that name no file; namespaces.</summary>
    public static bool IsLayout(string attribute, string value) =>
        (Shapes.Contains(attribute) && value.AsSpan().IndexOfAnyExcept(ShapeCharacters) < 0)
        || (attribute.Equals("style", StringComparison.OrdinalIgnoreCase) && !value.Contains("url(", StringComparison.OrdinalIgnoreCase))
        || attribute.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> ShapeCharacters =
        SearchValues.Create("0123456789 .,;+-%()\t\r\nMmZzLlHhVvCcSsQqTtAaEepxtranslcorowkXY");

    private static FrozenSet<string> Names(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
