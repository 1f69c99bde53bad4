using System.Text;
using CsCheck;
using Dlp.Documents.PlainText;

namespace Dlp.Documents.Tests.PlainText;

public class Utf7Tests
{
    [Theory]
    [InlineData("Hi Mom -+Jjo--!", "Hi Mom -\u263A-!")] // The examples of RFC 2152.
    [InlineData("A+ImIDkQ.", "A\u2262\u0391.")]
    [InlineData("+ZeVnLIqe", "\u65E5\u672C\u8A9E")]
    [InlineData("1 +- 1", "1 + 1")]
    [InlineData("d+AOk-j+AOA", "déjà")]
    [InlineData("IBAN +AEYAUgA3ADY-", "IBAN FR76")]
    [InlineData("cut +AO", "cut ")]
    public void What_is_declared_is_read(string bytes, string text)
    {
        TextDecoder.Decode(Encoding.ASCII.GetBytes(bytes), "UTF-7").Should().Be(text);
        TextDecoder.Decode(Encoding.ASCII.GetBytes(bytes), "unicode-1-1-utf-7").Should().Be(text);
        TextDecoder.Decode(Encoding.ASCII.GetBytes(bytes)).Should().Be(bytes, "any ASCII text might be it");
    }

    [Fact]
    public async Task A_file_with_its_mark_is_read() =>
        (await Reading.ReadAsync("+/v8-Num+AOk-ro de compte +AEYAUgA3ADY-"u8.ToArray())).Text.Should().Be("Numéro de compte FR76");

    [Fact]
    public async Task A_mail_that_declares_it_is_read() =>
        (await Reading.ReadAsync("From: a@b.example\r\nContent-Type: text/plain; charset=utf-7\r\nMIME-Version: 1.0\r\n\r\nLe num+AOk-ro\r\n"u8.ToArray())).Text.Should().Contain("Le numéro");

    [Fact]
    public void It_ends_whatever_is_declared_so() => Gen.Byte.Array[0, 60].Sample(bytes => TextDecoder.Decode(bytes, "utf-7").Length <= bytes.Length * 2);
}
