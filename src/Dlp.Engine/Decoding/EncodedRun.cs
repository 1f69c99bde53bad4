namespace Dlp.Engine.Decoding;

/// <summary>A stretch of text in one encoding, without a character in the clear.</summary>
/// <param name="Span">Where it stands in the text that was decoded.</param>
/// <param name="Encoding">How it is written.</param>
internal readonly record struct EncodedRun(TextSpan Span, TextEncoding Encoding)
{
    /// <summary>Longest run that is reported and replaced as a whole: nobody can read a part of it, nor take one out. A longer one is a file, not a word.</summary>
    public const int LongestWhole = 1 << 13;

    /// <summary>Whether a part of the run makes no sense to its reader.</summary>
    public bool IsWhole => Encoding is TextEncoding.Base64 or TextEncoding.Hex && Span.Length <= LongestWhole;
}
