using System.Buffers.Binary;
using System.Text;

namespace Dlp.Documents.Office;

/// <summary>The records of a part of a binary workbook ([MS-XLSB] 2.1.4), forwards; ends where the part does, whole or not.</summary>
internal ref struct BinaryRecords(ReadOnlySpan<byte> bytes)
{
    private const int More = 0x80;
    private const int SevenBits = 0x7F;

    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>The type, as [MS-XLSB] 2.3 numbers them.</summary>
    public int Type { get; private set; }

    public ReadOnlySpan<byte> Payload { get; private set; }

    /// <summary>Whether the part ends inside a record.</summary>
    public bool IsCut { get; private set; }

    public bool Read()
    {
        if (_rest.IsEmpty)
            return false;
        if (!TryNumber(most: 2, out var type) || !TryNumber(most: 4, out var length))
        {
            IsCut = true;
            return false;
        }

        IsCut = length > _rest.Length;
        Type = type;
        Payload = _rest[..Math.Min(length, _rest.Length)];
        _rest = _rest[Payload.Length..];
        return true;
    }

    /// <summary>A string that says its length in front ([MS-XLSB] 2.5.168); empty when there is none, or no room for it.</summary>
    public static string Text(ReadOnlySpan<byte> from, out ReadOnlySpan<byte> rest)
    {
        rest = [];
        if (from.Length < 4)
            return "";
        var length = BinaryPrimitives.ReadUInt32LittleEndian(from);
        from = from[4..];
        if (length == uint.MaxValue)
        {
            rest = from;
            return "";
        }

        var size = (int)Math.Min((ulong)length * 2, (ulong)from.Length & ~1UL);
        rest = from[size..];
        return Encoding.Unicode.GetString(from[..size]);
    }

    /// <summary>A little-endian number; 0 where the record is too short.</summary>
    public static uint U32(ReadOnlySpan<byte> from, int offset) =>
        offset + 4 <= from.Length ? BinaryPrimitives.ReadUInt32LittleEndian(from[offset..]) : 0;

    private bool TryNumber(int most, out int number)
    {
        number = 0;
        for (var i = 0; i < most; i++)
        {
            if (i >= _rest.Length)
                return false;
            number |= (_rest[i] & SevenBits) << (7 * i);
            if ((_rest[i] & More) == 0 || i + 1 == most)
            {
                _rest = _rest[(i + 1)..];
                return true;
            }
        }

        return false;
    }
}
