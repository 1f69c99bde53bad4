using Dlp.Documents.Archives;
using Dlp.Documents.PlainText;
using MimeKit;

namespace Dlp.Documents.Mail;

/// <summary>Reads a message as it is sent (RFC 5322, RFC 2045): headers, bodies, and every part that is a file of its own. A web archive (MHTML, RFC 2557) is one.</summary>
internal static class MailReader
{
    /// <summary>Parts inside one another, in one message; forwarded messages count as files.</summary>
    private const int DeepestParts = 64;

    public static void Read(OpenedFile file)
    {
        try
        {
            using var stream = file.OpenContent();
            using var message = Parse(stream, file);
            new MessageText(file).Read(message);
        }
        catch (UnpackingLimitException limit)
        {
            file.Text.Add(TextDecoder.Decode(file.Content.Span));
            file.Text.Refuse(PartStatus.TooLarge, limit.Message);
        }
    }

    private static MimeMessage Parse(Stream stream, OpenedFile file)
    {
        var parser = new MimeParser(new ParserOptions { MaxMimeDepth = DeepestParts }, stream, MimeFormat.Entity, persistent: true);
        var parts = 0;
        parser.MimeEntityBegin += (_, _) =>
        {
            if (++parts > file.Options.MaxEntries)
                throw new UnpackingLimitException($"it has more than the limit of {Format.Count(file.Options.MaxEntries)} parts; it was read as it stands, and what is encoded in it was not");
        };
        return parser.ParseMessage(file.Token);
    }
}
