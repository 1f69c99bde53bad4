using System.Text;

namespace Dlp.Documents.Office;

/// <summary>
/// What a document says of itself: core, extended and custom properties (ECMA-376 part 2, 10; part 1, 22.2 and 22.3), and sensitivity labels
/// ([MS-OFFCRYPTO] 2.6.4; [MS-OFFCRYPTO] LabelInfo: docMetadata/LabelInfo.xml).
/// </summary>
internal static class PropertiesText
{
    private const int LongestName = 80;

    /// <summary>Every element with text: <c>metadata: Author</c>.</summary>
    public static void ReadDocumentProperties(AttachmentText text, PartXml xml)
    {
        var name = "";
        var value = new StringBuilder();
        while (xml.Read())
        {
            if (xml.IsElement && xml.Depth == 1)
            {
                name = NameOf(xml.Name);
            }
            else if (xml.IsText && xml.Depth > 1)
            {
                value.Clear();
                xml.AppendText(value);
                if (!IsNoise(name))
                    text.Add(Place.Metadata(name), value.ToString());
            }
        }
    }

    /// <summary>Custom properties; those by which labels are kept, apart.</summary>
    public static void ReadCustomProperties(AttachmentText text, PartXml xml)
    {
        var labels = new SensitivityLabels();
        while (xml.Read())
        {
            if (!xml.IsElement || xml.Name != "property")
                continue;
            var name = xml.Attribute("name") ?? "";
            AddCustom(text, labels, name, xml.InnerText());
        }

        labels.Tell(text.Add);
    }

    /// <summary>Adds one custom property, or keeps it for the label that it belongs to.</summary>
    public static void AddCustom(AttachmentText text, SensitivityLabels labels, string name, string value)
    {
        if (!labels.Take(name, value))
            text.Add(Place.CustomProperty(name), $"{name}: {value}");
    }

    /// <summary>The labels of docMetadata/LabelInfo.xml, written as the custom properties that came before it.</summary>
    public static void ReadLabels(AttachmentText text, PartXml xml)
    {
        while (xml.Read())
        {
            if (!xml.IsElement || xml.Name != "label")
                continue;
            var attributes = xml.Attributes();
            var id = attributes.Find(attribute => attribute.Name == "id").Value?.Trim('{', '}') ?? "";

            // What is no longer classified so is not found as a label.
            var isRemoved = attributes.Exists(attribute => attribute is ("removed", "1" or "true") or ("enabled", "0" or "false"));
            foreach (var (name, value) in attributes)
            {
                if (name.Length == 0)
                    continue;
                var property = $"{char.ToUpperInvariant(name[0])}{name[1..]}";
                if (isRemoved)
                    text.Add(Place.RemovedSensitivityLabel, $"{property}: {value}");
                else if (name != "id")
                    text.Add(Place.SensitivityLabel, $"MSIP_Label_{id}_{property}: {value}");
            }
        }
    }

    /// <summary>A name that a document chose, as part of a place.</summary>
    public static string Clean(string name)
    {
        var clean = string.Concat(name.Where(character => !char.IsControl(character)));
        return clean.Length <= LongestName ? clean : clean[..LongestName] + "…";
    }

    /// <summary>Metadata as people call it.</summary>
    public static string NameOf(string element) => element switch
    {
        "creator" or "initial-creator" => "Author",
        "lastModifiedBy" => "Last modified by",
        "" => "Property",
        _ => Clean(char.ToUpperInvariant(element[0]) + element[1..]),
    };

    // Counts, versions and yes or no: what the program says of itself.
    private static bool IsNoise(string name) => name is
        "TotalTime" or "Pages" or "Words" or "Characters" or "CharactersWithSpaces" or "Lines" or "Paragraphs" or "Slides" or "Notes" or "HiddenSlides"
        or "MMClips" or "ScaleCrop" or "LinksUpToDate" or "SharedDoc" or "HyperlinksChanged" or "AppVersion" or "DocSecurity" or "Revision" or "Application";
}
