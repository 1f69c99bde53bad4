using System.Text;
using System.Xml;
using Dlp.Documents.PlainText;

namespace Dlp.Documents.Web;

/// <summary>
/// Reads XML as the data it is: a line for each element, which begins with the element's name and attributes, for these say what the value is
/// (<c>iban: FR58 …</c>). A document that is not well-formed is read as it stands.
/// </summary>
/// <remarks>Entities of a document type definition are never expanded, and no other file is read (XML 1.0, 4.2).</remarks>
internal static class XmlDocumentReader
{
    /// <summary>The parser compares every attribute of an element with every other: a longer tag is not given to it.</summary>
    private const int LongestTag = 64 * 1024;

    public static void Read(OpenedFile file)
    {
        if (PlainTextReader.Decode(file, DeclaredCharset.Of(file.Content.Span)) is not { } xml)
            return;
        if (HasEntities(xml))
            file.Text.Note(new("it defines entities of its own, which were not expanded: it was read as it stands", "il définit ses propres entités, qui n'ont pas été développées : il a été lu tel quel"));
        else if (!HasLongTag(xml) && TryRead(xml, file))
            return;
        file.Text.Add(xml);
    }

    private static bool TryRead(string xml, OpenedFile file)
    {
        var text = new StringBuilder(xml.Length);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            CheckCharacters = false,
            ConformanceLevel = ConformanceLevel.Auto,
        };
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml.TrimStart('\uFEFF', ' ', '\t', '\r', '\n')), settings);
            var hasWords = new Stack<bool>([false]);
            while (reader.Read())
            {
                file.Token.ThrowIfCancellationRequested();
                Take(reader, text, hasWords);
            }
        }
        catch (XmlException)
        {
            return false;
        }

        file.Text.Add(text.ToString());
        return true;
    }

    /// <param name="reader">At the node.</param>
    /// <param name="text">Takes its text.</param>
    /// <param name="hasWords">Whether words stand in each of the elements around the node, so that an element among them does not part them.</param>
    private static void Take(XmlReader reader, StringBuilder text, Stack<bool> hasWords)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                if (!hasWords.Peek())
                    StartLine(text).Append(reader.LocalName).Append(reader.HasAttributes ? "" : ": ");
                if (reader.HasAttributes)
                    TakeAttributes(reader, text);
                if (!reader.IsEmptyElement)
                    hasWords.Push(false);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                text.Append(reader.Value);
                hasWords.Pop();
                hasWords.Push(true);
                break;
            case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when hasWords.Peek():
                text.Append(' ');
                break;
            case XmlNodeType.EndElement:
                hasWords.Pop();
                if (!hasWords.Peek())
                    StartLine(text);
                break;
            case XmlNodeType.Comment or XmlNodeType.ProcessingInstruction:
                StartLine(text).Append(reader.Value).Append('\n');
                break;
        }
    }

    private static void TakeAttributes(XmlReader reader, StringBuilder text)
    {
        while (reader.MoveToNextAttribute())
        {
            if (!string.Equals(reader.Prefix, "xmlns", StringComparison.Ordinal) && !string.Equals(reader.Name, "xmlns", StringComparison.Ordinal))
                text.Append(' ').Append(reader.LocalName).Append("=\"").Append(reader.Value).Append('"');
        }

        reader.MoveToElement();
        text.Append(": ");
    }

    private static StringBuilder StartLine(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != '\n')
            text.Append('\n');
        return text;
    }

    private static bool HasEntities(string xml) =>
        xml.IndexOf("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) is >= 0 and var type && xml.IndexOf("<!ENTITY", type, StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool HasLongTag(string xml)
    {
        for (var open = xml.IndexOf('<', StringComparison.Ordinal); open >= 0;)
        {
            var close = xml.IndexOf('>', open);
            if ((close < 0 ? xml.Length : close) - open > LongestTag && !xml.AsSpan(open).StartsWith("<!"))
                return true;
            open = close < 0 ? -1 : xml.IndexOf('<', close);
        }

        return false;
    }
}
