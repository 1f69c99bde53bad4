using System.Buffers;

namespace Dlp.Engine.Decoding;

/// <summary>Reads runs of base16 and base64 (RFC 4648), and takes those that hold text.</summary>
internal static class BaseRun
{
    /// <summary>Fewest symbols of a run: twelve bytes of base64, eight of hexadecimal.</summary>
    public const int Shortest = 16;

    // A beginning that is no text spares the decoding of the rest.
    private const int Beginning = 32;
    private const int OnStack = 512;

    /// <summary>Decodes a run into the builder; false, and nothing is appended, when it holds no text.</summary>
    /// <param name="text">The text that it stands in.</param>
    /// <param name="symbols">From its first symbol to its last; what is no symbol of base64 (line breaks) is passed over.</param>
    /// <param name="covered">The run with its prefix and padding.</param>
    /// <param name="builder">Made when there is something to append.</param>
    public static bool TryRead(string text, TextSpan symbols, TextSpan covered, ref DecodedTextBuilder? builder)
    {
        var rented = symbols.Length > OnStack ? ArrayPool<byte>.Shared.Rent(symbols.Length * 2) : null;
        var buffer = rented ?? stackalloc byte[OnStack * 2];
        var values = buffer[..symbols.Length];
        var bytes = buffer[symbols.Length..];
        var read = IsHex(text.AsSpan(symbols.Start, symbols.Length)) && TryRead(text, symbols, covered, 4, values, bytes, ref builder)
            || TryRead(text, symbols, covered, 6, values, bytes, ref builder);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        return read;
    }

    /// <summary>The value of a symbol of base64.</summary>
    public static byte Sextet(char symbol) => (byte)(symbol switch
    {
        >= 'A' and <= 'Z' => symbol - 'A',
        >= 'a' and <= 'z' => symbol - 'a' + 26,
        >= '0' and <= '9' => symbol - '0' + 52,
        '+' or '-' => 62,
        _ => 63,
    });

    /// <summary>The value of a hexadecimal digit.</summary>
    public static byte Nibble(char digit) => (byte)(digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);

    private static bool IsHex(ReadOnlySpan<char> run)
    {
        var digits = 0;
        foreach (var character in run)
        {
            if (SymbolTable.Is(character, Symbols.Hex))
                digits++;
            else if (SymbolTable.Is(character, Symbols.Base64))
                return false;
        }

        return digits % 2 == 0;
    }

    private static bool TryRead(string text, TextSpan symbols, TextSpan covered, int bits, Span<byte> values, Span<byte> bytes, ref DecodedTextBuilder? builder)
    {
        var count = 0;
        for (var i = symbols.Start; i < symbols.End; i++)
        {
            if (SymbolTable.Is(text[i], Symbols.Base64))
                values[count++] = bits == 4 ? Nibble(text[i]) : Sextet(text[i]);
        }

        if (count < Shortest)
            return false;

        // A run at the very start of a window may have begun before it, at any of the symbols of a group.
        for (var phase = 0; phase < (symbols.Start > 0 ? 1 : bits == 4 ? 2 : 4); phase++)
        {
            var whole = values[phase..count];
            if (ByteText.Of(bytes[..Decode(whole[..Math.Min(whole.Length, Beginning * 8 / bits)], bits, bytes)]) is null)
                continue;
            var length = Decode(whole, bits, bytes);
            if (ByteText.Of(bytes[..length]) is not { } form)
                continue;
            builder ??= new DecodedTextBuilder(text);
            builder.Begin(new EncodedRun(covered, bits == 4 ? TextEncoding.Hex : TextEncoding.Base64));
            Append(PositionsOf(text, symbols, count).AsSpan(phase), bits, bytes[..length], form, builder);
            return true;
        }

        return false;
    }

    /// <summary>Appends the text that bytes hold, each character mapped to the symbols that it came from.</summary>
    /// <param name="positions">Where each symbol stands.</param>
    /// <param name="bits">Bits a symbol: 4 or 6.</param>
    /// <param name="bytes">What the symbols decode to.</param>
    /// <param name="form">How the bytes are read.</param>
    /// <param name="builder">Takes the text.</param>
    public static void Append(ReadOnlySpan<int> positions, int bits, ReadOnlySpan<byte> bytes, ByteText form, DecodedTextBuilder builder)
    {
        Span<char> units = stackalloc char[2];
        for (var at = form.Start; at < form.End;)
        {
            var used = form.Read(bytes, at, units, out var written);
            builder.Append(units[..written], positions[at * 8 / bits], positions[(((at + used) * 8) - 1) / bits] + 1);
            at += used;
        }
    }

    /// <summary>The whole bytes that symbol values make; tells how many.</summary>
    public static int Decode(ReadOnlySpan<byte> values, int bits, Span<byte> bytes)
    {
        var (length, pending, held) = (0, 0u, 0);
        foreach (var value in values)
        {
            pending = (pending << bits) | value;
            held += bits;
            if (held < 8)
                continue;
            held -= 8;
            bytes[length++] = (byte)(pending >> held);
        }

        return length;
    }

    private static int[] PositionsOf(string text, TextSpan symbols, int count)
    {
        var positions = new int[count];
        for (var (i, next) = (symbols.Start, 0); next < count; i++)
        {
            if (SymbolTable.Is(text[i], Symbols.Base64))
                positions[next++] = i;
        }

        return positions;
    }
}
