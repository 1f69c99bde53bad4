using CsCheck;
using Dlp.Documents.Images;

namespace Dlp.Documents.Tests.Images;

public class MisreadingsTests
{
    [Theory]
    [InlineData("sk_ live _bLYRoFM1VuVF", "sk_live_bLYRoFM1VuVF")]
    [InlineData("DB _PASSWORD", "DB_PASSWORD")]
    [InlineData("a _ b", "a _ b")]
    public void A_gap_beside_an_underscore_is_none(string seen, string text) => Misreadings.Mended(seen).Should().Be(text);

    [Theory]
    [InlineData("GBOS QPVC 9783 0896 1554 14 as soon", "GB05 QPVC 9783 0896 1554 14 as soon")]
    [InlineData("GB05 QPVC 9783 O896 I554 14", "GB05 QPVC 9783 0896 1554 14")]
    [InlineData("GB05QPVC9783O896155414", "GB05QPVC97830896155414")]
    [InlineData("IT60 X054 28I1 1O10 0000 0123 456", "IT60 X054 2811 1010 0000 0123 456")]
    [InlineData("DE12 3O27 6353 7534 9820 46, merci", "DE12 3027 6353 7534 9820 46, merci")]
    [InlineData("DE12 3O27 6353 7534 9820 46 MERCI", "DE12 3027 6353 7534 9820 46 MERCI")]
    public void An_account_is_mended_where_its_country_has_digits_or_letters_only(string seen, string text) => Misreadings.Mended(seen).Should().Be(text);

    [Theory]
    [InlineData("FR49 8908 9311 O2U5 8M45 W76T 513", "FR49 8908 9311 02U5 8M45 W76T 513")]
    [InlineData("FR55 4579 4792 5503 2730 U40A 632", "FR55 4579 4792 55Q3 2730 U40A 632")]
    [InlineData("FR63 7030 8109 49X2 2V40 319) 265", "FR63 7030 8109 49X2 2V40 319J 265")]
    [InlineData("FR84 6698 3906 9272 8Y88 4537 980", "FR84 6698 3906 92Z2 8Y88 4537 980")]
    public void A_French_account_is_mended_by_both_of_its_check_digits(string seen, string text) => Misreadings.Mended(seen).Should().Be(text);

    [Theory]
    [InlineData("FR49 8908 9311 02U5 8M45 W76T 514", "wrong digits that look like nothing else")]
    [InlineData("FR49 89O8 9311 02U5 8M45 W76T 514", "a wrong account, misread")]
    [InlineData("XX49 89O8 9311 02U5 8M45 W76T 513", "no country")]
    [InlineData("DE12 3O27 6353 7534 9820 4", "too short")]
    public void What_cannot_have_been_an_account_stays(string seen, string because) => Misreadings.Mended(seen).Should().Be(seen, because);

    [Theory]
    [InlineData("3f1d6beO-d63c-41eS-aeed-2a5399624f2l", "3f1d6be0-d63c-41e5-aeed-2a5399624f21")]
    [InlineData("66505beb-fa62—4d3£-8d03-64e8071861lac", "66505beb-fa62-4d3f-8d03-64e8071861ac")]
    [InlineData("50b48d81-9f4d-4f1e-9045-afd33f1 5fa0d", "50b48d81-9f4d-4f1e-9045-afd33f15fa0d")]
    [InlineData("e55ec2a313d43ba31eela9de4210c01a", "e55ec2a313d43ba31ee1a9de4210c01a")]
    [InlineData("f93a2b0034f0cch24eea6aae07719a0e.", "f93a2b0034f0ccb24eea6aae07719a0e.")]
    [InlineData("1aa7c6c5a1cdO0cef44993e01 8300addf", "1aa7c6c5a1cd0cef44993e018300addf")]
    public void Hexadecimal_digits_are_told_from_what_looks_like_them(string seen, string text) => Misreadings.Mended(seen).Should().Be(text);

    [Theory]
    [InlineData("e55ec2a313d43ba31eela9de4210c01")]
    [InlineData("les libellés des colis oblongs, il se chiffre ici")]
    [InlineData("illisibles_obscssionlissoloshoolis")]
    [InlineData("a faded cafe is a solid base, a safe deed and a filled field")]
    public void What_has_no_such_length_or_other_letters_stays(string seen) => Misreadings.Mended(seen).Should().Be(seen);

    [Theory]
    [InlineData("AKIA3CE3N5414X3UMQ5L.", "AKIA3CE3N54I4X3UMQ5L.")]
    [InlineData("key AKlA3CE3N54I4X3UMQ5L here", "key AKIA3CE3N54I4X3UMQ5L here")]
    [InlineData("AKIA2ZQJLV6QVRD2QJMMS", "AKIA2QJLV6QVRD2QJMMS")]
    [InlineData("Alza-JTe06hEoFWZFHnL2uDh8G8mPRcZhG8N5Sm", "AIza-JTe06hEoFWZFHnL2uDh8G8mPRcZhG8N5Sm")]
    [InlineData("AIzaVAvd3uDB6qmn-cSWWMGX6gWQ - LM4W68rwQo and more", "AIzaVAvd3uDB6qmn-cSWWMGX6gWQ-LM4W68rwQo and more")]
    [InlineData("ghp D6zkDjgcMeyHeKjq9LHCHuJf90eMzTEYtO0J", "ghp_D6zkDjgcMeyHeKjq9LHCHuJf90eMzTEYtO0J")]
    [InlineData("key: sk Live jtI7PSra0ZBS40npIkdza4pE", "key: sk_live_jtI7PSra0ZBS40npIkdza4pE")]
    [InlineData("sk_live tOBMQ7IFZ3sPGBCfkfjE7FHE", "sk_live_tOBMQ7IFZ3sPGBCfkfjE7FHE")]
    [InlineData("ghp_MhwxNzy5DN54MM8 3NrwxK5NWUtSlI2AuH11n ok", "ghp_MhwxNzy5DN54MM83NrwxK5NWUtSlI2AuH11n ok")]
    public void The_beginning_and_the_length_of_a_key_are_those_that_its_issuer_gives_it(string seen, string text) => Misreadings.Mended(seen).Should().Be(text);

    [Theory]
    [InlineData("Alza mountain range")]
    [InlineData("sk live radio programme, pk test")]
    [InlineData("ghp is a word that nobody needs, is it not, and more of them")]
    [InlineData("AKIA3CE3N5414X3UMQ")]
    public void What_has_not_the_length_of_a_key_stays(string seen) => Misreadings.Mended(seen).Should().Be(seen);

    [Fact]
    public void What_is_put_right_stays_as_it_is() => Gen.String[Gen.Char["AKIazlO0 _-F1RSZghp2Qe5|)\né"], 0, 120].Sample(seen =>
    {
        var once = Misreadings.Mended(seen);
        return once.Length <= seen.Length && Misreadings.Mended(once).Length <= once.Length;
    });
}
