using System.Buffers.Binary;

namespace Dlp.Documents.Office;

/// <summary>Tells what a part of XML is by its root, which neither its name nor its content type need tell truly, and reads it as that.</summary>
internal static class OfficePartText
{
    /// <summary>Reads on from the root of a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="xml">Stands at the root.</param>
    /// <param name="workbook">What the cells of sheets need.</param>
    public static void Read(OfficePart part, PartXml xml, Workbook workbook)
    {
        switch (xml.Name)
        {
            case "document":
                WordprocessingText.Read(part, xml, Place.Body);
                break;
            case "hdr":
                WordprocessingText.Read(part, xml, Place.Header);
                break;
            case "ftr":
                WordprocessingText.Read(part, xml, Place.Footer);
                break;
            case "footnotes":
                WordprocessingText.Read(part, xml, Place.Footnote);
                break;
            case "endnotes":
                WordprocessingText.Read(part, xml, Place.Endnote);
                break;
            case "comments" when xml.Namespace.Contains("wordprocessingml", StringComparison.Ordinal):
                WordprocessingText.Read(part, xml, Place.Comment);
                break;
            case "glossaryDocument":
                WordprocessingText.Read(part, xml, Place.BuildingBlock);
                break;
            case "comments":
                WorkbookText.ReadComments(part, xml);
                break;
            case "ThreadedComments":
                WorkbookText.ReadThreadedComments(part, xml);
                break;
            case "worksheet" or "chartsheet" or "dialogsheet" or "macrosheet":
                WorksheetText.Read(part, xml, workbook);
                break;
            case "sld":
                DrawingText.Read(part, xml, part.Owner ?? Place.UnlistedSlide);
                break;
            case "notes":
                DrawingText.Read(part, xml, part.PlaceOf(Place.SpeakerNotes));
                break;
            case "sldMaster" or "notesMaster" or "handoutMaster":
                DrawingText.Read(part, xml, Place.SlideMaster, isMaster: true);
                break;
            case "sldLayout":
                DrawingText.Read(part, xml, Place.SlideLayout, isMaster: true);
                break;
            case "cmLst":
                DrawingText.Read(part, xml, part.PlaceOf(Place.Comment));
                break;
            case "chartSpace":
                DrawingText.Read(part, xml, part.PlaceOf(Place.Chart));
                break;
            case "dataModel" or "drawing":
                DrawingText.Read(part, xml, part.PlaceOf(Place.Diagram));
                break;
            case "wsDr" or "userShapes":
                DrawingText.Read(part, xml, part.PlaceOf(Place.TextBox));
                break;
            case "xml" when part.Entry.Name.EndsWith(".vml", StringComparison.OrdinalIgnoreCase):
                DrawingText.Read(part, xml, part.PlaceOf(Place.Drawing));
                break;
            default:
                ReadXmlOfPackage(part, xml);
                break;
        }
    }

    /// <summary>Parts that belong to the document as a whole.</summary>
    private static void ReadXmlOfPackage(OfficePart part, PartXml xml)
    {
        switch (xml.Name)
        {
            case "coreProperties":
                PropertiesText.ReadDocumentProperties(part.Text, xml);
                break;
            case "Properties" when xml.Namespace.Contains("custom", StringComparison.Ordinal):
                PropertiesText.ReadCustomProperties(part.Text, xml);
                break;
            case "Properties":
                PropertiesText.ReadDocumentProperties(part.Text, xml);
                break;
            case "labelList":
                PropertiesText.ReadLabels(part.Text, xml);
                break;
            case "settings":
                ReadSettings(part, xml);
                break;
            case "numbering":
                ReadNumbering(part, xml);
                break;
            case "people" or "personList" or "cmAuthorLst" or "authorLst":
                ReadPeople(part, xml);
                break;
            case "pivotCacheDefinition" or "pivotCacheRecords":
                WorkbookText.ReadCache(part, xml, Place.PivotCache);
                break;
            case "externalLink":
                WorkbookText.ReadCache(part, xml, Place.ExternalLink);
                break;
            case "revisions" or "headers":
                WorkbookText.ReadCache(part, xml, Place.EarlierVersion);
                break;
            case "connections" or "queryTable":
                GenericXmlText.Read(part.Text, xml, Place.Connection, withAttributes: false);
                break;
            case "table":
                ReadTable(part, xml);
                break;
            case "tagLst":
                ReadAttribute(part, xml, "tag", "name", part.PlaceOf(Place.Tag), "val");
                break;
            case "formControlPr":
                ReadAttribute(part, xml, "item", "val", part.PlaceOf(Place.Control));
                break;
            case "metadata":
                WorkbookText.ReadCache(part, xml, Place.Part(part.FileName));
                break;
            case "DataMashup":
                ReadMashup(part, xml);
                break;

            // How things look and what they are called; nothing that people write into a document.
            case "Types" or "theme" or "themeOverride" or "fonts" or "webSettings" or "styles" or "styleSheet" or "tblStyleLst" or "presentationPr" or "viewPr" or "calcChain"
                or "colorStyle" or "chartStyle" or "colorsDef" or "styleDef" or "layoutDef" or "datastoreItem" or "commentsEx" or "commentsIds" or "commentsExtensible"
                or "presentation" or "workbook" or "sst":
                break;
            default:
                var isCustom = part.Path.StartsWith("customXml/", StringComparison.OrdinalIgnoreCase) || part.Type == "customXml";
                GenericXmlText.Read(
                    part.Text,
                    xml,
                    isCustom ? Place.CustomXml : part.PlaceOf(Place.Part(part.FileName)),
                    withAttributes: isCustom || !IsOffice(xml.Namespace));
                break;
        }
    }

    private static bool IsOffice(string ns) =>
        ns.StartsWith("http://schemas.openxmlformats.org/", StringComparison.Ordinal)
        || ns.StartsWith("http://purl.oclc.org/ooxml/", StringComparison.Ordinal)
        || ns.StartsWith("http://schemas.microsoft.com/office/", StringComparison.Ordinal);

    private static void ReadSettings(OfficePart part, PartXml xml)
    {
        while (xml.Read())
        {
            if (!xml.IsElement)
                continue;
            if (xml.Name == "docVar")
                part.Text.Add(Place.DocumentVariable, $"{xml.Attribute("name")}: {xml.Attribute("val")}");
            else if (xml.Name is "connectString" or "query" or "udl" or "mailSubject" or "addressFieldName" or "table")
                part.Text.Add(Place.Connection, xml.Attribute("val") ?? "");
        }
    }

    private static void ReadNumbering(OfficePart part, PartXml xml)
    {
        while (xml.Read())
        {
            if (xml.IsElement && xml.Name == "lvlText" && xml.Attribute("val") is { } value && value.Count(char.IsLetter) > 2)
                part.Text.Add(Place.Numbering, value);
        }
    }

    private static void ReadAttribute(OfficePart part, PartXml xml, string element, string attribute, Place place, string? second = null)
    {
        while (xml.Read())
        {
            if (!xml.IsElement || xml.Name != element)
                continue;
            part.Text.Add(place, xml.Attribute(attribute) ?? "");
            if (second is not null)
                part.Text.Add(place, xml.Attribute(second) ?? "");
        }
    }

    /// <summary>A table of a sheet: what it and its columns are called, and what is written into the formulas of these (ECMA-376 part 1, 18.5).</summary>
    private static void ReadTable(OfficePart part, PartXml xml)
    {
        var place = part.PlaceOf(Place.Table);
        do
        {
            if (!xml.IsElement)
                continue;
            switch (xml.Name)
            {
                case "table":
                    if (xml.Attribute("displayName") is { } name && GivenName.Is(name))
                        part.Text.Add(place, name);
                    part.Text.Add(place, xml.Attribute("comment") ?? "");
                    break;
                case "tableColumn":
                    part.Text.Add(place, xml.Attribute("name") ?? "");
                    part.Text.Add(place, xml.Attribute("totalsRowLabel") ?? "");
                    break;
                case "calculatedColumnFormula" or "totalsRowFormula":
                    part.Text.Add(Place.Formula.In(place), FormulaText.Literals(xml.InnerText()));
                    break;
                default:
                    break;
            }
        }
        while (xml.Read());
    }

    private static void ReadPeople(OfficePart part, PartXml xml)
    {
        while (xml.Read())
        {
            if (!xml.IsElement)
                continue;
            foreach (var (name, value) in xml.Attributes())
            {
                if (name is "author" or "displayName" or "name" or "userId")
                    part.People.Add(value);
            }
        }
    }

    /// <summary>Power Query keeps its queries, with their sources, in a package inside a custom XML part ([MS-QDEFF] 2.2).</summary>
    private static void ReadMashup(OfficePart part, PartXml xml)
    {
        var bytes = new byte[part.File.Content.Length];
        if (!Convert.TryFromBase64String(xml.InnerText(), bytes, out var length) || length < 8)
            return;
        var package = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4));
        part.File.ReadEmbedded("Power Query", bytes.AsMemory(8, (int)Math.Min(package, (uint)(length - 8))));
    }
}
