using System.Text;
using System.Xml;

namespace Dlp.Documents;

/// <summary>
/// Values of an XMP packet (ISO 16684-1), each a line <c>name: value</c>. It repeats the Info dictionary and holds more: history,
/// file paths, labels.
/// </summary>
internal static class Xmp
{
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private const string XmlNamespaces = "http://www.w3.org/2000/xmlns/";
    private const int MaxCharacters = 4_000_000;

    /// <exception cref="XmlException">It is not well formed, has a document type, or is over 4,000,000 characters.</exception>
    public static string Values(ReadOnlyMemory<byte> packet, string known)
    {
        var text = new StringBuilder();
        var name = "";
        using var reader = XmlReader.Create(
            new MemoryStream(packet.ToArray()),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxCharacters });
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                Add(name, reader.Value);
            if (reader.NodeType != XmlNodeType.Element)
                continue;

            // The items of a list stand in elements of RDF; what they are is said above.
            if (reader.NamespaceURI != Rdf)
                name = reader.LocalName;
            while (reader.MoveToNextAttribute())
            {
                if (reader.NamespaceURI is not (Rdf or XmlNamespaces) && reader.Prefix != "xml")
                    Add(reader.LocalName, reader.Value);
            }
        }

        return text.ToString();

        void Add(string key, string value)
        {
            if (!string.IsNullOrWhiteSpace(value) && !known.Contains(value.Trim(), StringComparison.Ordinal))
                text.Append(key).Append(": ").Append(value.Trim()).Append('\n');
        }
    }
}
