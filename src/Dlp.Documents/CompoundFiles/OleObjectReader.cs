namespace Dlp.Documents.CompoundFiles;

/// <summary>The file that a document embeds as an object: what the packager put there ([MS-OLEDS] 2.3.6), an Office document, a PDF.</summary>
internal static class OleObjectReader
{
    private const int LongestName = 2_000;

    /// <summary>Whether the storage is that of an embedded object.</summary>
    public static bool IsObject(CompoundStorage storage) =>
        storage.Stream("\u0001Ole10Native") is not null || storage.Stream("Package") is not null || storage.Stream("CONTENTS") is not null
        || storage.Stream("EmbeddedOdf") is not null || storage.Stream("\u0001Ole") is not null;

    public static void Read(OpenedFile file, CompoundStorage storage)
    {
        if (storage.Stream("\u0001Ole10Native") is { } native)
            ReadNative(file, native.Read());
        foreach (var name in new[] { "Package", "EmbeddedOdf" })
        {
            if (storage.Stream(name) is { Size: > 0 } package)
                file.TryReadEmbedded("embedded document", package.Read());
        }

        if (storage.Stream("CONTENTS") is { Size: > 0 } contents)
            file.TryReadEmbedded("embedded file", contents.Read());
        if (storage.Stream("\u0001Ole") is { } ole)
            ReadLink(file, ole.Read().Span);
    }

    /// <summary>Reads what the packager wrote: a label, a path, another path, the file, and the three again in UTF-16.</summary>
    public static void ReadNative(OpenedFile file, ReadOnlyMemory<byte> native)
    {
        var bytes = native.Span;
        var at = 6;
        var label = ReadName(bytes, ref at);
        var path = ReadName(bytes, ref at);
        var isPackage = bytes.UInt16At(4) == 2 && bytes.UInt16At(at + 2) == 3;
        if (!isPackage)
        {
            if (native.Length > 4)
                file.TryReadEmbedded("embedded object", native[4..]);
            return;
        }

        at += 4;
        var tempLength = bytes.UInt32At(at);
        var temp = CodePage.ReadTerminated(bytes.At(at + 4L, Math.Min(tempLength, LongestName)), 0);
        long data = at + 4L + tempLength;
        if (data > bytes.Length - 4)
        {
            file.Text.Miss(new("an embedded object is cut off", "un objet incorporé est coupé"));
            return;
        }

        var size = bytes.UInt32At((int)data);
        file.Text.Add(Place.EmbeddedObject, string.Join('\n', new[] { label, path, temp }.Distinct(StringComparer.Ordinal)));
        if (data + 4 + size > bytes.Length)
            file.Text.Miss(new("an embedded object is cut off", "un objet incorporé est coupé"));
        file.TryReadEmbedded(label.Length > 0 ? label : "embedded object", native.At(data + 4, size));
    }

    private static string ReadName(ReadOnlySpan<byte> bytes, ref int at)
    {
        var text = bytes.At(at, LongestName);
        var end = text.IndexOf((byte)0);
        if (end < 0)
            return "";
        at += end + 1;
        return CodePage.Of(0).GetString(text[..end]);
    }

    /// <summary>A linked object names its file in a moniker ([MS-OLEDS] 2.3.3): the path is read, the file is elsewhere.</summary>
    private static void ReadLink(OpenedFile file, ReadOnlySpan<byte> ole)
    {
        const uint linked = 1;
        if ((ole.UInt32At(4) & linked) == 0)
            return;
        file.Text.Add(Place.LinkedObject, PrintableRuns.Of(ole));
        file.Text.Miss(new("a linked object lies in another file, which was not read", "un objet lié se trouve dans un autre fichier, qui n'a pas été lu"));
    }
}
