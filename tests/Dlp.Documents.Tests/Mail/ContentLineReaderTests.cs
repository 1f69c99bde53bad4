using System.Text;
using CsCheck;
using Dlp.Documents.Images;

namespace Dlp.Documents.Tests.Mail;

public class ContentLineReaderTests
{
    private static readonly string[] Pieces = ["BEGIN:VEVENT", "A", ";", ":", "=", "\n", " ", "\"", "\\", "ENCODING=B", "QUOTED-PRINTABLE", "data:a/b;base64,", "é", "\0", "=C3", "END:V"];

    [Fact]
    public async Task An_event_is_read_unfolded_and_unescaped()
    {
        var parts = await Parts.ReadAsync("a.ics", Encoding.UTF8.GetBytes(
            "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Comité\r\nBEGIN:VEVENT\r\nSUMMARY:Rachat de Kes\r\n trel\r\nDESCRIPTION:IBAN FR58 9999 9000 420A\\, 7B3C\\nsuite\r\n"
            + "ATTENDEE;CN=\"Jean: Dupont\":mailto:jean@orvalis.example\r\nX-ALT-DESC;FMTTYPE=text/html:<p>un <b>deux</b></p>\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Autre\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"));

        var part = parts.Should().ContainSingle().Subject;
        part.Status.Should().Be(PartStatus.Scanned);
        part.LocationOf("Comité").Should().Be("properties");
        part.LocationOf("Rachat de Kestrel").Should().Be("event 1");
        part.LocationOf("FR58 9999 9000 420A, 7B3C\nsuite").Should().Be("event 1");
        part.LocationOf("Jean: Dupont").Should().Be("event 1");
        part.LocationOf("jean@orvalis.example").Should().Be("event 1");
        part.LocationOf("un deux").Should().Be("event 1");
        part.LocationOf("Autre").Should().Be("event 2");
    }

    [Fact]
    public async Task Files_in_an_event_are_parts()
    {
        var parts = await Parts.ReadAsync("a.ics", Encoding.UTF8.GetBytes(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nATTACH;FMTTYPE=text/csv;ENCODING=BASE64;VALUE=BINARY;X-FILENAME=notes.csv:VEsx\n MjM0NTY=\nATTACH:data:text/plain;base64,VEs2NTQzMjE=\nEND:VEVENT\n"));

        parts.Named("a.ics › notes.csv").Text.Should().Be("TK123456");
        parts.Named("a.ics › data 2.txt").Text.Should().Be("TK654321");
    }

    [Fact]
    public async Task Contacts_of_every_version_are_read()
    {
        var parts = await Parts.ReadAsync("a.vcf", Encoding.UTF8.GetBytes(
            "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Dup=E9r=\r\n=E9;Jean\r\nPHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRg==\r\nEND:VCARD\r\n"
            + "BEGIN:VCARD\r\nVERSION:4.0\r\nitem1.TEL;TYPE=cell:+33 6 12 34 56 78\r\nNOTE:NIR 1 84 12 76 451 089 46\r\nEND:VCARD\r\n"));

        parts.Should().HaveCount(2);
        parts[0].LocationOf("Dupéré;Jean").Should().Be("card 1");
        parts[0].LocationOf("TEL;TYPE=cell: +33 6 12 34 56 78").Should().Be("card 2");
        parts[0].LocationOf("1 84 12 76 451 089 46").Should().Be("card 2");
        parts.Named("a.vcf › photo 1").Said().Should().NotBeNull("it is no whole picture");
    }

    [Fact]
    public async Task Quoted_printable_lines_without_end_are_read()
    {
        var part = await Reading.ReadAsync(Encoding.ASCII.GetBytes("BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE:" + string.Concat(Enumerable.Repeat("a=\n", 1_000_000))));

        part.Text.Should().Contain(new string('a', 1000));
    }

    [Fact]
    public void Nothing_makes_the_reader_throw() =>
        Gen.OneOf(Array.ConvertAll(Pieces, Gen.Const)).Array[0, 40].Sample(
            pieces =>
            {
                var reading = new AttachmentReading(new AttachmentOptions(), new TextRecognition(new OcrOptions()), CancellationToken.None);
                reading.Read("a.ics", Encoding.UTF8.GetBytes("BEGIN:VCALENDAR\n" + string.Concat(pieces)), depth: 0);
                return reading.Parts.All(part => part.State().Status != PartStatus.Unreadable);
            },
            iter: 2000);
}
