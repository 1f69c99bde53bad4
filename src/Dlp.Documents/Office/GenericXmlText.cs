using System.Text;

namespace Dlp.Documents.Office;

/// <summary>XML of no known kind: every text and every attribute's value, a line each.</summary>
internal static class GenericXmlText
{
    /// <summary>Reads on from the root, its attributes too.</summary>
    /// <param name="text">Takes the text.</param>
    /// <param name="xml">Stands at the root.</param>
    /// <param name="place">Of all of it.</param>
    /// <param name="withAttributes">Whether attributes hold what people wrote; else only those that usually do.</param>
    public static void Read(AttachmentText text, PartXml xml, Place place, bool withAttributes)
    {
        var value = new StringBuilder();
        do
        {
            if (xml.IsText)
            {
                value.Clear();
                xml.AppendText(value);
                text.Add(place, value.ToString());
            }
            else if (xml.IsElement)
            {
                foreach (var (name, attribute) in xml.Attributes())
                {
                    if (withAttributes || IsSpoken(name))
                        text.Add(place, attribute);
                }
            }
        }
        while (xml.Read());
    }

    /// <summary>Attributes that hold words in the parts of Office documents.</summary>
    private static bool IsSpoken(string name) => name is
        "name" or "displayName" or "title" or "descr" or "description" or "caption" or "text" or "comment" or "alt" or "prompt" or "tooltip" or "display"
        or "author" or "user" or "userName" or "userId" or "uniqueName" or "sourceName" or "connection" or "command" or "url"
        or "sourceFile" or "u" or "string" or "tag" or "label" or "ddeService" or "ddeTopic" or "connectionString" or "macro" or "sheet" or "ref" or "value" or "odcFile" or "localConnection"
        || name.EndsWith("Caption", StringComparison.Ordinal);
}
