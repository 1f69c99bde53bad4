using Dlp.Documents.Office;

namespace Dlp.Documents.OpenDocument;

/// <summary>What an OpenDocument says of itself (ODF 1.3 part 3, 4.3).</summary>
internal static class OpenDocumentMetadata
{
    /// <summary>Reads the element that holds it, at which <paramref name="xml"/> stands.</summary>
    public static void Read(AttachmentText text, PartXml xml, People people)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        var labels = new SensitivityLabels();
        while (xml.Read() && xml.Depth > depth)
        {
            if (!xml.IsElement)
                continue;
            switch (xml.Name)
            {
                case "user-defined":
                    var name = xml.Attribute("name") ?? "";
                    PropertiesText.AddCustom(text, labels, name, xml.InnerText());
                    break;
                case "creator" or "printed-by":
                    people.Add(xml.InnerText());
                    break;
                case "template":
                    text.Add(Place.Metadata("Template"), xml.Attribute("title") ?? "");
                    text.Add(Place.Link, xml.Attribute("href") ?? "");
                    break;
                case "generator" or "editing-cycles" or "editing-duration" or "document-statistic" or "date" or "creation-date" or "print-date":
                    xml.InnerText();
                    break;
                default:
                    var label = PropertiesText.NameOf(xml.Name);
                    text.Add(Place.Metadata(label), xml.InnerText());
                    break;
            }
        }

        labels.Tell(text.Add);
    }
}
