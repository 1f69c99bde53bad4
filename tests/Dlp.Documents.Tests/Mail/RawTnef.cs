using System.Text;

namespace Dlp.Documents.Tests.Mail;

/// <summary>Writes winmail.dat ([MS-OXTNEF] 2.1).</summary>
internal sealed class RawTnef
{
    private const byte Message = 1, Attachment = 2;

    private readonly List<byte> _bytes = [0x78, 0x9F, 0x3E, 0x22, 1, 0];

    public RawTnef()
    {
        Add(Message, 0x0008_9006, [0, 0, 1, 0]);
        Add(Message, 0x0006_9007, [.. BitConverter.GetBytes(1252), 0, 0, 0, 0]);
    }

    public RawTnef Subject(string text) => Add(Message, 0x0001_8004, Text(text));

    public RawTnef Body(string text) => Add(Message, 0x0002_800C, Text(text));

    public RawTnef File(string name, byte[] content) =>
        Add(Attachment, 0x0006_9002, [1, 0, 255, 255, 255, 255, .. new byte[8]]).Add(Attachment, 0x0001_8010, Text(name)).Add(Attachment, 0x0006_800F, content);

    public byte[] ToArray() => [.. _bytes];

    private RawTnef Add(byte level, int tag, byte[] data)
    {
        _bytes.AddRange([level, .. BitConverter.GetBytes(tag), .. BitConverter.GetBytes(data.Length), .. data, .. BitConverter.GetBytes((ushort)data.Sum(b => b))]);
        return this;
    }

    private static byte[] Text(string text) => [.. CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text), 0];
}
