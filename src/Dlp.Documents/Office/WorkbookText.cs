using System.Text;

namespace Dlp.Documents.Office;

/// <summary>The part that lists a workbook's sheets and names (ECMA-376 part 1, 18.2.27), and the parts that belong to no sheet.</summary>
internal static class WorkbookText
{
    /// <summary>Reads on from the root; gives the sheets in order: their relationship and what their cells' places begin with.</summary>
    public static List<(string Id, Place Place)> Read(OfficePart part, PartXml xml, NumberFormats formats)
    {
        var sheets = new List<(string, Place)>();
        while (xml.Read())
        {
            if (!xml.IsElement)
                continue;
            switch (xml.Name)
            {
                case "workbookPr":
                    formats.IsDate1904 = xml.Attribute("date1904") is "1" or "true";
                    break;
                case "sheet":
                    sheets.Add((xml.RelationshipId() ?? "", Place.Sheet(xml.Attribute("name") ?? "", xml.Attribute("state") switch
                    {
                        "hidden" => Visibility.Hidden,
                        "veryHidden" => Visibility.VeryHidden,
                        _ => Visibility.Shown,
                    })));
                    break;
                case "definedName":
                    part.Text.Add(Place.DefinedName, xml.Attribute("name") ?? "");
                    part.Text.Add(Place.DefinedName, xml.Attribute("comment") ?? "");
                    part.Text.Add(Place.DefinedName, xml.Attribute("description") ?? "");
                    part.Text.Add(Place.DefinedName, xml.InnerText());
                    break;
                case "customWorkbookView":
                    part.Text.Add(Place.GivenName, xml.Attribute("name") ?? "");
                    break;
                case "fileSharing":
                    part.People.Add(xml.Attribute("userName"));
                    break;
                default:
                    break;
            }
        }

        return sheets;
    }

    /// <summary>Comments as they were before threads (18.7).</summary>
    public static void ReadComments(OfficePart part, PartXml xml)
    {
        string? cell = null;
        var text = new StringBuilder();
        while (xml.Read())
        {
            if (xml.IsElement && xml.Name == "author")
            {
                part.People.Add(xml.InnerText());
            }
            else if (xml.IsElement && xml.Name == "comment")
            {
                cell = xml.Attribute("ref");
            }
            else if (xml.IsElement && xml.Name == "t")
            {
                text.Append(xml.InnerText());
            }
            else if (xml.IsEndElement && xml.Name == "comment")
            {
                AddComment(part, cell, text.ToString());
                text.Clear();
            }
        }

        AddComment(part, cell, text.ToString());
    }

    /// <summary>Comments in threads ([MS-XLSX] 2.6.205).</summary>
    public static void ReadThreadedComments(OfficePart part, PartXml xml)
    {
        string? cell = null;
        while (xml.Read())
        {
            if (!xml.IsElement)
                continue;
            if (xml.Name == "threadedComment")
                cell = xml.Attribute("ref");
            else if (xml.Name == "text")
                AddComment(part, cell, xml.InnerText());
        }
    }

    /// <summary>Values that a workbook keeps of others: of pivot tables' sources and of linked workbooks (18.10, 18.14).</summary>
    public static void ReadCache(OfficePart part, PartXml xml, Place place)
    {
        do
        {
            if (xml.IsText)
                part.Text.Add(place, xml.InnerTextHere());
            else if (xml.IsElement)
                AddAttributes(part, xml, place);
        }
        while (xml.Read());
    }

    /// <summary>A comment at its cell.</summary>
    public static void AddComment(OfficePart part, string? cell, string text) =>
        part.Text.Add(CellReference.IsSane(cell) ? Place.Comment.In((part.Owner ?? Place.UnlistedSheet).At(cell!)) : part.PlaceOf(Place.Comment), text);

    private static void AddAttributes(OfficePart part, PartXml xml, Place place)
    {
        // Values of records stand side by side, as those of a row do.
        foreach (var (name, value) in xml.Attributes())
        {
            if (name is "v" or "val" or "name" or "caption" or "sheet" or "ref" or "formula" or "u" or "c" or "ddeService" or "ddeTopic" or "uniqueName" or "refersTo")
                part.Text.Add(place, value);
            else if (name is "refreshedBy" or "userName")
                part.People.Add(value);
        }
    }
}
