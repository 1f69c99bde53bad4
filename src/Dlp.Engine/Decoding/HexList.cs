using System.Text;

namespace Dlp.Engine.Decoding;

/// <summary>Bytes in hexadecimal with something between them: <c>41 42 43</c>, <c>41:42:43</c>, <c>0x41, 0x42, 0x43</c>.</summary>
internal static class HexList
{
    /// <summary>Characters of the shortest list.</summary>
    public const int Shortest = (ByteText.Shortest * 3) - 1;

    private const int LongestSeparator = 2;

    /// <summary>Reads the lists between two positions, and tells where the last one that holds text ends; <paramref name="start"/> when none does.</summary>
    public static int Read(ReadOnlySpan<char> text, int start, int end, ref DecodedTextBuilder? builder)
    {
        var read = start;
        for (var at = start; at < end;)
        {
            var (count, stop) = Count(text, at, end);
            if (count >= ByteText.Shortest && TryRead(text, at, count, ref builder) is var listEnd and > 0)
                read = listEnd;
            at = Math.Max(at + 1, stop);
        }

        return read;
    }

    private static (int Bytes, int End) Count(ReadOnlySpan<char> text, int start, int end)
    {
        var (count, last) = (0, start);
        for (var at = start; DigitsAt(text, at, end) is var digits and >= 0; at = AfterSeparator(text, last, end))
        {
            count++;
            last = digits + 2;
        }

        return (count, last);
    }

    private static int TryRead(ReadOnlySpan<char> text, int start, int count, ref DecodedTextBuilder? builder)
    {
        var positions = new int[count * 2];
        var bytes = new byte[count];
        for (var (i, at) = (0, start); i < count; i++)
        {
            var digits = DigitsAt(text, at, text.Length);
            (positions[2 * i], positions[(2 * i) + 1]) = (digits, digits + 1);
            bytes[i] = (byte)((BitReader.HexValue(text[digits]) << 4) | BitReader.HexValue(text[digits + 1]));
            at = AfterSeparator(text, digits + 2, text.Length);
        }

        // "le code de 41 42 …": a word in front of the list can look like a byte of it.
        var first = 0;
        while (first < count && (Rune.DecodeFromUtf8(bytes.AsSpan(first), out var rune, out _) != System.Buffers.OperationStatus.Done || Rune.IsControl(rune)))
            first++;
        if (ByteText.Of(bytes.AsSpan(first)) is not { } form)
            return 0;

        var covered = new TextSpan(StartOf(text, start, positions[2 * first]), positions[^1] + 1);
        builder ??= new DecodedTextBuilder(text.ToString());
        builder.Begin(new EncodedRun(covered, TextEncoding.Hex));
        BaseRun.Append(positions.AsSpan(2 * first), 4, bytes.AsSpan(first), form, builder);
        return covered.End;
    }

    // A pair of digits that stands alone, with or without 0x; -1 when there is none.
    private static int DigitsAt(ReadOnlySpan<char> text, int at, int end)
    {
        if (at + 3 < end && text[at] == '0' && text[at + 1] is 'x' or 'X')
            at += 2;
        return at + 1 < end && char.IsAsciiHexDigit(text[at]) && char.IsAsciiHexDigit(text[at + 1])
            && (at + 2 >= text.Length || !char.IsAsciiLetterOrDigit(text[at + 2])) ? at : -1;
    }

    private static int AfterSeparator(ReadOnlySpan<char> text, int at, int end)
    {
        var start = at;
        while (at < end && at < start + LongestSeparator && SymbolTable.Is(text[at], Symbols.Separator))
            at++;
        return at == start ? end : at;
    }

    private static int StartOf(ReadOnlySpan<char> text, int list, int digits) =>
        digits - 2 >= list && text[digits - 1] is 'x' or 'X' ? digits - 2 : digits;
}
