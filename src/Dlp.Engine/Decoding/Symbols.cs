namespace Dlp.Engine.Decoding;

/// <summary>What a character is to an encoding.</summary>
[Flags]
internal enum Symbols : byte
{
    None = 0,

    /// <summary>A symbol of base64, in either alphabet of RFC 4648.</summary>
    Base64 = 1,

    /// <summary>A hexadecimal digit.</summary>
    Hex = 2,

    /// <summary>What stands in a list of bytes written in hexadecimal: digits, <c>0x</c>, separators.</summary>
    HexList = 4,

    /// <summary>What stands between two bytes of such a list.</summary>
    Separator = 8,

    /// <summary>A symbol that one alphabet of base64 has and the other has not, and that also joins words.</summary>
    Joint = 16,
}

/// <summary>Finds stretches of symbols without looking at every character.</summary>
internal static class SymbolTable
{
    private static readonly Symbols[] Table = Build();

    public static bool Is(char character, Symbols symbols) => character < 128 && (Table[character] & symbols) != Symbols.None;

    /// <summary>The start of the next stretch of so many symbols or more at or after a position; the length of the text when there is none.</summary>
    public static int NextRun(ReadOnlySpan<char> text, int from, int least, Symbols symbols)
    {
        // Only a character that ends a stretch tells where the next may start, so the last that it must hold is looked at first.
        for (var last = from + least - 1; last < text.Length; last = from + least - 1)
        {
            var at = last;
            while (at >= from && Is(text[at], symbols))
                at--;
            if (at < from)
                return from;
            from = at + 1;
        }

        return text.Length;
    }

    /// <summary>Where a stretch of symbols ends.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int from, Symbols symbols)
    {
        while (from < text.Length && Is(text[from], symbols))
            from++;
        return from;
    }

    private static Symbols[] Build()
    {
        var table = new Symbols[128];
        for (var character = '\0'; character < 128; character++)
        {
            var symbols = Symbols.None;
            if (char.IsAsciiLetterOrDigit(character) || "+/-_".Contains(character))
                symbols |= Symbols.Base64;
            if ("+/-_".Contains(character))
                symbols |= Symbols.Joint;
            if (char.IsAsciiHexDigit(character))
                symbols |= Symbols.Hex | Symbols.HexList;
            if (" \t\r\n,:;-".Contains(character))
                symbols |= Symbols.Separator | Symbols.HexList;
            if (character is 'x' or 'X')
                symbols |= Symbols.HexList;
            table[character] = symbols;
        }

        return table;
    }
}
