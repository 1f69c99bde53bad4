using System.Text;
using Dlp.Documents.PlainText;

namespace Dlp.Documents.Tests.PlainText;

public class LegacyCharsetTests
{
    private const string French = "Numéro de sécurité sociale de l'élève : 1 84 12 76 451 089 46. Où est passé le relevé d'identité bancaire, à Noël ? Ça dépend.";
    private const string Russian = "Номер паспорта указан в договоре. Просим перевести деньги на счёт компании до конца месяца, подробности в приложении.";
    private const string Greek = "Ο αριθμός φορολογικού μητρώου αναγράφεται στη σύμβαση. Παρακαλούμε να μεταφέρετε τα χρήματα στον λογαριασμό της εταιρείας.";
    private const string Japanese = "口座番号は契約書に記載されています。月末までに会社の口座へ送金してください。詳細は添付ファイルをご覧ください。";
    private const string Chinese = "账户号码写在合同里。请在月底之前把钱汇到公司的账户。详细情况请看附件。";
    private const string Taiwanese = "帳戶號碼寫在合約裡。請在月底之前把錢匯到公司的帳戶。詳細情況請看附件。";
    private const string Korean = "계좌번호는 계약서에 적혀 있습니다. 월말까지 회사 계좌로 송금해 주십시오. 자세한 내용은 첨부 파일을 보십시오.";
    private const string Polish = "Numer rachunku znajduje się w umowie. Prosimy o przesłanie pieniędzy na konto spółki do końca miesiąca, szczegóły w załączniku. Zażółć gęślą jaźń. Łódź, Kraków, więcej później, ponieważ właśnie tak być może.";
    private const string Hebrew = "מספר החשבון מופיע בחוזה. נא להעביר את הכסף לחשבון החברה עד סוף החודש, הפרטים בקובץ המצורף.";

    public static TheoryData<string, string> Texts { get; } = new()
    {
        { "windows-1252", French },
        { "iso-8859-1", French },
        { "ibm850", French },
        { "ibm437", French },
        { "macintosh", French },
        { "windows-1251", Russian },
        { "koi8-r", Russian },
        { "cp866", Russian },
        { "iso-8859-5", Russian },
        { "windows-1253", Greek },
        { "iso-8859-7", Greek },
        { "shift_jis", Japanese },
        { "euc-jp", Japanese },
        { "iso-2022-jp", Japanese },
        { "gb18030", Chinese },
        { "big5", Taiwanese },
        { "euc-kr", Korean },
        { "windows-1250", Polish },
        { "iso-8859-2", Polish },
        { "windows-1255", Hebrew },
        { "utf-16", Russian },
        { "utf-16", Japanese },
        { "utf-16", Chinese },
        { "utf-16", Korean },
        { "utf-16", Hebrew },
        { "utf-16", French },
        { "utf-32", Chinese },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_is_read_in_the_encoding_that_it_was_written_in(string name, string text) =>
        TextDecoder.Decode(Of(name).GetBytes(text)).Should().Be(text);

    [Theory]
    [InlineData("é")]
    [InlineData("Noël")]
    [InlineData("payé 120 €")]
    [InlineData("déjà vu, à l’été « doux »")]
    [InlineData("RÉSUMÉ")]
    public void A_short_western_text_is_windows_1252(string text) => TextDecoder.Decode(Of("windows-1252").GetBytes(text)).Should().Be(text);

    [Theory]
    [InlineData("koi8-r", "Да")]
    [InlineData("shift_jis", "口座")]
    [InlineData("iso-8859-1", "Noël")]
    public void The_declared_encoding_is_believed_where_nothing_speaks_against_it(string name, string text) =>
        TextDecoder.Decode(Of(name).GetBytes(text), name).Should().Be(text);

    [Fact]
    public void A_declared_encoding_that_the_bytes_prove_wrong_is_not_believed() =>
        TextDecoder.Decode(Encoding.UTF8.GetBytes(French), "windows-1251").Should().Be(French);

    [Theory]
    [InlineData("no-such-charset")]
    [InlineData("utf-7")]
    [InlineData("")]
    public void An_unknown_name_declares_nothing(string name) => TextDecoder.Decode(Of("windows-1252").GetBytes(French), name).Should().Be(French);

    [Fact]
    public void Short_binary_data_hardly_ever_passes_for_utf_16()
    {
        var random = new Random(11);
        var bytes = new byte[8];
        var passed = 0;
        for (var i = 0; i < 20_000; i++)
        {
            random.NextBytes(bytes);
            passed += WideText.Decode(bytes) is null ? 0 : 1;
        }

        passed.Should().BeLessThan(20);
    }

    [Fact]
    public void Tables_of_numbers_are_not_utf_16()
    {
        var table = Enumerable.Range(0, 500).SelectMany(i => BitConverter.GetBytes((ushort)(i * 37))).ToArray();

        WideText.Decode(table).Should().BeNull();
    }

    private static Encoding Of(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
}
