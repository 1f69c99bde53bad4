using System.Buffers.Binary;
using System.Text;

namespace Dlp.Documents.Tests.Archives;

/// <summary>Writes RAR archives of stored files: version 4 (technote.txt of RAR 4) and 5 ("RAR 5.0 archive format" of RARLAB).</summary>
internal static class RawRar
{
    public static byte[] Version4(string name, byte[] content, bool encrypted = false)
    {
        using var bytes = new MemoryStream();
        bytes.Write([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x00]);
        WriteBlock4(bytes, 0x73, 0, new byte[6]);
        var nameBytes = Encoding.ASCII.GetBytes(name);
        var fields = new byte[25 + nameBytes.Length];
        BinaryPrimitives.WriteInt32LittleEndian(fields, content.Length);
        BinaryPrimitives.WriteInt32LittleEndian(fields.AsSpan(4), content.Length);
        fields[8] = 3;
        BinaryPrimitives.WriteUInt32LittleEndian(fields.AsSpan(9), Crc(content));
        BinaryPrimitives.WriteUInt32LittleEndian(fields.AsSpan(13), 0x5A21_5000);
        fields[17] = 20;
        fields[18] = 0x30;
        BinaryPrimitives.WriteInt16LittleEndian(fields.AsSpan(19), (short)nameBytes.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(fields.AsSpan(21), 0x81A4);
        nameBytes.CopyTo(fields, 25);
        WriteBlock4(bytes, 0x74, encrypted ? 0x8004 : 0x8000, fields);
        bytes.Write(content);
        WriteBlock4(bytes, 0x7B, 0x4000, []);
        return bytes.ToArray();
    }

    public static byte[] Version5(string name, byte[] content, bool encryptedNames = false)
    {
        using var bytes = new MemoryStream();
        bytes.Write([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x01, 0x00]);
        if (encryptedNames)
        {
            WriteBlock5(bytes, [4, 0, 0, 0, 15, .. new byte[16]]);
            bytes.Write(new byte[64]);
            return bytes.ToArray();
        }

        WriteBlock5(bytes, [1, 0, 0]);
        var crc = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(crc, Crc(content));
        var nameBytes = Encoding.UTF8.GetBytes(name);
        WriteBlock5(bytes, [2, 2, .. Vint(content.Length), 4, .. Vint(content.Length), .. Vint(0x81A4), .. crc, 0, 1, .. Vint(nameBytes.Length), .. nameBytes]);
        bytes.Write(content);
        WriteBlock5(bytes, [5, 0, 0]);
        return bytes.ToArray();
    }

    private static void WriteBlock4(MemoryStream bytes, byte type, int flags, byte[] fields)
    {
        byte[] block = [type, (byte)flags, (byte)(flags >> 8), (byte)(7 + fields.Length), (byte)((7 + fields.Length) >> 8), .. fields];
        var crc = Crc(block);
        bytes.Write([(byte)crc, (byte)(crc >> 8), .. block]);
    }

    private static void WriteBlock5(MemoryStream bytes, byte[] header)
    {
        byte[] sized = [.. Vint(header.Length), .. header];
        var crc = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(crc, Crc(sized));
        bytes.Write([.. crc, .. sized]);
    }

    private static byte[] Vint(int number)
    {
        var bytes = new List<byte>();
        for (; number >= 0x80; number >>= 7)
            bytes.Add((byte)(number | 0x80));
        bytes.Add((byte)number);
        return [.. bytes];
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1;
        }

        return ~crc;
    }
}
