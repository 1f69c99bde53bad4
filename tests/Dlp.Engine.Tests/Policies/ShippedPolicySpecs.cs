using Dlp.Engine.Policies;

namespace Dlp.Engine.Tests.Policies;

/// <summary>What the policy that is shipped makes of each kind of thing.</summary>
public class ShippedPolicySpecs
{
    private const string Iban = "My IBAN: FR76 3000 4012 3456 7890 1234 518";

    [Theory]
    [InlineData("Merci à tous, belle soirée !", Audience.Public, Verdict.Allow)]
    [InlineData("Write to jean.dupont@northwind-mail.fr", Audience.Public, Verdict.Allow)]
    [InlineData("Appelez-moi au 01 99 00 20 38", Audience.Public, Verdict.Allow)]
    [InlineData("anna.b@northwind-mail.fr, carl.d@northwind-mail.fr, eva.f@northwind-mail.fr", Audience.Public, Verdict.Warn)]
    [InlineData("anna.b@northwind-mail.fr, anna.b@northwind-mail.fr, Anna.B@northwind-mail.fr", Audience.Public, Verdict.Allow)]
    [InlineData("anna.b@northwind-mail.fr, carl.d@northwind-mail.fr, eva.f@northwind-mail.fr", Audience.Internal, Verdict.Warn)]
    [InlineData(Iban, Audience.Public, Verdict.Block)]
    [InlineData(Iban, Audience.Internal, Verdict.Justify)]
    [InlineData(Iban, Audience.Direct, Verdict.Justify)]
    [InlineData(Iban, Audience.Ai, Verdict.Justify)]
    [InlineData("SIREN 732 829 320", Audience.Public, Verdict.Allow)]
    [InlineData("TLP:RED do not forward", Audience.Public, Verdict.Justify)]
    public void Each_kind_of_thing_has_its_verdict(string text, Audience audience, Verdict verdict) =>
        ShippedRules.RuleSet.Scan(text, TestRules.Options() with { Destination = new Destination("linkedin.com", audience) }).Verdict.Should().Be(verdict);

    [Theory]
    [InlineData(Audience.Public)]
    [InlineData(Audience.Internal)]
    [InlineData(Audience.Ai)]
    public void A_key_is_blocked_wherever_it_is_posted(Audience audience) =>
        ShippedRules.RuleSet.Scan("aws_access_key_id = " + "AKIA" + "Q3EGRWLX7T2N4PVB", TestRules.Options() with { Destination = new Destination(Audience: audience) })
            .Verdict.Should().Be(Verdict.Block);

    [Theory]
    [InlineData(PartStatus.Partial, UnreadCause.None, Verdict.Warn)]
    [InlineData(PartStatus.Unreadable, UnreadCause.None, Verdict.Warn)]
    [InlineData(PartStatus.Encrypted, UnreadCause.None, Verdict.Warn)]
    [InlineData(PartStatus.TooLarge, UnreadCause.None, Verdict.Warn)]
    [InlineData(PartStatus.Unsupported, UnreadCause.None, Verdict.Warn)]
    [InlineData(PartStatus.Partial, UnreadCause.NoOcr, Verdict.Allow)]
    [InlineData(PartStatus.Unsupported, UnreadCause.AudioOrVideo, Verdict.Allow)]
    public void What_was_not_read_is_warned_of_unless_no_scanner_of_text_could(PartStatus status, UnreadCause cause, Verdict verdict) =>
        ShippedRules.RuleSet.Scan([new DraftPart("a.bin", DraftPartKind.Attachment, "") { Status = status, Cause = cause }]).Verdict.Should().Be(verdict);
}
