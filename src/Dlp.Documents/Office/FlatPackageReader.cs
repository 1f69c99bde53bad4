using System.IO.Compression;
using System.Xml;
using Dlp.Documents.Archives;
using Dlp.Documents.Web;

namespace Dlp.Documents.Office;

/// <summary>
/// Reads an Office document that is one XML file, as Word saves it ("Flat OPC"): a <c>pkg:package</c> of <c>pkg:part</c>s, each of which holds its XML or its
/// bytes in base64. It is packed as the document that it stands for, and read as that; where something stands beside the parts, also as any other XML.
/// </summary>
internal static class FlatPackageReader
{
    private const string Namespace = "http://schemas.microsoft.com/office/2006/xmlPackage";
    private const int ChunkLength = 32 * 1024;

    public static void Read(OpenedFile file)
    {
        var (package, isWhole) = Pack(file);
        if (file.Budget.TakeDecoded(package.Length))
            ReadPackage(file.With(package));
        else
            file.Text.Refuse(PartStatus.TooLarge, Details.TooMuchDecoded);
        if (!isWhole)
            XmlDocumentReader.Read(file);
    }

    private static void ReadPackage(OpenedFile package) => OfficeReader.Read(package, ZipWalker.Open(package));

    /// <summary>The package, and whether there is nothing beside its parts.</summary>
    private static (ReadOnlyMemory<byte> Package, bool IsWhole) Pack(OpenedFile file)
    {
        var isWhole = true;
        using var guard = new TagGuardStream(file.OpenContent());
        var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        using (var xml = XmlReader.Create(guard, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false }))
        {
            try
            {
                while (xml.Read())
                {
                    file.Token.ThrowIfCancellationRequested();
                    if (xml.NodeType == XmlNodeType.Element && xml.Depth == 1 && xml is { LocalName: "part", NamespaceURI: Namespace })
                        isWhole &= AddPart(archive, xml);
                    else
                        isWhole &= xml.NodeType is XmlNodeType.EndElement or XmlNodeType.Whitespace or XmlNodeType.XmlDeclaration or XmlNodeType.ProcessingInstruction || xml.Depth == 0;
                }
            }
            catch (Exception fault) when (fault is XmlException or FormatException)
            {
                isWhole = false;
            }
        }

        return (packed.GetBuffer().AsMemory(0, (int)packed.Length), isWhole && !guard.IsTagTooLong);
    }

    /// <summary>Whether the part holds nothing beside its XML or its bytes.</summary>
    private static bool AddPart(ZipArchive archive, XmlReader xml)
    {
        var isWhole = true;
        var name = xml.GetAttribute("name", Namespace)?.TrimStart('/');
        using var part = xml.ReadSubtree();
        part.Read();
        while (part.Read())
        {
            if (part.NodeType != XmlNodeType.Element || part.NamespaceURI != Namespace || part.LocalName is not ("xmlData" or "binaryData"))
            {
                isWhole &= part.NodeType is XmlNodeType.EndElement or XmlNodeType.Whitespace;
                continue;
            }

            using var content = archive.CreateEntry(name is { Length: > 0 } ? name : "part", CompressionLevel.NoCompression).Open();
            if (part.LocalName == "xmlData")
                CopyXml(part, content);
            else
                CopyBytes(part, content);
        }

        return isWhole;
    }

    private static void CopyXml(XmlReader part, Stream content)
    {
        using var inner = part.ReadSubtree();
        using var writer = XmlWriter.Create(content, new XmlWriterSettings { ConformanceLevel = ConformanceLevel.Fragment, CheckCharacters = false });
        inner.Read();
        inner.Read();
        while (!inner.EOF && inner.NodeType != XmlNodeType.EndElement)
            writer.WriteNode(inner, defattr: false);
    }

    private static void CopyBytes(XmlReader part, Stream content)
    {
        var chunk = new byte[ChunkLength];
        int read;
        while ((read = part.ReadElementContentAsBase64(chunk, 0, chunk.Length)) > 0)
            content.Write(chunk, 0, read);
    }
}
