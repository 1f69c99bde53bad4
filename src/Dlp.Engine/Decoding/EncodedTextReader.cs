using System.Buffers;

namespace Dlp.Engine.Decoding;

/// <summary>
/// Finds what is encoded in a text and reads it, in one pass whose cost per character is bounded, and without allocating when there is
/// nothing. Whatever decodes to something else than text (a picture, a key, a hash) is left as it is.
/// </summary>
internal ref struct EncodedTextReader
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("%&\\=");

    private readonly ReadOnlySpan<char> _text;
    private LineRuns _lineRuns;
    private DecodedTextBuilder? _builder;
    private int _lastEscapeEnd = -1;

    private readonly bool _holdsRuns;

    private EncodedTextReader(ReadOnlySpan<char> text, bool holdsRuns)
    {
        _text = text;
        _holdsRuns = holdsRuns;
        _lineRuns = new LineRuns(text);
    }

    /// <summary>The stretches of a text that hold something encoded, decoded once; empty when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="holdsRuns">Whether <see cref="BaseRun.Shortest"/> symbols of base64 may stand together in it; looked for when that is not known.</param>
    public static IReadOnlyList<DecodedText> Read(ReadOnlySpan<char> text, bool holdsRuns = true) => new EncodedTextReader(text, holdsRuns).ReadAll() ?? (IReadOnlyList<DecodedText>)[];

    private List<DecodedText>? ReadAll()
    {
        // Each cursor stands at the next place of its kind, and only moves on.
        var (sign, run, list, number) = (-1, -1, -1, new TextSpan(-1, -1));
        for (var at = 0; at < _text.Length;)
        {
            if (sign < at)
                sign = NextSign(at);
            if (run < at)
                run = _holdsRuns ? SymbolTable.NextRun(_text, at, BaseRun.Shortest, Symbols.Base64) : _text.Length;
            if (list < at)
                list = SymbolTable.NextRun(_text, at, HexList.Shortest, Symbols.HexList);
            if (number.Start < at)
                number = DigitLookAlikes.Next(_text, at);
            var next = Math.Min(Math.Min(sign, number.Start), Math.Min(run, list));
            if (next >= _text.Length)
                break;
            at = next == sign ? ReadEscapes(sign)
                : next == number.Start || (next == run && number.Start < SymbolTable.EndOf(_text, run, Symbols.Base64)) ? ReadNumber(number)
                : next == list ? ReadList(ref list, run)
                : ReadRun(run);
        }

        return _builder?.Build();
    }

    private readonly int NextSign(int from)
    {
        while (from < _text.Length && !MayStartEscape(from))
            from = _text[(from + 1)..].IndexOfAny(Signs) is var skipped and >= 0 ? from + 1 + skipped : _text.Length;
        return from;
    }

    private readonly bool MayStartEscape(int at)
    {
        var next = at + 1 < _text.Length ? _text[at + 1] : '\0';
        return _text[at] switch
        {
            '%' => char.IsAsciiHexDigit(next),
            '&' => next == '#' || char.IsAsciiLetter(next),
            '\\' => next is 'u' or 'U' or 'x',
            '=' => next is '\r' or '\n' || char.IsAsciiHexDigitUpper(next),
            _ => false,
        };
    }

    private int ReadEscapes(int at)
    {
        var length = EscapeAt(at, null, out var encoding);
        if (length == 0)
            return at + 1;
        _builder ??= new DecodedTextBuilder(_text.ToString());
        _builder.Begin(new EncodedRun(new TextSpan(at, at + length), encoding));
        EscapeAt(at, _builder, out _);
        return _lastEscapeEnd = at + length;
    }

    private int ReadNumber(TextSpan number)
    {
        _builder ??= new DecodedTextBuilder(_text.ToString());
        DigitLookAlikes.Read(_text, number, _builder);
        return number.End;
    }

    private int ReadRun(int start)
    {
        var end = SymbolTable.EndOf(_text, start, Symbols.Base64);

        // What touches an escape is only whole once that is decoded: the next pass reads it.
        if (start == _lastEscapeEnd || (end < _text.Length && !IsPadding(end) && EscapeAt(end, null, out _) > 0))
            return end;
        return Math.Max(end, _lineRuns.Read(start, end, ref _builder));
    }

    private readonly bool IsPadding(int at) => _text[at] == '=' && !_text[at..].StartsWith("=3D");

    private int ReadList(ref int list, int run)
    {
        var start = list;
        var end = SymbolTable.EndOf(_text, start, Symbols.HexList);
        var read = HexList.Read(_text, start, end, ref _builder);
        if (read > start)
            return read;

        // No list: what it is made of may still be one long run, or have signs in it.
        list = SymbolTable.NextRun(_text, end, HexList.Shortest, Symbols.HexList);
        return run == start ? ReadRun(run) : start + 1;
    }

    private readonly int EscapeAt(int at, DecodedTextBuilder? builder, out TextEncoding encoding)
    {
        (encoding, var length) = _text[at] switch
        {
            '%' => (TextEncoding.Percent, ByteEscapes.Percent.Read(_text, at, builder)),
            '&' => (TextEncoding.HtmlEntity, HtmlEntity.Read(_text, at, builder)),
            '\\' => (TextEncoding.Escape, CodeEscape.Read(_text, at, builder)),
            '=' => (TextEncoding.QuotedPrintable, QuotedPrintable.Read(_text, at, builder)),
            _ => (default, 0),
        };
        return length;
    }
}
