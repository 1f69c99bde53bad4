using System.Text;
using UtfUnknown;

namespace Dlp.Documents.PlainText;

/// <summary>
/// Encodings from before Unicode. Accented letters of Western languages stand alone between ASCII letters; where they do, the page is chosen by
/// its letters, for detectors take a short French text for anything. Other scripts are told by UTF.Unknown.
/// </summary>
internal static class LegacyCharset
{
    /// <summary>The detector's verdict does not change after this.</summary>
    private const int SampleLength = 256 * 1024;

    /// <summary>Share of lone bytes above 0x7F from which a text is written in Latin letters.</summary>
    private const double LatinFrom = 0.6;

    private const double SureOfScript = 0.3;
    private const double SureOfLatin = 0.6;

    private const string WesternLetters = "éèàçêôûùîâëïüœæñáíóúöäßåøãõÉÈÀÇÊÔÛÙÎÂËÏÜŒÆÑÁÍÓÚÖÄÅØÃÕ";
    private const string WesternSigns = "«»’‘“”„–—…€£§°ºª·•©®™¿¡²³½¼±×\u00A0\u202F";

    static LegacyCharset() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly Encoding Dos = CodePagesEncodingProvider.Instance.GetEncoding(850)!;
    private static readonly Encoding Macintosh = CodePagesEncodingProvider.Instance.GetEncoding(10000)!;

    /// <summary>The encoding of that name; null when there is none.</summary>
    public static Encoding? Named(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The encoding that a file declares, as browsers understand the name (WHATWG Encoding Standard, 4.2); null for Unicode's, which is proven by the bytes.</summary>
    public static Encoding? Declared(string? name)
    {
        if (name is null || Named(name.Trim(' ', '"', '\'')) is not { } encoding)
            return null;
        return encoding.CodePage switch
        {
            20127 or 28591 => Windows1252,
            28599 => Named("windows-1254"),
            936 or 20936 => Named("gb18030"),
            949 or 51949 => CodePagesEncodingProvider.Instance.GetEncoding(949),
            65001 or 1200 or 1201 or 12000 or 12001 => null,
            _ => encoding,
        };
    }

    /// <summary>The text in the encoding that fits best.</summary>
    /// <param name="bytes">The text as it is stored; not UTF-8.</param>
    /// <param name="western">The same, read as windows-1252.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string western)
    {
        var first = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
        var sample = bytes[Math.Max(0, first - 1000)..];
        sample = sample[..Math.Min(sample.Length, SampleLength)];
        if (LoneShare(sample) >= LatinFrom)
            return DecodeLatin(bytes, sample, western);
        if (Detect(sample, SureOfScript) is not { } encoding)
            return western;
        return TextDecoder.Strict(encoding, bytes) ?? (IsMultibyte(encoding) ? western : encoding.GetString(bytes));
    }

    private static string DecodeLatin(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> sample, string western)
    {
        var best = Windows1252;
        var bestFit = WesternFit(Windows1252.GetString(sample));
        foreach (var page in (Encoding[])[Dos, Macintosh])
        {
            if (WesternFit(page.GetString(sample)) is var fit && fit > bestFit)
                (best, bestFit) = (page, fit);
        }

        // Central European, Baltic and Turkish pages differ from the Western one in letters which Western texts do not have.
        if (bestFit < 0.8 && Detect(sample, SureOfLatin) is { } other && !IsMultibyte(other))
            best = other;
        return ReferenceEquals(best, Windows1252) ? western : best.GetString(bytes);
    }

    private static Encoding? Detect(ReadOnlySpan<byte> sample, double sure)
    {
        try
        {
            var found = CharsetDetector.DetectFromBytes(sample).Detected;
            return found is { Encoding: { } encoding } && found.Confidence >= sure ? Declared(encoding.WebName) : null;
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or OperationCanceledException))
        {
            // The detector is a guess: without it, windows-1252.
            return null;
        }
    }

    private static bool IsMultibyte(Encoding encoding) => !encoding.IsSingleByte;

    /// <summary>Share of the bytes above 0x7F that stand between two below.</summary>
    private static double LoneShare(ReadOnlySpan<byte> bytes)
    {
        int high = 0, lone = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
                continue;
            high++;
            lone += (i == 0 || bytes[i - 1] < 0x80) && (i + 1 == bytes.Length || bytes[i + 1] < 0x80) ? 1 : 0;
        }

        return high == 0 ? 1 : (double)lone / high;
    }

    /// <summary>Share of the characters beyond ASCII that are where a Western text has them: letters in words, signs outside.</summary>
    private static double WesternFit(string text)
    {
        int beyond = 0, fits = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < '\u0080')
                continue;
            beyond++;
            var inWord = i > 0 && i + 1 < text.Length && char.IsAsciiLetter(text[i - 1]) && char.IsAsciiLetter(text[i + 1]);
            var isCapitalInWord = i > 0 && char.IsAsciiLetterLower(text[i - 1]) && char.IsUpper(text[i]);
            fits += (WesternLetters.Contains(text[i], StringComparison.Ordinal) && !isCapitalInWord)
                || (WesternSigns.Contains(text[i], StringComparison.Ordinal) && (!inWord || text[i] is '’' or '–' or '·')) ? 1 : 0;
        }

        return beyond == 0 ? 1 : (double)fits / beyond;
    }
}
