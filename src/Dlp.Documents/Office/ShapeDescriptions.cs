namespace Dlp.Documents.Office;

/// <summary>The texts that a shape bears for those who do not see it, and that it draws as a watermark (ECMA-376 part 1, 20.1.2.2.8; part 4, 19.1.2).</summary>
internal static class ShapeDescriptions
{
    /// <summary>Adds the texts of the element that begins here, if it is one of a shape, with what they are; and the name of the file that a picture was.</summary>
    public static void Read(PartXml xml, string name, Action<Place, string?> add)
    {
        switch (name)
        {
            case "docPr" or "cNvPr":
                add(Place.AltText, xml.Attribute("title"));
                add(Place.AltText, xml.Attribute("descr"));
                if (xml.Attribute("name") is { } picture && GivenName.IsOfFile(picture))
                    add(Place.GivenName, picture);
                break;
            case "shape" or "rect" or "roundrect" or "oval" or "line" or "imagedata":
                add(Place.AltText, xml.Attribute("alt"));
                add(Place.AltText, xml.Attribute("title"));
                break;
            case "textpath":
                add(Place.Watermark, xml.Attribute("string"));
                break;
            default:
                break;
        }
    }
}
