using System.Buffers.Binary;

namespace Dlp.Documents;

/// <summary>Numbers in binary formats. What lies outside the bytes is 0 or empty: lengths and offsets in hostile files lie.</summary>
internal static class LittleEndian
{
    public static byte ByteAt(this ReadOnlySpan<byte> bytes, int offset) => (uint)offset < (uint)bytes.Length ? bytes[offset] : (byte)0;

    public static ushort UInt16At(this ReadOnlySpan<byte> bytes, int offset) =>
        offset >= 0 && offset <= bytes.Length - sizeof(ushort) ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[offset..]) : (ushort)0;

    public static uint UInt32At(this ReadOnlySpan<byte> bytes, int offset) =>
        offset >= 0 && offset <= bytes.Length - sizeof(uint) ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[offset..]) : 0;

    public static int Int32At(this ReadOnlySpan<byte> bytes, int offset) => (int)bytes.UInt32At(offset);

    public static ulong UInt64At(this ReadOnlySpan<byte> bytes, int offset) =>
        offset >= 0 && offset <= bytes.Length - sizeof(ulong) ? BinaryPrimitives.ReadUInt64LittleEndian(bytes[offset..]) : 0;

    public static double DoubleAt(this ReadOnlySpan<byte> bytes, int offset) => BitConverter.UInt64BitsToDouble(bytes.UInt64At(offset));

    /// <summary>As much of the range as there is.</summary>
    public static ReadOnlySpan<byte> At(this ReadOnlySpan<byte> bytes, long offset, long length)
    {
        if (offset < 0 || offset >= bytes.Length || length <= 0)
            return [];
        return bytes.Slice((int)offset, (int)Math.Min(length, bytes.Length - offset));
    }

    /// <inheritdoc cref="At(ReadOnlySpan{byte}, long, long)"/>
    public static ReadOnlyMemory<byte> At(this ReadOnlyMemory<byte> bytes, long offset, long length)
    {
        if (offset < 0 || offset >= bytes.Length || length <= 0)
            return default;
        return bytes.Slice((int)offset, (int)Math.Min(length, bytes.Length - offset));
    }
}
