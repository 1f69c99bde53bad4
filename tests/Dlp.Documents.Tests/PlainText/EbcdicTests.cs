using System.Text;
using CsCheck;
using Dlp.Documents.PlainText;

namespace Dlp.Documents.Tests.PlainText;

public class EbcdicTests
{
    private const string French = "Le numéro de sécurité sociale est 1 84 12 76 451 089 46, à verser dès réception.\nMerci de le régler, ça presse.\n";
    private const string English = "PAYROLL 2026-10: SMITH JOHN, account GB33 BUKB 2020 1555 5555 55, amount 4,310.00\nDo not share before Friday.\n";

    [Theory]
    [InlineData(37, English)]
    [InlineData(500, English)]
    [InlineData(1047, English)]
    [InlineData(1140, English)]
    [InlineData(500, French)]
    [InlineData(1148, French)]
    [InlineData(20297, French)]
    [InlineData(1147, French)]
    public async Task A_text_of_a_large_machine_is_read(int page, string text)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetBytes(text);

        var part = await Reading.ReadAsync(bytes);

        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.Should().Be(text);
    }

    [Fact]
    public void New_lines_of_large_machines_end_lines()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(500)!.GetBytes(English);

        TextDecoder.Decode([.. bytes.Select(value => value == 0x25 ? (byte)0x15 : value)]).Should().Be(English);
    }

    [Theory]
    [InlineData(1251, "Номер счёта клиента и пароль не сообщайте никому, пожалуйста")]
    [InlineData(1253, "Ο αριθμός λογαριασμού του πελάτη είναι εμπιστευτικός")]
    [InlineData(932, "顧客の口座番号は社外秘ですので絶対に共有しないでください。よろしくお願いします。")]
    [InlineData(1252, "Éléments à régler dès réception: numéro façade ÀÉÈ, à côté des élèves")]
    public void Other_encodings_are_not_taken_for_it(int page, string text) =>
        Ebcdic.Decode(CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetBytes(text)).Should().BeNull();

    [Fact]
    public void Random_bytes_are_none() => Gen.Byte.Array[32, 400].Sample(bytes => Ebcdic.Decode(bytes) is null);
}
