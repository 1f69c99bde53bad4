using System.Text;

namespace Dlp.Documents.Tests.Mail;

public class TnefReaderTests
{
    private const string Iban = "FR58 9999 9000 420A 7B3C 9D15 K76";

    private static readonly byte[] Winmail =
        new RawTnef().Subject("Résultats").Body("Le virement part à " + Iban).File("donnees.csv", Encoding.UTF8.GetBytes("nom;TK123456")).ToArray();

    [Fact]
    public async Task The_message_and_its_attachments_are_read()
    {
        var parts = await Parts.ReadAsync("winmail.dat", Winmail);

        parts.Named("winmail.dat").LocationOf("Résultats").Should().Be("property: Subject");
        parts.Named("winmail.dat").LocationOf(Iban).Should().Be("body");
        parts.Named("winmail.dat › donnees.csv").Text.Should().Be("nom;TK123456");
        parts.Should().OnlyContain(part => part.Status == PartStatus.Scanned);
    }

    [Fact]
    public async Task It_is_read_inside_a_message()
    {
        var message = "From: a@orvalis.example\r\nMIME-Version: 1.0\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Convert.ToBase64String(Winmail);

        (await Parts.ReadAsync("a.eml", Encoding.ASCII.GetBytes(message))).Named("a.eml › winmail.dat › donnees.csv").Text.Should().Contain("TK123456");
    }

    [Fact]
    public async Task One_that_is_cut_keeps_what_stands_before()
    {
        var parts = await Parts.ReadAsync("winmail.dat", Winmail[..^20]);

        parts[0].Status.Should().Be(PartStatus.Partial);
        parts[0].Text.Should().Contain(Iban);
    }
}
