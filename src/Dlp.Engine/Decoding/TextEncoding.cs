namespace Dlp.Engine.Decoding;

/// <summary>How text can be written so that its reader or a program sees something else.</summary>
public enum TextEncoding
{
    /// <summary>Base64 of RFC 4648, also with the alphabet for addresses, without padding, or broken over lines.</summary>
    Base64,

    /// <summary>Two hexadecimal digits a byte: <c>4142</c>, <c>41 42</c>, <c>0x41, 0x42</c>.</summary>
    Hex,

    /// <summary>Percent-encoding of RFC 3986: <c>%C3%A9</c>.</summary>
    Percent,

    /// <summary>Character references of HTML: <c>&amp;eacute;</c>, <c>&amp;#233;</c>, <c>&amp;#xE9;</c>.</summary>
    HtmlEntity,

    /// <summary>Escapes of programming languages: <c>\u00e9</c>, <c>\u{e9}</c>, <c>\U000000e9</c>, <c>\xc3\xa9</c>.</summary>
    Escape,

    /// <summary>Quoted-printable of RFC 2045: <c>=C3=A9</c>, and lines that end in <c>=</c>.</summary>
    QuotedPrintable,

    /// <summary>Letters instead of digits that look the same, in a number: <c>4539 l488 O343 6467</c>. Any reader sees it, and no program does.</summary>
    DigitLookAlikes,
}

/// <summary>The names of encodings in traces.</summary>
internal static class TextEncodingNames
{
    extension(TextEncoding encoding)
    {
        /// <summary>As in the answers of the API: <c>quotedPrintable</c>.</summary>
        public string WireName => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(encoding.ToString());
    }
}
