using System.Text;

namespace Dlp.Documents;

/// <summary>Windows code pages, as the formats of old number them.</summary>
internal static class CodePage
{
    public const int Western = 1252;

    /// <summary>The encoding of a code page; windows-1252 for one that does not exist.</summary>
    public static Encoding Of(int codePage)
    {
        try
        {
            return codePage switch
            {
                0 => CodePagesEncodingProvider.Instance.GetEncoding(Western)!,
                1200 => Encoding.Unicode,
                1201 => Encoding.BigEndianUnicode,
                65001 => Encoding.UTF8,
                20127 => Encoding.Latin1,
                28591 => Encoding.Latin1,
                _ => CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Of(0),
            };
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return Of(0);
        }
    }

    /// <summary>The text up to the first NUL.</summary>
    public static string ReadTerminated(ReadOnlySpan<byte> bytes, int codePage)
    {
        var text = Of(codePage).GetString(bytes);
        var end = text.IndexOf('\0', StringComparison.Ordinal);
        return end < 0 ? text : text[..end];
    }
}
