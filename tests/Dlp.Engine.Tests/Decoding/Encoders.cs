using System.Globalization;
using System.Net;
using System.Text;
using Dlp.Engine.Decoding;

namespace Dlp.Engine.Tests.Decoding;

/// <summary>Every way of writing a text that is read, as a program would write it.</summary>
internal static class Encoders
{
    public static readonly IReadOnlyList<(string Name, TextEncoding Encoding, Func<string, string> Encode)> All =
    [
        ("base64", TextEncoding.Base64, text => Convert.ToBase64String(Utf8(text))),
        ("base64 without padding", TextEncoding.Base64, text => Convert.ToBase64String(Utf8(text)).TrimEnd('=')),
        ("base64 for addresses", TextEncoding.Base64, text => Convert.ToBase64String(Utf8(text)).Replace('+', '-').Replace('/', '_')),
        ("base64 in lines of 76", TextEncoding.Base64, text => Convert.ToBase64String(Utf8(text), Base64FormattingOptions.InsertLineBreaks)),
        ("base64 in lines of 20", TextEncoding.Base64, text => string.Join("\n  ", Convert.ToBase64String(Utf8(text)).Chunk(20).Select(line => new string(line)))),
        ("base64 of UTF-16", TextEncoding.Base64, text => Convert.ToBase64String(Encoding.Unicode.GetBytes(text))),
        ("hex", TextEncoding.Hex, text => Convert.ToHexStringLower(Utf8(text))),
        ("hex after 0x", TextEncoding.Hex, text => "0x" + Convert.ToHexString(Utf8(text))),
        ("hex pairs", TextEncoding.Hex, text => Joined(" ", "", text)),
        ("hex pairs with colons", TextEncoding.Hex, text => Joined(":", "", text)),
        ("hex in an array", TextEncoding.Hex, text => Joined(", ", "0x", text)),
        ("percent, all of it", TextEncoding.Percent, text => Joined("", "%", text)),
        ("percent", TextEncoding.Percent, Uri.EscapeDataString),
        ("entities, decimal", TextEncoding.HtmlEntity, text => string.Concat(text.EnumerateRunes().Select(rune => $"&#{rune.Value};"))),
        ("entities, hexadecimal", TextEncoding.HtmlEntity, text => string.Concat(text.EnumerateRunes().Select(rune => $"&#x{rune.Value:X};"))),
        ("entities, as few as needed", TextEncoding.HtmlEntity, WebUtility.HtmlEncode),
        ("JSON", TextEncoding.Escape, text => string.Concat(text.Select(unit => $@"\u{(int)unit:x4}"))),
        ("braces", TextEncoding.Escape, text => string.Concat(text.EnumerateRunes().Select(rune => $@"\u{{{rune.Value:x}}}"))),
        ("eight digits", TextEncoding.Escape, text => string.Concat(text.EnumerateRunes().Select(rune => $@"\U{rune.Value:x8}"))),
        ("bytes of a string literal", TextEncoding.Escape, text => Joined("", @"\x", text)),
        ("quoted-printable, all of it", TextEncoding.QuotedPrintable, text => Joined("", "=", text)),
        ("quoted-printable", TextEncoding.QuotedPrintable, QuotedPrintable),
    ];

    private static string QuotedPrintable(string text)
    {
        var line = string.Concat(Utf8(text).Select(value => value is < 0x20 or (byte)'=' or > 0x7E ? $"={value:X2}" : ((char)value).ToString()));
        return string.Join("=\r\n", line.Split(' ').Chunk(6).Select(words => string.Join(' ', words) + " ")).TrimEnd();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Joined(string separator, string prefix, string text) =>
        string.Join(separator, Utf8(text).Select(value => prefix + value.ToString("X2", CultureInfo.InvariantCulture)));
}
