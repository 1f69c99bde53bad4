using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using Dlp.Documents.Archives;
using Dlp.Documents.FileTypes;
using Dlp.Documents.PlainText;
using Dlp.Documents.Web;
using MimeKit;

namespace Dlp.Documents.Mail;

/// <summary>The text of one message, and the files in it.</summary>
internal sealed class MessageText(OpenedFile file)
{
    /// <summary>A message of people has a few dozen.</summary>
    private const int MostHeaderPlaces = 1000;

    private const int LongestField = 60;
    private const int LongestDecoded = 256 * 1024;

    /// <summary>Headers that are nothing but signatures and keys, which no author writes: their random letters look like secrets.</summary>
    private static readonly HashSet<string> Signatures = new(StringComparer.OrdinalIgnoreCase)
    {
        "DKIM-Signature", "ARC-Seal", "ARC-Message-Signature", "DomainKey-Signature", "X-Google-DKIM-Signature", "Autocrypt", "Face", "X-Face",
        "X-MS-Exchange-AntiSpam-MessageData-0", "X-MS-Exchange-AntiSpam-MessageData-1", "X-Microsoft-Antispam-Message-Info", "X-Forefront-Antispam-Report-Untrusted",
    };

    private PlainBody? _plain;

    public void Read(MimeMessage message)
    {
        ReadHeaders(message.Headers);
        ReadBody(message);
    }

    /// <summary>The body and the files, without the headers.</summary>
    public void ReadBody(MimeMessage message)
    {
        if (message.Body is { } body)
            Read(body);
    }

    private void ReadHeaders(HeaderList headers)
    {
        var places = 0;
        foreach (var header in headers)
        {
            file.Token.ThrowIfCancellationRequested();
            if (Signatures.Contains(header.Field) || file.Text.IsFull)
                continue;
            var place = ++places <= MostHeaderPlaces && header.Field.Length <= LongestField ? Place.MailHeader(header.Field) : Place.Header;
            var value = ValueOf(header).Trim();
            if (header.Field.Equals("msip_labels", StringComparison.OrdinalIgnoreCase))
            {
                (value, var removed) = SensitivityLabels.Split(value);
                file.Text.Add(Place.RemovedSensitivityLabel, removed);
            }

            file.Text.Add(place, $"{header.Field}: {value}");
        }
    }

    /// <summary>Decoding costs more than it is worth for a header longer than any list of recipients.</summary>
    private static string ValueOf(Header header) =>
        (header.RawValue is { Length: > LongestDecoded } raw ? TextDecoder.Decode(raw) : header.Value) ?? "";

    private void Read(MimeEntity entity)
    {
        file.Token.ThrowIfCancellationRequested();
        if (entity.Headers["Content-Description"] is { Length: > 0 } description)
            file.Text.Add(Place.PartDescription, description);
        switch (entity)
        {
            case Multipart { ContentType.MediaSubtype: var kind } parts when kind.Equals("encrypted", StringComparison.OrdinalIgnoreCase):
                RefuseEncrypted(parts.OfType<MimePart>().LastOrDefault()?.FileName ?? "encrypted message", "PGP/MIME");
                break;
            case Multipart parts:
                ReadParts(parts);
                break;
            case MessagePart { ContentType: var type } headers when type.IsMimeType("text", "*"):
                file.Text.Add(Place.DeliveryReport, string.Join('\n', headers.Message?.Headers.Select(header => $"{header.Field}: {ValueOf(header).Trim()}") ?? []));
                break;
            case MessagePart forwarded:
                ReadForwarded(forwarded);
                break;
            case MimePart part:
                ReadPart(part);
                break;
        }
    }

    private void ReadParts(Multipart parts)
    {
        file.Text.Add(Place.TextBeforeParts, parts.Preamble ?? "");
        foreach (var part in parts)
            Read(part);
        file.Text.Add(Place.TextBehindParts, parts.Epilogue ?? "");
    }

    private void ReadForwarded(MessagePart forwarded)
    {
        if (forwarded.ContentType.IsMimeType("message", "external-body"))
        {
            file.Text.Miss(new("it refers to a file kept elsewhere, which was not read", "il renvoie à un fichier gardé ailleurs, qui n'a pas été lu"));
            ReadHeaders(forwarded.Headers);
            return;
        }

        if (!ArchivedFile.TakeEntry(file))
            return;
        using var bytes = new MemoryStream();
        forwarded.Message?.WriteTo(bytes, file.Token);
        file.ReadEmbedded(NameOf(forwarded) ?? "message.eml", bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
    }

    private void ReadPart(MimePart part)
    {
        var type = part.ContentType;
        if (type.IsMimeType("message", "partial"))
            file.Text.Miss(new("it is one of several pieces of a message", "c'est un morceau parmi plusieurs d'un message"));
        if (type.IsMimeType("multipart", "*"))
        {
            file.Text.Refuse(PartStatus.TooLarge, new("its parts lie too deep in one another; the innermost were not read", "ses parties sont imbriquées trop profondément ; les dernières n'ont pas été lues"));
            return;
        }

        if (Content(part) is not { } content || IsSignature(type, content.Span))
            return;
        if (type.IsMimeType("application", "pkcs7-mime") || type.IsMimeType("application", "x-pkcs7-mime"))
            ReadSecured(part, content);
        else if (IsBody(part) && FileType.Of(content.Span) is null or { Kind: FileKind.Html or FileKind.Xml or FileKind.Mail or FileKind.Mailbox })
            ReadBody(part, content);
        else if (!content.IsEmpty && ArchivedFile.TakeEntry(file))
            file.ReadEmbedded(NameOf(part) ?? DefaultName(part), content);
    }

    /// <summary>Text without a name of its own, which mail programs show; and what servers say about a delivery.</summary>
    private static bool IsBody(MimePart part) =>
        (part.ContentType.IsMimeType("text", "*")
            && NameOf(part) is null
            && !part.IsAttachment
            && !part.ContentType.IsMimeType("text", "calendar")
            && !part.ContentType.IsMimeType("text", "vcard")
            && !part.ContentType.IsMimeType("text", "directory")
            && !part.ContentType.IsMimeType("text", "rtf"))
        || part.ContentType.IsMimeType("message", "*")
        || (part.ContentType.IsMimeType("application", "xhtml+xml") && !part.IsAttachment);

    private void ReadBody(MimePart part, ReadOnlyMemory<byte> content)
    {
        var type = part.ContentType;
        var isHtml = type.IsMimeType("text", "html") || type.IsMimeType("application", "xhtml+xml") || type.IsMimeType("text", "x-amp-html");
        var charset = type.Charset ?? (isHtml ? DeclaredCharset.Of(content.Span) : null);
        var text = TextDecoder.Decode(content.Span, charset);
        if (isHtml)
        {
            var html = HtmlText.Of(text, file.Token);
            html.AddTo(file, _plain is null ? html.Seen : _plain.Without(html.Seen), Place.BodyAs("HTML"));
            return;
        }

        var isPlain = type.IsMimeType("text", "plain");
        if (isPlain && string.Equals(type.Format, "flowed", StringComparison.OrdinalIgnoreCase))
            text = Flowed.Join(text, deletesSpace: string.Equals(type.Parameters["delsp"], "yes", StringComparison.OrdinalIgnoreCase));
        if (isPlain)
        {
            text = UuencodedFiles.TakeOut(file, text);
            _plain = new PlainBody(text);
        }

        file.Text.Add(isPlain ? Place.Body : type.IsMimeType("message", "*") ? Place.DeliveryReport : Place.BodyAs(type.MediaSubtype), text);
        if (text.Contains("-----BEGIN PGP MESSAGE-----", StringComparison.Ordinal))
            RefuseEncrypted("PGP message", "PGP");
    }

    /// <summary>What was signed is inside the signature (RFC 8551, 3.5.2), readable by all; what was encrypted is not.</summary>
    private void ReadSecured(MimePart part, ReadOnlyMemory<byte> content)
    {
        var name = NameOf(part) ?? "smime.p7m";
        var signed = new SignedCms();
        try
        {
            signed.Decode(content.Span);
        }
        catch (CryptographicException)
        {
            RefuseEncrypted(name, "S/MIME");
            return;
        }

        // Without content it carries certificates only.
        if (signed.ContentInfo.Content is { Length: > 0 } inner && ArchivedFile.TakeEntry(file))
            file.ReadEmbedded(name, inner);
    }

    private void RefuseEncrypted(string name, string scheme)
    {
        if (ArchivedFile.TakeEntry(file))
            file.RefuseEmbedded(name, PartStatus.Encrypted, new($"it is encrypted ({scheme}): only who it is for can read it", $"il est chiffré ({scheme}) : seuls ses destinataires peuvent le lire"));
        file.Text.Miss(new($"what it says is encrypted ({scheme})", $"son contenu est chiffré ({scheme})"));
    }

    /// <summary>The signature of a signed message, and nothing else under its name.</summary>
    private static bool IsSignature(ContentType type, ReadOnlySpan<byte> content)
    {
        const byte sequence = 0x30;
        if (type.IsMimeType("application", "pkcs7-signature") || type.IsMimeType("application", "x-pkcs7-signature"))
            return content.Length > 0 && content[0] == sequence;
        return type.IsMimeType("application", "pgp-signature") && content.TrimStart("\r\n \t"u8).StartsWith("-----BEGIN PGP SIGNATURE-----"u8);
    }

    /// <summary>The part's bytes, decoded; null, and said so, when that is over the budget.</summary>
    private ReadOnlyMemory<byte>? Content(MimePart part)
    {
        if (part.Content is null)
            return ReadOnlyMemory<byte>.Empty;
        using var bytes = new MemoryStream();
        part.Content.DecodeTo(bytes, file.Token);
        if (file.Budget.TakeDecoded(bytes.Length))
            return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        file.Text.Refuse(PartStatus.TooLarge, new("the attachment holds more than the limit of decoded bytes; the rest was not read", "la pièce jointe dépasse la limite d'octets décodés ; le reste n'a pas été lu"));
        return null;
    }

    private static string? NameOf(MimeEntity entity) =>
        entity.ContentDisposition?.FileName is { Length: > 0 } file ? file : entity.ContentType.Name is { Length: > 0 } name ? name : null;

    /// <summary>For a part without a name: the end of its address, in a web archive; else its type.</summary>
    private static string DefaultName(MimePart part)
    {
        var path = part.Headers["Content-Location"]?.Split('?', '#')[0].TrimEnd('/');
        if (path?.Split('/', '\\')[^1] is { Length: > 0 } last)
            return last;
        var type = part.ContentType;
        return type.MediaSubtype switch
        {
            "calendar" => "calendar.ics",
            "vcard" or "directory" => "contact.vcf",
            "ms-tnef" => "winmail.dat",
            _ => new StringBuilder(type.MediaType).Append('.').Append(type.MediaSubtype).ToString(),
        };
    }
}
