using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Dlp.Documents.Tests.Archives;

/// <summary>Writes ZIP archives that lie, as no library would.</summary>
internal sealed class RawZip
{
    private readonly ArrayBufferWriter<byte> _body = new();
    private readonly ArrayBufferWriter<byte> _directory = new();
    private int _count;

    /// <summary>The archive of entries and nothing odd.</summary>
    public static byte[] Of(params (string Name, string Text)[] entries)
    {
        var zip = new RawZip();
        foreach (var (name, text) in entries)
            zip.Add(name, Encoding.UTF8.GetBytes(text));
        return zip.ToArray();
    }

    /// <summary>Adds an entry; every field may be made to lie.</summary>
    public RawZip Add(
        string name,
        byte[] content,
        bool deflate = true,
        int? method = null,
        int flags = 0x800,
        uint? declaredSize = null,
        uint? storedSize = null,
        bool isListed = true,
        string? localName = null,
        int? localMethod = null)
    {
        var stored = deflate ? Deflate(content) : content;
        var offset = (uint)_body.WrittenCount;
        var entryMethod = method ?? (deflate ? 8 : 0);
        var size = storedSize ?? (uint)stored.Length;
        WriteLocal(localName ?? name, localMethod ?? entryMethod, flags, (flags & 8) != 0 ? 0 : size, (flags & 8) != 0 ? 0 : declaredSize ?? (uint)content.Length);
        _body.Write(stored);
        if (isListed)
            List(name, entryMethod, flags, size, declaredSize ?? (uint)content.Length, offset);
        return this;
    }

    /// <summary>Lists an entry whose local header is at an offset, be there one or not.</summary>
    public RawZip List(string name, int method, int flags, uint storedSize, uint declaredSize, uint offset)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        Write(_directory, "PK\x01\x02", [(20, 2), (20, 2), (flags, 2), (method, 2), (0, 4), (0, 4), (storedSize, 4), (declaredSize, 4)]);
        Write(_directory, "", [(bytes.Length, 2), (0, 2), (0, 2), (0, 2), (0, 2), (0, 4), (offset, 4)]);
        _directory.Write(bytes);
        _count++;
        return this;
    }

    /// <summary>The archive so far, without a directory: what is left of one that was cut off.</summary>
    public byte[] ToBody() => _body.WrittenSpan.ToArray();

    public byte[] ToArray(string comment = "")
    {
        var all = new ArrayBufferWriter<byte>();
        all.Write(_body.WrittenSpan.ToArray());
        all.Write(_directory.WrittenSpan.ToArray());
        Write(all, "PK\x05\x06", [(0, 4), (_count & 0xFFFF, 2), (_count & 0xFFFF, 2), (_directory.WrittenCount, 4), (_body.WrittenCount, 4), (comment.Length, 2)]);
        all.Write(Encoding.ASCII.GetBytes(comment));
        return all.WrittenSpan.ToArray();
    }

    public static byte[] Deflate(byte[] content)
    {
        using var stored = new MemoryStream();
        using (var deflate = new DeflateStream(stored, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(content);
        return stored.ToArray();
    }

    private void WriteLocal(string name, int method, int flags, uint storedSize, uint declaredSize)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        Write(_body, "PK\x03\x04", [(20, 2), (flags, 2), (method, 2), (0, 4), (0, 4), (storedSize, 4), (declaredSize, 4), (bytes.Length, 2), (0, 2)]);
        _body.Write(bytes);
    }

    private static void Write(ArrayBufferWriter<byte> to, string signature, (long Value, int Width)[] fields)
    {
        to.Write(Encoding.Latin1.GetBytes(signature));
        Span<byte> field = stackalloc byte[8];
        foreach (var (value, width) in fields)
        {
            BinaryPrimitives.WriteInt64LittleEndian(field, value);
            to.Write(field[..width]);
        }
    }
}
