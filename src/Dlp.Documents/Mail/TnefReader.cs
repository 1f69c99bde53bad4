using MimeKit;
using MimeKit.Tnef;

namespace Dlp.Documents.Mail;

/// <summary>Reads what Outlook attaches as <c>winmail.dat</c> ([MS-OXTNEF]): the message in it, and its attachments.</summary>
internal static class TnefReader
{
    public static void Read(OpenedFile file)
    {
        if (IsCut(file))
            file.Text.Miss("it is cut short: not all of it could be read");
        using var stream = file.OpenContent();
        using var part = new TnefPart { Content = new MimeContent(stream) };
        using var message = part.ConvertToMessage();
        new MessageText(file).Read(message);
    }

    private static bool IsCut(OpenedFile file)
    {
        using var stream = file.OpenContent();
        using var reader = new MimeKit.Tnef.TnefReader(stream, 0, TnefComplianceMode.Loose);
        while (reader.ReadNextAttribute())
            file.Token.ThrowIfCancellationRequested();
        return (reader.ComplianceStatus & TnefComplianceStatus.StreamTruncated) != TnefComplianceStatus.Compliant;
    }
}
