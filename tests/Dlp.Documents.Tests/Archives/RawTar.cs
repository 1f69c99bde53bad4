using System.Globalization;
using System.Text;

namespace Dlp.Documents.Tests.Archives;

/// <summary>Writes tar archives as they should not be, too.</summary>
internal sealed class RawTar
{
    private const int Block = 512;

    private readonly List<byte> _bytes = [];

    public RawTar Add(string name, string text, char type = '0', long? statedSize = null)
    {
        var content = Encoding.UTF8.GetBytes(text);
        var header = new byte[Block];
        var nameBytes = Encoding.UTF8.GetBytes(name);
        nameBytes.AsSpan(0, Math.Min(100, nameBytes.Length)).CopyTo(header);
        Put(header, 100, "0000644\0");
        Put(header, 124, Convert.ToString(statedSize ?? content.Length, 8).PadLeft(11, '0') + " ");
        Put(header, 136, "00000000000 ");
        Put(header, 148, "        ");
        header[156] = (byte)type;
        Put(header, 257, "ustar\0" + "00");
        Put(header, 148, Convert.ToString(header.Sum(b => b), 8).PadLeft(6, '0') + "\0 ");
        _bytes.AddRange(header);
        _bytes.AddRange(content);
        _bytes.AddRange(new byte[(Block - (content.Length % Block)) % Block]);
        return this;
    }

    /// <summary>A record of a pax header: its length counts itself.</summary>
    public static string Record(string key, string value)
    {
        var rest = Encoding.UTF8.GetByteCount($" {key}={value}\n");
        var length = rest;
        while (length != rest + length.ToString(CultureInfo.InvariantCulture).Length)
            length = rest + length.ToString(CultureInfo.InvariantCulture).Length;
        return $"{length} {key}={value}\n";
    }

    public RawTar End()
    {
        _bytes.AddRange(new byte[2 * Block]);
        return this;
    }

    public RawTar Raw(byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public byte[] ToArray() => _bytes.ToArray();

    private static void Put(byte[] header, int at, string text) => Encoding.ASCII.GetBytes(text).CopyTo(header, at);
}
