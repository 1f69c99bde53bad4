namespace Dlp.Engine.Decoding;

/// <summary>Reads runs of base16 and base64 (RFC 4648), and takes those that hold text.</summary>
internal static class BaseRun
{
    /// <summary>Fewest symbols of a run: twelve bytes of base64, eight of hexadecimal.</summary>
    public const int Shortest = 16;

    // A beginning that is no text spares the decoding of the rest; of base64 it is long enough to tell UTF-16.
    private const int Beginning = 24;

    /// <summary>Decodes a run into the builder; false, and nothing is appended, when it holds no text.</summary>
    /// <param name="text">The text that it stands in.</param>
    /// <param name="symbols">From its first symbol to its last; what is no symbol of base64 (line breaks) is passed over.</param>
    /// <param name="covered">The run with its prefix and padding.</param>
    /// <param name="builder">Made when there is something to append.</param>
    public static bool TryRead(ReadOnlySpan<char> text, TextSpan symbols, TextSpan covered, ref DecodedTextBuilder? builder) =>
        (IsHex(text[symbols.Start..symbols.End]) && TryRead(text, symbols, covered, 4, ref builder)) || TryRead(text, symbols, covered, 6, ref builder);

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

    private static bool TryRead(ReadOnlySpan<char> text, TextSpan symbols, TextSpan covered, int bits, ref DecodedTextBuilder? builder)
    {
        // A run at the very start of a window may have begun before it, at any of the symbols of a group.
        var phases = symbols.Start > 0 ? 1 : bits == 4 ? 2 : 4;
        for (var phase = 0; phase < phases; phase++)
        {
            if (BeginsAsText(text[(symbols.Start + phase)..symbols.End], bits) && TryRead(text, symbols with { Start = symbols.Start + phase }, bits, covered, ref builder))
                return true;
        }

        return false;
    }

    private static bool BeginsAsText(ReadOnlySpan<char> run, int bits)
    {
        Span<byte> bytes = stackalloc byte[Beginning];
        var decoder = new BitReader(bits);
        var length = 0;
        for (var (i, symbols) = (0, 0); i < run.Length && symbols < Beginning; i++)
        {
            if (!SymbolTable.Is(run[i], Symbols.Base64))
                continue;
            symbols++;
            if (decoder.Take(run[i]))
                bytes[length++] = decoder.Value;
        }

        return ByteText.Of(bytes[..length]) is not null;
    }

    private static bool TryRead(ReadOnlySpan<char> text, TextSpan symbols, int bits, TextSpan covered, ref DecodedTextBuilder? builder)
    {
        var positions = new int[symbols.Length];
        var bytes = new byte[symbols.Length];
        var decoder = new BitReader(bits);
        var (count, length) = (0, 0);
        for (var i = symbols.Start; i < symbols.End; i++)
        {
            if (!SymbolTable.Is(text[i], Symbols.Base64))
                continue;
            positions[count++] = i;
            if (decoder.Take(text[i]))
                bytes[length++] = decoder.Value;
        }

        if (count < Shortest || ByteText.Of(bytes.AsSpan(0, length)) is not { } form)
            return false;
        builder ??= new DecodedTextBuilder(text.ToString());
        builder.Begin(new EncodedRun(covered, bits == 4 ? TextEncoding.Hex : TextEncoding.Base64));
        Append(positions, bits, bytes, form, builder);
        return true;
    }

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
}
