using System.Buffers.Binary;
using System.Text;
using Dlp.Documents.CompoundFiles;
using Dlp.Documents.Rtf;

namespace Dlp.Documents.Mail;

/// <summary>
/// A message, an appointment or a contact as Outlook saves it ([MS-OXMSG]): every property that holds text, the body in each of its forms,
/// recipients, attachments, messages inside.
/// </summary>
internal static class OutlookMessageReader
{
    private const int Body = 0x1000;
    private const int BodyHtml = 0x1013;
    private const int BodyRtf = 0x1009;
    private const int FirstNamed = 0x8000;

    // Message class, kinds of addresses, and the like: they say how the message is kept, not what it says.
    private static readonly HashSet<int> Silent = [0x001A, 0x0064, 0x0075, 0x0077, 0x0C1E, 0x3002, 0x300B];

    private static readonly Dictionary<int, Place> Places = new()
    {
        [0x0037] = Place.Subject,
        [0x0070] = Place.Subject,
        [0x0E1D] = Place.Subject,
        [0x0C1A] = Place.From,
        [0x0C1F] = Place.From,
        [0x5D01] = Place.From,
        [0x0042] = Place.From,
        [0x0065] = Place.From,
        [0x5D02] = Place.From,
        [0x0E04] = Place.To,
        [0x0E03] = Place.Cc,
        [0x0E02] = Place.Bcc,
        [Body] = Place.Body,
        [BodyHtml] = Place.Body,
        [0x007D] = Place.Headers,
    };

    public static void Read(OpenedFile file, CompoundStorage storage) => Read(file, storage, headerSize: 32, names: ReadNames(storage));

    private static void Read(OpenedFile file, CompoundStorage storage, int headerSize, Dictionary<int, string> names)
    {
        var properties = new OutlookProperties(storage, headerSize);

        // That of the message, else that in which it came from the internet ([MS-OXCMSG] 2.2.1.4, [MS-OXBBODY] 2.1.3).
        uint[] codePages = [properties.Number(0x3FFD), properties.Number(0x3FDE), CodePage.Western];
        properties.CodePage = (int)codePages.First(page => page is > 0 and <= ushort.MaxValue);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var texts = properties.Texts().ToList();
        foreach (var (id, value) in texts.OrderBy(text => Places.ContainsKey(text.Id) ? 0 : 1))
        {
            file.Token.ThrowIfCancellationRequested();
            if (Silent.Contains(id) || id == BodyHtml || value.Length < 2 || !seen.Add(value))
                continue;
            var name = names.GetValueOrDefault(id);
            if (name?.StartsWith("msip", StringComparison.OrdinalIgnoreCase) == true)
                AddLabels(file.Text, name, value);
            else
                file.Text.Add(Places.GetValueOrDefault(id, Place.SomeProperty), name is null ? value : $"{name}: {value}");
        }

        foreach (var recipient in storage.Storages.Where(inner => inner.Name.StartsWith("__recip_version1.0_", StringComparison.OrdinalIgnoreCase)))
            ReadRecipient(file, recipient, properties.CodePage, seen);
        ReadBodies(file, properties, texts.Where(text => text.Id == Body).Select(text => text.Value).FirstOrDefault(""));
        var number = 0;
        foreach (var attachment in storage.Storages.Where(inner => inner.Name.StartsWith("__attach_version1.0_", StringComparison.OrdinalIgnoreCase)))
        {
            if (file.Text.IsFull || !ReadAttachment(file, attachment, properties.CodePage, ++number, names))
                return;
        }
    }

    private static void AddLabels(AttachmentText text, string name, string value)
    {
        var (applied, removed) = SensitivityLabels.Split(value);
        text.Add(Place.RemovedSensitivityLabel, removed);
        if (applied.Length > 0)
            text.Add(Place.SensitivityLabel, $"{name}: {applied}");
    }

    private static void ReadRecipient(OpenedFile file, CompoundStorage storage, int codePage, HashSet<string> seen)
    {
        file.Token.ThrowIfCancellationRequested();
        var properties = new OutlookProperties(storage, headerSize: 8) { CodePage = codePage };
        var place = properties.Number(0x0C15) switch
        {
            2 => Place.Cc,
            3 => Place.Bcc,
            _ => Place.To,
        };
        foreach (var (id, value) in properties.Texts())
        {
            if (!Silent.Contains(id) && value.Length > 1 && seen.Add(value))
                file.Text.Add(place, value);
        }
    }

    /// <summary>The body in HTML is read as HTML; that in rich text where it says more than the plain one.</summary>
    private static void ReadBodies(OpenedFile file, OutlookProperties properties, string plain)
    {
        var html = properties.Binary(BodyHtml) ?? (properties.Text(BodyHtml) is { Length: > 0 } text ? Encoding.UTF8.GetBytes(text) : (ReadOnlyMemory<byte>?)null);
        if (html is { Length: > 0 })
            file.TryReadEmbedded("body.html", ToUtf8(html.Value, properties));
        if (properties.Binary(BodyRtf) is not { Length: > 0 } compressed)
            return;
        ReadOnlyMemory<byte> rtf = CompressedRtf.Decompress(compressed.Span, file.Budget);
        if (rtf.Length == 0)
        {
            file.Text.Miss(new("its body in rich text could not be decompressed", "son corps en texte enrichi n'a pas pu être décompressé"));
            return;
        }

        var document = RtfDocument.Parse(rtf, file.Budget, file.Options.MaxCharacters, file.Token);
        if (document.Objects.Count > 0 || document.IsIncomplete || !Words(plain).IsSupersetOf(document.Texts.SelectMany(run => Words(run.Text))))
            file.TryReadEmbedded("body.rtf", rtf);
    }

    /// <summary>Bytes in the message's own code page become UTF-8 with a mark, for only the message knows the code page.</summary>
    private static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> html, OutlookProperties properties)
    {
        var codePage = (int)properties.Number(0x3FDE);
        if (codePage is 0 or 65001 or 20127 or > ushort.MaxValue || html.Span.StartsWith(Encoding.UTF8.Preamble) || html.Span.StartsWith(Encoding.Unicode.Preamble))
            return html;
        return (byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(CodePage.Of(codePage).GetString(html.Span))];
    }

    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isWord = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (isWord && start < 0)
            {
                start = i;
            }
            else if (!isWord && start >= 0)
            {
                words.Add(text[start..i]);
                start = -1;
            }
        }

        return words;
    }

    private static bool ReadAttachment(OpenedFile file, CompoundStorage storage, int codePage, int number, Dictionary<int, string> names)
    {
        var properties = new OutlookProperties(storage, headerSize: 8) { CodePage = codePage };
        var name = properties.Text(0x3707) ?? properties.Text(0x3704) ?? properties.Text(0x3001) ?? $"attachment {number}";
        foreach (var id in new[] { 0x3707, 0x3708, 0x370D, 0x3001 })
        {
            if (properties.Text(id) is { Length: > 1 } value)
                file.Text.Add(Place.Attachment, value);
        }

        if (properties.Object(0x3701) is { } inner)
        {
            return inner.Stream("__properties_version1.0") is not null
                ? TryReadMessage(file, name, inner, names)
                : file.TryReadEmbedded(name, inner);
        }

        if (properties.Binary(0x3701) is { } content)
        {
            // An OLE object ([MS-OXCMSG] 2.2.2.9, method 6) may also come as bytes, which are a compound file.
            return file.TryReadEmbedded(name, content);
        }

        file.Text.Miss(properties.Number(0x3705) is 2 or 3 or 4 or 7
            ? new("an attachment is a link to a file that is not in the message", "une pièce jointe est un lien vers un fichier qui n'est pas dans le message")
            : new("an attachment has no content", "une pièce jointe n'a pas de contenu"));
        return true;
    }

    private static bool TryReadMessage(OpenedFile file, string name, CompoundStorage storage, Dictionary<int, string> names)
    {
        file.Token.ThrowIfCancellationRequested();
        if (!file.Budget.TakeEntry())
        {
            file.Text.Refuse(PartStatus.TooLarge, Details.TooManyFiles(file.Options));
            return false;
        }

        file.ReadEmbedded(name, inner => Read(inner, storage, headerSize: 24, names));
        return true;
    }

    /// <summary>The names of named properties ([MS-OXMSG] 2.2.3): the property's number to its name, where it has one.</summary>
    private static Dictionary<int, string> ReadNames(CompoundStorage root)
    {
        var names = new Dictionary<int, string>();
        if (root.Storage("__nameid_version1.0") is not { } storage)
            return names;
        var entries = storage.Read("__substg1.0_00030102").Span;
        var strings = storage.Read("__substg1.0_00040102").Span;
        for (var at = 0; at + 8 <= entries.Length; at += 8)
        {
            var offset = entries.UInt32At(at);
            var isString = (entries.UInt16At(at + 4) & 1) != 0;
            if (isString && offset < strings.Length - 4)
                names[FirstNamed + entries.UInt16At(at + 6)] = Encoding.Unicode.GetString(strings.At(offset + 4, BinaryPrimitives.ReadUInt32LittleEndian(strings[(int)offset..])));
        }

        return names;
    }
}
