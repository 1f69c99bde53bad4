using MimeKit;

namespace Dlp.Documents.Mail;

/// <summary>Reads a message as it is sent (RFC 5322, RFC 2045): headers, bodies, and every part that is a file of its own. A web archive (MHTML, RFC 2557) is one.</summary>
internal static class MailReader
{
    /// <summary>Parts inside one another, in one message; forwarded messages count as files.</summary>
    private const int DeepestParts = 64;

    public static void Read(OpenedFile file)
    {
        using var stream = file.OpenContent();
        var options = new ParserOptions { MaxMimeDepth = DeepestParts };
        var parser = new MimeParser(options, stream, MimeFormat.Entity, persistent: true);
        using var message = parser.ParseMessage(file.Token);
        new MessageText(file).Read(message);
    }
}
