namespace Dlp.Documents.Mail;

/// <summary>Reads a mailbox: a line that begins with <c>From </c>, behind an empty one, begins a message (RFC 4155). Each is a part of its own.</summary>
internal static class MailboxReader
{
    private const int LongestLine = 400;

    public static void Read(OpenedFile file)
    {
        var rest = file.Content[(file.Content.Span.IndexOf("From "u8) is > 0 and var mark ? mark : 0)..];
        for (var number = 1; !rest.IsEmpty; number++)
        {
            if (!Archives.ArchivedFile.TakeEntry(file))
                return;
            var length = LengthOfFirst(rest.Span);
            var line = rest.Span[..length].IndexOf((byte)'\n');
            file.ReadEmbedded($"message {number}.eml", line < 0 ? rest[..length] : rest[(line + 1)..length]);
            rest = rest[length..];
        }
    }

    private static int LengthOfFirst(ReadOnlySpan<byte> mailbox)
    {
        for (var at = 0; mailbox[at..].IndexOf("\nFrom "u8) is >= 0 and var found; at += found + 1)
        {
            var before = mailbox[..(at + found)];
            if ((before.EndsWith("\n"u8) || before.EndsWith("\n\r"u8)) && HasTime(mailbox[(at + found + 1)..]))
                return at + found + 1;
        }

        return mailbox.Length;
    }

    /// <summary>The line ends in the time of delivery; prose that begins with the word does not.</summary>
    private static bool HasTime(ReadOnlySpan<byte> mailbox)
    {
        var line = mailbox[..Math.Min(mailbox.Length, LongestLine)];
        line = line[..(line.IndexOf((byte)'\n') is >= 0 and var end ? end : line.Length)];
        for (var at = 2; at + 2 < line.Length; at++)
        {
            if (line[at] == ':' && char.IsAsciiDigit((char)line[at - 1]) && char.IsAsciiDigit((char)line[at + 1]) && char.IsAsciiDigit((char)line[at + 2]))
                return true;
        }

        return false;
    }
}
