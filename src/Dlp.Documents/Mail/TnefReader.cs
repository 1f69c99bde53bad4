using MimeKit;
using MimeKit.Tnef;

namespace Dlp.Documents.Mail;

/// <summary>
/// Reads what Outlook attaches as <c>winmail.dat</c> ([MS-OXTNEF]): every property that is a text, recipients and custom ones too, then the body and the
/// attachments.
/// </summary>
internal static class TnefReader
{
    public static void Read(OpenedFile file)
    {
        if (!ReadProperties(file))
            file.Text.Miss(new("it is damaged or cut short: not all of it could be read", "il est endommagé ou coupé : tout n'a pas pu être lu"));
        using var stream = file.OpenContent();
        using var part = new TnefPart { Content = new MimeContent(stream) };
        using var message = part.ConvertToMessage();
        new MessageText(file).ReadBody(message);
    }

    /// <summary>Whether they were read to the end.</summary>
    private static bool ReadProperties(OpenedFile file)
    {
        using var stream = file.OpenContent();
        using var reader = new MimeKit.Tnef.TnefReader(stream, 0, TnefComplianceMode.Loose);
        var told = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            while (reader.ReadNextAttribute())
            {
                file.Token.ThrowIfCancellationRequested();
                ReadAttribute(reader, (name, value) =>
                {
                    if (told.Add(value))
                        file.Text.Add(Place.Property(name), value);
                });
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return false;
        }

        return (reader.ComplianceStatus & TnefComplianceStatus.StreamTruncated) == TnefComplianceStatus.Compliant;
    }

    private static void ReadAttribute(MimeKit.Tnef.TnefReader reader, Action<string, string> tell)
    {
        var properties = reader.TnefPropertyReader;
        switch (reader.AttributeTag)
        {
            case TnefAttributeTag.MapiProperties or TnefAttributeTag.Attachment:
                ReadRow(properties, tell);
                break;
            case TnefAttributeTag.RecipientTable:
                while (properties.ReadNextRow())
                    ReadRow(properties, tell);
                break;
            case TnefAttributeTag.Subject or TnefAttributeTag.AttachTitle:
                tell(reader.AttributeTag.ToString(), properties.ReadValueAsString());
                break;
        }
    }

    private static void ReadRow(TnefPropertyReader properties, Action<string, string> tell)
    {
        while (properties.ReadNextProperty())
        {
            // The bodies are parts of the message.
            if (properties.PropertyTag.Id is TnefPropertyId.Body or TnefPropertyId.BodyHtml or TnefPropertyId.RtfCompressed
                || properties.ValueType != typeof(string)
                || properties.IsMultiValuedProperty)
                continue;
            var name = properties.IsNamedProperty && properties.PropertyNameId.Name is { Length: > 0 and <= 60 } own ? own : properties.PropertyTag.Id.ToString();
            tell(name, properties.ReadValueAsString());
        }
    }
}
