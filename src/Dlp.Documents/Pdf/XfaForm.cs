using System.Xml;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Dlp.Documents.Pdf;

/// <summary>An XFA form (ISO 32000-1, 12.7.8): XML in a stream, or in several that follow each other. Its labels, its data and its scripts are its text.</summary>
internal static class XfaForm
{
    private const int MaxCharacters = 20_000_000;

    /// <exception cref="XmlException">It is not well formed, has a document type, or is too long.</exception>
    public static void Read(IToken form, IPdfTokenScanner scanner, ILookupFilterProvider filters, OpenedFile file)
    {
        var xml = new MemoryStream();
        if (form.Is<ArrayToken>(scanner, out var packets))
        {
            // Name and stream in turn.
            foreach (var packet in packets.Data)
            {
                if (packet.Is<StreamToken>(scanner, out var stream) && xml.Length <= MaxCharacters)
                    xml.Write(stream.Decode(filters, scanner).Span);
            }
        }
        else if (form.Is<StreamToken>(scanner, out var whole))
        {
            xml.Write(whole.Decode(filters, scanner).Span);
        }

        xml.Position = 0;
        using var reader = XmlReader.Create(
            xml,
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxCharacters, ConformanceLevel = ConformanceLevel.Fragment });
        while (reader.Read() && !file.Text.IsFull)
        {
            file.Token.ThrowIfCancellationRequested();
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                file.Text.Add(Place.XfaForm, reader.Value.Trim());
        }
    }
}
