using System.Diagnostics.CodeAnalysis;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Dlp.Documents.Pdf;

/// <summary>Objects of a PDF document, whether they stand in place or are referred to.</summary>
internal static class PdfTokens
{
    public static bool Is<T>(this IToken token, IPdfTokenScanner scanner, [NotNullWhen(true)] out T? found)
        where T : class, IToken => DirectObjectFinder.TryGet(token, scanner, out found) && found is not null;

    public static T? Find<T>(this DictionaryToken dictionary, NameToken key, IPdfTokenScanner scanner)
        where T : class, IToken => dictionary.TryGet(key, out var token) && token.Is<T>(scanner, out var found) ? found : null;

    /// <summary>A text string, or a stream that is one.</summary>
    public static string? Text(this DictionaryToken dictionary, NameToken key, IPdfTokenScanner scanner, ILookupFilterProvider? filters = null) =>
        dictionary.TryGet(key, out var token) ? token.Text(scanner, filters) : null;

    public static string? Text(this IToken token, IPdfTokenScanner scanner, ILookupFilterProvider? filters = null)
    {
        if (token.Is<StringToken>(scanner, out var literal))
            return literal.Data;
        if (token.Is<HexToken>(scanner, out var hex))
            return hex.Data;
        return filters is not null && token.Is<StreamToken>(scanner, out var stream) ? Text(stream.Decode(filters, scanner).Span) : null;
    }

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        return bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? Encoding.UTF8.GetString(bytes[3..]) : Encoding.Latin1.GetString(bytes);
    }
}
