using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dlp.Documents.Workers;

/// <summary>Writes what a frame holds: numbers little-endian, strings as their length and UTF-16 code units, which keeps lone surrogates.</summary>
internal sealed class PayloadWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public int Length => _bytes.WrittenCount;

    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    public PayloadWriter Number(int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        _bytes.Write(bytes);
        return this;
    }

    public PayloadWriter Number(long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        _bytes.Write(bytes);
        return this;
    }

    public PayloadWriter String(string? value)
    {
        Number(value?.Length ?? -1);
        return Characters(value);
    }

    public PayloadWriter Text(LocalizedText? value) => String(value?.En).String(value?.Fr);

    public PayloadWriter Characters(ReadOnlySpan<char> text)
    {
        if (BitConverter.IsLittleEndian)
        {
            _bytes.Write(MemoryMarshal.AsBytes(text));
            return this;
        }

        Span<byte> unit = stackalloc byte[sizeof(char)];
        foreach (var character in text)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(unit, character);
            _bytes.Write(unit);
        }

        return this;
    }

    public PayloadWriter Bytes(ReadOnlySpan<byte> bytes)
    {
        _bytes.Write(bytes);
        return this;
    }
}

/// <summary>Reads what a frame holds. Whatever does not fit is an <see cref="InvalidDataException"/>.</summary>
internal ref struct PayloadReader(ReadOnlySpan<byte> payload)
{
    private ReadOnlySpan<byte> _rest = payload;

    public int Number() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public long LongNumber() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    public TEnum Choice<TEnum>()
        where TEnum : struct, Enum
    {
        var value = (TEnum)Enum.ToObject(typeof(TEnum), Number());
        return Enum.IsDefined(value) ? value : throw new InvalidDataException($"there is no such {typeof(TEnum).Name}");
    }

    public string? String()
    {
        var length = Number();
        return length switch
        {
            -1 => null,
            < 0 or > Frames.MaximumPayload => throw new InvalidDataException("a string is too long"),
            _ => Utf16(Take(length * sizeof(char))),
        };
    }

    public LocalizedText? Text() => (String(), String()) is ({ } en, { } fr) ? new(en, fr) : null;

    /// <summary>The rest, as text.</summary>
    public string Characters() => _rest.Length % sizeof(char) == 0 ? Utf16(Rest()) : throw new InvalidDataException("half a character");

    public ReadOnlySpan<byte> Rest() => Take(_rest.Length);

    // Not Encoding.Unicode: it replaces lone surrogates.
    private static string Utf16(ReadOnlySpan<byte> bytes)
    {
        if (BitConverter.IsLittleEndian)
            return new string(MemoryMarshal.Cast<byte, char>(bytes));
        var text = new StringBuilder(bytes.Length / sizeof(char));
        for (; !bytes.IsEmpty; bytes = bytes[sizeof(char)..])
            text.Append((char)BinaryPrimitives.ReadUInt16LittleEndian(bytes));
        return text.ToString();
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length)
            throw new InvalidDataException("a frame ends too early");
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}

/// <summary>The limits as a worker is told them; every property of <see cref="AttachmentOptions"/> goes along.</summary>
[JsonSerializable(typeof(AttachmentOptions))]
internal sealed partial class OptionsJson : JsonSerializerContext
{
    public static byte[] Write(AttachmentOptions options) => JsonSerializer.SerializeToUtf8Bytes(options, Default.AttachmentOptions);

    public static AttachmentOptions Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Default.AttachmentOptions)!;
}
