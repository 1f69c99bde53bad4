using Dlp.Documents.CompoundFiles;
using Dlp.Documents.OldOffice;

namespace Dlp.Documents.Rtf;

/// <summary>Reads rich text (RTF 1.9.1): body, hidden and deleted text, notes, comments, headers, fields, properties; objects and images are files inside it.</summary>
internal static class RtfReader
{
    public static void Read(OpenedFile file)
    {
        var document = RtfDocument.Parse(file.Content, file.Budget, file.Options.MaxCharacters, file.Token);
        foreach (var (place, text) in document.Texts)
            file.Text.Add(place, text);
        if (document.IsIncomplete)
            file.Text.Miss(new("a part of it is nested too deeply or is over the limit of decoded bytes; it was not read", "un de ses éléments est imbriqué trop profondément ou dépasse la limite d'octets décodés ; il n'a pas été lu"));
        if (document.IsCut)
            file.Text.Miss(new("the document is cut short: it ends before it is complete", "le document est coupé : il s'arrête avant d'être complet"));
        foreach (var inner in document.Objects)
        {
            if (!Read(file, inner))
                return;
        }
    }

    private static bool Read(OpenedFile file, RtfObject inner)
    {
        switch (inner.Kind)
        {
            case RtfObjectKind.Picture when Metafile.Is(inner.Content.Span):
                file.Text.Add(Place.Picture, Metafile.Read(inner.Content.Span, file.Token));
                return true;
            case RtfObjectKind.Picture:
                return file.TryReadEmbedded("image", inner.Content);
            default:
                return ReadObject(file, inner.Content);
        }
    }

    /// <summary>An object of OLE 1.0 ([MS-OLEDS] 2.2.4 and 2.2.5): class, topic and item, then what the class wrote.</summary>
    private static bool ReadObject(OpenedFile file, ReadOnlyMemory<byte> content)
    {
        const uint linked = 1;
        var bytes = content.Span;
        long at = 8;
        var names = new string[3];
        for (var i = 0; i < names.Length; i++)
        {
            var length = bytes.UInt32At((int)Math.Min(at, int.MaxValue));
            names[i] = CodePage.ReadTerminated(bytes.At(at + 4, Math.Min(length, 4096)), 0);
            at += 4 + length;
        }

        file.Text.Add(Place.EmbeddedObject, string.Join('\n', names.Skip(1).Where(name => name.Length > 0)));
        if (bytes.UInt32At(4) == linked)
        {
            file.Text.Miss(new("a linked object lies in another file, which was not read", "un objet lié se trouve dans un autre fichier, qui n'a pas été lu"));
            return true;
        }

        var native = content.At(at + 4, bytes.UInt32At((int)Math.Min(at, int.MaxValue)));
        if (native.Length == 0)
        {
            // Some writers leave the wrapping out.
            var start = bytes.IndexOf((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);
            if (start >= 0)
                return file.TryReadEmbedded("embedded object", content[start..]);
            file.Text.Miss(new("an embedded object is damaged", "un objet incorporé est endommagé"));
            return true;
        }

        if (!string.Equals(names[0], "Package", StringComparison.OrdinalIgnoreCase))
            return file.TryReadEmbedded("embedded object", native);
        OleObjectReader.ReadNative(file, (byte[])[.. BitConverter.GetBytes(native.Length), .. native.Span]);
        return true;
    }
}
