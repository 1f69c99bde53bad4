namespace Dlp.Engine.Decoding;

/// <summary>
/// Escapes of quoted-printable (RFC 2045, section 6.7). An equals sign and two digits stand in many a text, so one alone counts only
/// where encoders must write it.
/// </summary>
internal static class QuotedPrintable
{
    /// <summary>Characters of the escapes that follow one another from an equals sign; 0 when there is none.</summary>
    public static int Read(ReadOnlySpan<char> text, int start, DecodedTextBuilder? builder)
    {
        if (SoftBreak(text, start) is var soft and > 0)
            return soft;
        var length = ByteEscapes.Equal.Read(text, start, null);
        if (length == 0 || (length == ByteEscapes.Equal.Width && !MustBeEscaped(text, start)))
            return 0;
        if (builder is not null)
            ByteEscapes.Equal.Read(text, start, builder);
        return length;
    }

    // "=3D" is the equals sign itself; "=E9" within a word is a letter of ISO 8859-1; "=20" ends a line.
    private static bool MustBeEscaped(ReadOnlySpan<char> text, int at)
    {
        var after = at + ByteEscapes.Equal.Width < text.Length ? text[at + ByteEscapes.Equal.Width] : '\n';
        return text[at + 1] is 'C' or 'D' or 'E' or 'F' ? !char.IsAsciiDigit(after) && !char.IsAsciiLetterUpper(after)
            : text.Slice(at + 1, 2) is "3D" || (text.Slice(at + 1, 2) is "20" or "09" && after is '\r' or '\n');
    }

    private static int SoftBreak(ReadOnlySpan<char> text, int start)
    {
        if (start == 0 || text[start - 1] == '=')
            return 0;
        var at = start + 1;
        if (at < text.Length && text[at] == '\r')
            at++;
        return at < text.Length && text[at] == '\n' ? at + 1 - start : 0;
    }
}
