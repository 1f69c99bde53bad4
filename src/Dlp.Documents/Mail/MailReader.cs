using Dlp.Documents.Archives;
using Dlp.Documents.PlainText;
using MimeKit;

namespace Dlp.Documents.Mail;

/// <summary>Reads a message as it is sent (RFC 5322, RFC 2045): headers, bodies, and every part that is a file of its own. A web archive (MHTML, RFC 2557) is one.</summary>
internal static class MailReader
{
    /// <summary>Parts inside one another, in one message; forwarded messages count as files.</summary>
    private const int DeepestParts = 64;

    /// <summary>The parser's time grows with the square of a header's lines.</summary>
    private const int LongestParsed = 1024 * 1024;

    public static void Read(OpenedFile file)
    {
        if (LongestHeader(file.Content.Span) > LongestParsed)
        {
            file.Text.Add(TextDecoder.Decode(file.Content.Span));
            file.Text.Refuse(PartStatus.TooLarge, new("a header of it is over the limit; it was read as it stands, and what is encoded in it was not", "un de ses en-têtes dépasse la limite ; il a été lu tel quel, mais pas ce qui y est encodé"));
            return;
        }

        try
        {
            using var stream = file.OpenContent();
            using var message = Parse(stream, file);
            new MessageText(file).Read(message);
        }
        catch (UnpackingLimitException limit)
        {
            file.Text.Add(TextDecoder.Decode(file.Content.Span));
            file.Text.Refuse(PartStatus.TooLarge, limit.Detail);
        }
        catch (FormatException)
        {
            file.Text.Add(TextDecoder.Decode(file.Content.Span));
            file.Text.Miss(new("its headers are damaged; it was read as it stands, and what is encoded in it was not", "ses en-têtes sont endommagés ; il a été lu tel quel, mais pas ce qui y est encodé"));
        }
    }

    /// <summary>Bytes of the longest header before the body, with the lines that go on with it.</summary>
    private static int LongestHeader(ReadOnlySpan<byte> message)
    {
        int longest = 0, current = 0;
        while (!message.IsEmpty)
        {
            var length = message.IndexOf((byte)'\n') is >= 0 and var end ? end + 1 : message.Length;
            if (message[..length].IndexOfAnyExcept("\r\n"u8) < 0)
                break;
            current = message[0] is (byte)' ' or (byte)'\t' ? current + length : length;
            longest = Math.Max(longest, current);
            message = message[length..];
        }

        return longest;
    }

    private static MimeMessage Parse(Stream stream, OpenedFile file)
    {
        var parser = new MimeParser(new ParserOptions { MaxMimeDepth = DeepestParts }, stream, MimeFormat.Entity, persistent: true);
        var parts = 0;
        parser.MimeEntityBegin += (_, _) =>
        {
            if (++parts > file.Options.MaxEntries)
                throw new UnpackingLimitException(new(
                    $"it has more than the limit of {Format.Count(file.Options.MaxEntries)} parts; it was read as it stands, and what is encoded in it was not",
                    $"il a plus de parties que la limite de {Format.Count(file.Options.MaxEntries, Language.Fr)} ; il a été lu tel quel, mais pas ce qui y est encodé"));
        };
        return parser.ParseMessage(file.Token);
    }
}
