using System.Text;
using CsCheck;
using Dlp.Documents.PlainText;

namespace Dlp.Documents.Tests.PlainText;

public class TextDecoderTests
{
    private const string French = "Numéro de sécurité sociale : 1 84 12 76 451 089 46, l’été « à Noël »\r\n";

    private static readonly UTF32Encoding BigEndianUtf32 = new(bigEndian: true, byteOrderMark: true);

    private static readonly Encoding[] Unicode = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, BigEndianUtf32];

    private static readonly Gen<string> AnyText = Gen.Int[0, 0x10FFFF]
        .Where(Rune.IsValid)
        .Select(codePoint => new Rune(codePoint).ToString())
        .Array[0, 60]
        .Select(string.Concat);

    [Fact]
    public void Any_text_with_a_byte_order_mark_is_decoded_exactly() =>

        // A NUL first makes the mark of UTF-16 that of UTF-32, with which some texts are valid.
        AnyText.Where(text => !text.StartsWith('\0')).Sample(text =>
            Unicode.All(encoding => string.Equals(TextDecoder.Decode([.. encoding.Preamble, .. encoding.GetBytes(text)]), text, StringComparison.Ordinal)));

    [Fact]
    public void Any_text_in_utf_8_is_decoded_exactly_without_a_mark() =>
        AnyText.Where(text => OddCharacters.Count(text) == 0 && !text.StartsWith('\uFEFF'))
            .Sample(text => string.Equals(TextDecoder.Decode(Encoding.UTF8.GetBytes(text)), text, StringComparison.Ordinal));

    [Fact]
    public void A_text_is_decoded_without_a_mark_in_every_unicode_encoding()
    {
        using var scope = new AssertionScope();
        foreach (var encoding in Unicode)
        {
            foreach (var text in new[] { French, "x", "IBAN", "Номер телефона +33 6 12 34 56 78", "ok\n", "{\"amount\": 12.50}" })
                TextDecoder.Decode(encoding.GetBytes(text)).Should().Be(text, encoding.WebName);
        }
    }

    [Fact]
    public void Any_western_text_in_windows_1252_is_decoded_exactly()
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        TextDecoder.Decode(encoding.GetBytes(French + "€ œ – …")).Should().Be(French + "€ œ – …");
    }

    [Fact]
    public void A_stray_byte_does_not_turn_the_rest_of_a_utf_8_text_into_another_encoding()
    {
        byte[] log = [.. Encoding.UTF8.GetBytes(French), 0xE9, (byte)'\n', .. Encoding.UTF8.GetBytes(French)];

        TextDecoder.Decode(log).Should().Be(French + "é\n" + French);
    }

    [Fact]
    public void A_nul_put_into_a_text_does_not_hide_it()
    {
        using var scope = new AssertionScope();
        foreach (var text in new[] { "1 84 12 76\0 451 089 46", "IBAN FR58 9999 9000 420A 7B3C 9D15 K76\0", "\0password=hunter2" })
            TextDecoder.Decode(Encoding.ASCII.GetBytes(text)).Should().Be(text);
    }

    [Fact]
    public void A_text_that_lost_its_last_byte_is_still_read()
    {
        using var scope = new AssertionScope();
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
            TextDecoder.Decode(encoding.GetBytes(French).AsSpan()[..^1]).Should().StartWith(French[..^2], encoding.WebName);
    }

    [Fact]
    public void No_bytes_make_it_throw() => Gen.Byte.Array[0, 300].Sample(bytes => TextDecoder.Decode(bytes) is not null);
}
