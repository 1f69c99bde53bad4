using System.Buffers.Binary;
using System.Text;

namespace Dlp.Documents.Tests.Images;

/// <summary>Writes an image file directory of TIFF 6.0, as EXIF is one, little-endian.</summary>
internal sealed class Ifd
{
    private readonly SortedDictionary<ushort, (ushort Type, int Count, byte[] Data, Ifd? Child)> _entries = [];

    private Ifd? _next;

    public Ifd Text(ushort tag, string value) => Entry(tag, 2, value.Length + 1, [.. Encoding.Latin1.GetBytes(value), 0]);

    public Ifd Bytes(ushort tag, byte[] value) => Entry(tag, 7, value.Length, value);

    public Ifd Short(ushort tag, ushort value) => Entry(tag, 3, 1, BitConverter.GetBytes(value));

    public Ifd Long(ushort tag, uint value) => Entry(tag, 4, 1, BitConverter.GetBytes(value));

    public Ifd Rationals(ushort tag, params (uint Numerator, uint Denominator)[] values) =>
        Entry(tag, 5, values.Length, [.. values.SelectMany(value => BitConverter.GetBytes(value.Numerator).Concat(BitConverter.GetBytes(value.Denominator)))]);

    public Ifd Directory(ushort tag, Ifd child)
    {
        _entries[tag] = (4, 1, [], child);
        return this;
    }

    public Ifd Next(Ifd next)
    {
        _next = next;
        return this;
    }

    /// <summary>With the header of a TIFF file. A thumbnail, tag 0x0201 set to any offset, goes to the end.</summary>
    public byte[] ToTiff(byte[]? thumbnail = null)
    {
        var file = new MemoryStream();
        file.Write([(byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0]);
        Write(file, thumbnail);
        if (thumbnail is not null)
        {
            file.Position = file.Length;
            file.Write(thumbnail);
        }

        return file.ToArray();
    }

    private Ifd Entry(ushort tag, ushort type, int count, byte[] data)
    {
        _entries[tag] = (type, count, data, null);
        return this;
    }

    private void Write(MemoryStream file, byte[]? thumbnail)
    {
        var start = file.Length;
        var behind = start + 2 + (12 * _entries.Count) + 4;
        file.SetLength(behind);
        var at = start;
        Put(file, at, BitConverter.GetBytes((ushort)_entries.Count));
        at += 2;
        var thumbnailAt = -1L;
        foreach (var (tag, (type, count, data, child)) in _entries)
        {
            Put(file, at, BitConverter.GetBytes(tag));
            Put(file, at + 2, BitConverter.GetBytes(type));
            Put(file, at + 4, BitConverter.GetBytes(count));
            if (child is not null)
            {
                Put(file, at + 8, BitConverter.GetBytes((uint)file.Length));
                child.Write(file, null);
            }
            else if (data.Length <= 4)
            {
                Put(file, at + 8, data);
                if (tag == 0x0201)
                    thumbnailAt = at + 8;
            }
            else
            {
                Put(file, at + 8, BitConverter.GetBytes((uint)file.Length));
                Put(file, file.Length, data);
            }

            at += 12;
        }

        if (_next is not null)
        {
            Put(file, at, BitConverter.GetBytes((uint)file.Length));
            _next.Write(file, thumbnail);
        }

        if (thumbnailAt >= 0 && thumbnail is not null)
        {
            var bytes = new byte[4];
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)file.Length);
            Put(file, thumbnailAt, bytes);
        }
    }

    private static void Put(MemoryStream file, long at, byte[] bytes)
    {
        file.Position = at;
        file.Write(bytes);
    }
}
