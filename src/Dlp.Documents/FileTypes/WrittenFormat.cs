using System.Text.RegularExpressions;
using Dlp.Documents.PlainText;

namespace Dlp.Documents.FileTypes;

/// <summary>Formats written in characters, told by how they begin, whatever the encoding.</summary>
internal static partial class WrittenFormat
{
    /// <summary>Comments and declarations may stand before the first element; more than this before it is unusual.</summary>
    private const int Window = 4096;

    /// <summary>The format; null for any other text and for what is no text.</summary>
    public static FileType? Of(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
            return null;
        var head = content[..Math.Min(content.Length, Window)];
        var text = TextDecoder.Head(head);
        var start = text.AsSpan().TrimStart("\uFEFF \t\r\n\f");
        if (start.IsEmpty)
            return null;
        if (start[0] == '<')
            return OfMarkup(start);
        if (start.StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
            return new FileType(FileKind.Calendar, "calendar (iCalendar)");
        if (start.StartsWith("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase))
            return new FileType(FileKind.Contacts, "contacts (vCard)");
        if (MailboxStart().IsMatch(start))
            return new FileType(FileKind.Mailbox, "mailbox");
        return IsMessage(start) ? new FileType(FileKind.Mail, "e-mail") : null;
    }

    private static FileType? OfMarkup(ReadOnlySpan<char> start)
    {
        var declared = start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase);
        var root = FirstElement(start);
        if (SvgRoot().IsMatch(root))
            return new FileType(FileKind.Svg, "SVG drawing");
        var isXml = declared || XmlRoot().IsMatch(root);
        if (PageRoot().IsMatch(root) || start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || (!isXml && HtmlRoot().IsMatch(root)))
            return new FileType(FileKind.Html, "web page");
        if (isXml && PackageRoot().IsMatch(root))
            return new FileType(FileKind.FlatOffice, "Office document in one XML file");
        return isXml ? new FileType(FileKind.Xml, "XML document") : null;
    }

    /// <summary>What follows the declarations and comments before the first element.</summary>
    private static ReadOnlySpan<char> FirstElement(ReadOnlySpan<char> text)
    {
        while (true)
        {
            text = text.TrimStart(" \t\r\n\f");
            string? end = null;
            if (text.StartsWith("<!--"))
                end = "-->";
            else if (text.StartsWith("<?"))
                end = "?>";
            else if (text.StartsWith("<!"))
                end = text.IndexOf('[') is >= 0 and var subset && subset < text.IndexOf('>') ? "]" : ">";
            if (end is null || text.IndexOf(end) is not (>= 0 and var at))
                return text;
            text = text[(at + end.Length)..].TrimStart(" \t\r\n>");
        }
    }

    /// <summary>
    /// Two header fields (RFC 5322, 2.2) before the first empty line, and one of them such as only mail has; or the one field that begins a MIME entity.
    /// </summary>
    private static bool IsMessage(ReadOnlySpan<char> start)
    {
        int fields = 0, telling = 0;
        foreach (var line in start.EnumerateLines())
        {
            if (line.IsEmpty)
                break;
            if (line[0] is ' ' or '\t' && fields > 0)
                continue;
            if (!Field().IsMatch(line))
                return (fields > 1 && telling > 1) || (line.StartsWith("From ") && telling > 0);
            fields++;
            telling += MailField().IsMatch(line) ? 1 : 0;
            if (fields == 1 && MimeField().IsMatch(line))
                return true;
        }

        return fields > 1 && telling > 0;
    }

    // The tags by which browsers tell a page (WHATWG MIME Sniffing Standard, 7.1).
    [GeneratedRegex(
        @"^<(?:html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|meta|link|center|span|ul|ol|h2|h3|form)[\s/>]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HtmlRoot();

    [GeneratedRegex(@"^<html[\s/>]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageRoot();

    [GeneratedRegex(@"^<(?:[A-Za-z]+:)?package\s[^<>]*[""']http://schemas\.microsoft\.com/office/2006/xmlPackage[""']", RegexOptions.CultureInvariant)]
    private static partial Regex PackageRoot();

    [GeneratedRegex(@"^<(?:[a-z]+:)?svg[\s/>]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SvgRoot();

    /// <summary>An element that declares its namespace; without one, only the XML declaration tells XML from a text with angle brackets.</summary>
    [GeneratedRegex(@"^<[A-Za-z_][\w.:-]*\s[^<>]*\bxmlns[:=]", RegexOptions.CultureInvariant)]
    private static partial Regex XmlRoot();

    [GeneratedRegex(@"^From [^\r\n]{0,300}[0-9]{2}:[0-9]{2}[^\r\n]{0,40}\r?\n[!-9;-~]{1,80}:", RegexOptions.CultureInvariant)]
    private static partial Regex MailboxStart();

    [GeneratedRegex(@"^[!-9;-~]{1,80}[ \t]*:(?!//)", RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    [GeneratedRegex(
        "^(?:from|to|subject|received|return-path|delivered-to|message-id|mime-version|content-type|reply-to|x-mailer|dkim-signature|x-received)[ \t]*:",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MailField();

    [GeneratedRegex(
        @"^(?:mime-version[ \t]*:[ \t]*1\.0|content-type[ \t]*:[ \t]*(?:text|multipart|message|application|image)/|return-path[ \t]*:[ \t]*<|received[ \t]*:[ \t]*(?:from|by) )",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MimeField();
}
