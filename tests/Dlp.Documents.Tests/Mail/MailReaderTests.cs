using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CsCheck;
using Dlp.Documents.Images;
using Dlp.Documents.Tests.Archives;

namespace Dlp.Documents.Tests.Mail;

public class MailReaderTests
{
    private const string Head = "From: Léa Morvan <lea@orvalis.example>\r\nTo: jean@partner.example\r\nMIME-Version: 1.0\r\n";
    private const string Iban = "FR58 9999 9000 420A 7B3C 9D15 K76";

    [Fact]
    public async Task Headers_are_read_decoded_each_in_its_place()
    {
        var part = await ReadOneAsync("""
            From: =?utf-8?Q?L=C3=A9a_Morvan?= <lea@orvalis.example>
            To: =?iso-8859-1?Q?Andr=E9?= <andre@partner.example>
            Cc: rh@orvalis.example
            Subject: =?utf-8?B?UsOpc3VsdGF0cw==?= du
             trimestre
            Date: Mon, 2 Mar 2026 10:00:00 +0100
            msip_labels: MSIP_Label_2f1a_Enabled=True;
             MSIP_Label_2f1a_Name=Confidentiel

            corps
            """);

        part.Status.Should().Be(PartStatus.Scanned);
        part.LocationOf("Léa Morvan <lea@orvalis.example>").Should().Be("header: From");
        part.LocationOf("André <andre@partner.example>").Should().Be("header: To");
        part.LocationOf("rh@orvalis.example").Should().Be("header: Cc");
        part.LocationOf("Résultats du trimestre").Should().Be("header: Subject");
        part.LocationOf("2 Mar 2026").Should().Be("header: Date");
        part.LocationOf("MSIP_Label_2f1a_Name=Confidentiel").Should().Be("header: msip_labels");
        part.LocationOf("corps").Should().Be("body");
    }

    [Fact]
    public async Task A_body_is_decoded_from_its_transfer_encoding_and_its_character_set()
    {
        var part = await ReadOneAsync(Head + "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nVirement =E0 FR58 9999 9000 42=\r\n0A 7B3C 9D15 K76\r\n");

        part.LocationOf("Virement à " + Iban).Should().Be("body");
    }

    [Fact]
    public async Task Lines_that_the_mail_program_broke_are_joined()
    {
        var part = await ReadOneAsync(Head + "Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\nIBAN FR58 9999 9000 \r\n420A 7B3C 9D15 K76\r\n");

        part.Text.Should().Contain(Iban);
    }

    [Fact]
    public async Task Words_that_the_mail_program_broke_are_joined_and_quotes_stay_apart()
    {
        var part = await ReadOneAsync(Head + "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\r\n\r\nIBAN FR58 9999 90 \r\n00 420A 7B3C 9D15 K76\r\n>  stuffed \r\n> quote \r\n>> deeper\r\n-- \r\nCamille\r\n");

        part.Text.Should().Contain(Iban).And.Contain(">  stuffedquote\n>> deeper\n-- \nCamille\n");
    }

    [Fact]
    public async Task What_both_alternatives_say_is_found_once_and_what_one_says_alone_is_found()
    {
        var part = await ReadOneAsync(Head + $"""
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            Le virement part à l'IBAN {Iban}
            demain. Seul ici TK111111.
            --b
            Content-Type: text/html; charset=utf-8

            <p>Le virement part à l'IBAN <b>{Iban}</b> demain.</p><p>Seulement là TK222222.</p><!-- caché TK333333 -->
            --b--
            """);

        CountOf(part.Text, Iban).Should().Be(1);
        part.LocationOf("TK111111").Should().Be("body");
        part.LocationOf("TK222222").Should().Be("body (HTML)");
        part.LocationOf("TK333333").Should().Be("body (HTML), comment");
    }

    [Fact]
    public async Task Attachments_and_forwarded_messages_are_parts_with_their_names()
    {
        var parts = await Parts.ReadAsync("a.eml", Encoding.UTF8.GetBytes(Head + $"""
            Content-Type: multipart/mixed; boundary=b

            This is a multi-part message.
            --b
            Content-Type: text/plain

            bonjour
            --b
            Content-Type: application/octet-stream
            Content-Disposition: attachment; filename*=utf-8''donn%C3%A9es.csv
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(Encoding.UTF8.GetBytes("nom;iban\nLéa;" + Iban))}
            --b
            Content-Type: message/rfc822

            From: a@orvalis.example
            Subject: inner
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=c

            --c
            Content-Type: text/plain; name=note.txt
            Content-Disposition: attachment; filename=note.txt

            TK654321
            --c--
            --b
            Content-Type: text/plain

            signature TK777777
            --b--
            """));

        parts.Named("a.eml").LocationOf("TK777777").Should().Be("body");
        parts.Named("a.eml › données.csv").Text.Should().Contain(Iban);
        parts.Named("a.eml › message.eml").LocationOf("inner").Should().Be("header: Subject");
        parts.Named("a.eml › message.eml › note.txt").Text.Should().Contain("TK654321");
        parts.Should().OnlyContain(part => part.Status == PartStatus.Scanned);
    }

    [Fact]
    public async Task A_file_that_calls_itself_text_is_read_as_what_it_is()
    {
        var archive = Convert.ToBase64String(new RawTar().Add("x.txt", Iban).End().ToArray());

        var parts = await Parts.ReadAsync("a.eml", Encoding.UTF8.GetBytes(Head + $"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n{archive}\r\n"));

        parts.Named("x.txt").Text.Should().Be(Iban);
    }

    [Fact]
    public async Task Delivery_reports_are_read_whole()
    {
        var parts = await Parts.ReadAsync("a.eml", Encoding.UTF8.GetBytes(Head + """
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: text/plain

            not delivered
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mail.orvalis.example

            Final-Recipient: rfc822; direction.kestrel@partner.example
            Status: 5.1.1
            --b
            Content-Type: text/rfc822-headers

            Subject: Projet Kestrel
            --b--
            """));

        parts.Should().ContainSingle();
        parts[0].LocationOf("direction.kestrel@partner.example").Should().Be("delivery report");
        parts[0].LocationOf("Projet Kestrel").Should().Be("delivery report");
    }

    [Fact]
    public async Task An_smime_message_that_is_encrypted_is_encrypted_and_its_headers_are_read()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=x", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        var cms = new EnvelopedCms(new ContentInfo(Encoding.UTF8.GetBytes(Iban)));
        cms.Encrypt(new CmsRecipient(certificate));

        var parts = await Parts.ReadAsync("a.eml", Pkcs7("enveloped-data", cms.Encode()));

        parts.Should().HaveCount(2);
        parts[0].Status.Should().Be(PartStatus.Partial);
        parts[0].Text.Should().Contain("Léa Morvan");
        parts.Named("smime.p7m").Status.Should().Be(PartStatus.Encrypted);
    }

    [Fact]
    public async Task An_smime_message_that_is_only_signed_is_read()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=x", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        var cms = new SignedCms(new ContentInfo(Encoding.UTF8.GetBytes("Content-Type: text/plain; charset=utf-8\r\n\r\nIBAN " + Iban)));
        cms.ComputeSignature(new CmsSigner(certificate));

        var parts = await Parts.ReadAsync("a.eml", Pkcs7("signed-data", cms.Encode()));

        parts.Named("smime.p7m").LocationOf(Iban).Should().Be("body");
        parts.Should().OnlyContain(part => part.Status == PartStatus.Scanned);
    }

    [Fact]
    public async Task A_signature_beside_the_message_is_no_attachment()
    {
        var part = await ReadOneAsync(Head + $"""
            Content-Type: multipart/signed; protocol="application/pgp-signature"; boundary=b

            --b
            Content-Type: text/plain

            {Iban}
            --b
            Content-Type: application/pgp-signature; name=signature.asc

            -----BEGIN PGP SIGNATURE-----

            iQEzBAEBCAAdFiEE
            -----END PGP SIGNATURE-----
            --b--
            """);

        part.Status.Should().Be(PartStatus.Scanned);
        part.LocationOf(Iban).Should().Be("body");
    }

    [Fact]
    public async Task A_file_under_the_name_of_a_signature_is_read()
    {
        var parts = await Parts.ReadAsync("a.eml", Encoding.UTF8.GetBytes(Head + $"Content-Type: application/pgp-signature; name=signature.asc\r\n\r\n{Iban}\r\n"));

        parts.Named("signature.asc").Text.Should().Contain(Iban);
    }

    [Theory]
    [InlineData("Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b\r\n\r\n--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b\r\nContent-Type: application/octet-stream; name=encrypted.asc\r\n\r\n-----BEGIN PGP MESSAGE-----\r\nx\r\n--b--\r\n")]
    [InlineData("Content-Type: text/plain\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n-----END PGP MESSAGE-----\r\n")]
    public async Task Pgp_messages_are_encrypted(string rest)
    {
        var parts = await Parts.ReadAsync("a.eml", Encoding.UTF8.GetBytes(Head + rest));

        parts.Should().HaveCount(2);
        parts[0].Status.Should().Be(PartStatus.Partial);
        parts[1].Status.Should().Be(PartStatus.Encrypted);
    }

    [Fact]
    public async Task A_web_archive_is_read_with_the_files_of_its_page()
    {
        var parts = await Parts.ReadAsync("page.mht", Encoding.UTF8.GetBytes($"""
            From: <Saved by Browser>
            Subject: Tableau
            MIME-Version: 1.0
            Content-Type: multipart/related; type="text/html"; boundary=b

            --b
            Content-Type: text/html
            Content-Transfer-Encoding: quoted-printable
            Content-Location: https://intranet.orvalis.example/

            <html><head><meta charset=3D"utf-8"></head><p>=C3=A9t=C3=A9 {Iban}</p></html>
            --b
            Content-Type: text/css
            Content-Location: https://intranet.orvalis.example/style/main.css?v=1

            a
            --b
            Content-Type: image/png
            Content-Transfer-Encoding: base64
            Content-Location: https://intranet.orvalis.example/logo.png

            iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
            --b--
            """));

        parts.Named("page.mht").LocationOf("été " + Iban).Should().Be("body (HTML)");
        parts.Named("page.mht › logo.png").Kind.Should().Be(DraftPartKind.Attachment);
    }

    [Fact]
    public async Task A_body_in_pieces_that_stand_elsewhere_is_partial()
    {
        (await ReadOneAsync(Head + "Content-Type: message/partial; id=x; number=1; total=2\r\n\r\nabc")).Status.Should().Be(PartStatus.Partial);
        (await ReadOneAsync(Head + "Content-Type: message/external-body; access-type=URL; URL=\"http://x.example/f\"\r\n\r\nContent-Type: text/plain\r\n\r\n")).Status
            .Should().Be(PartStatus.Partial);
    }

    [Fact]
    public async Task Signatures_in_headers_are_left_out()
    {
        var part = await ReadOneAsync("DKIM-Signature: v=1; b=dGhpcyBpcyBubyBzZWNyZXQ\r\n" + Head + "\r\nx");

        part.Text.Should().NotContain("dGhpcyBpcyBubyBzZWNyZXQ").And.Contain("Léa Morvan");
    }

    [Theory]
    [InlineData("Subject: une note\n\nTexte")]
    [InlineData("Total: 12\nDate: demain\n\nTexte")]
    [InlineData("https://x.example/\nFrom here on")]
    public async Task Notes_with_a_colon_are_no_mail(string text) =>
        (await ReadOneAsync(text)).Text.Should().Be(text);

    [Fact]
    public async Task Parts_in_one_another_without_end_are_read_to_a_depth()
    {
        var text = new StringBuilder(Head);
        for (var i = 0; i < 5000; i++)
            text.Append("Content-Type: multipart/mixed; boundary=b").Append(i).Append("\r\n\r\n--b").Append(i).Append("\r\n");

        var part = await ReadOneAsync(text.Append("Content-Type: text/plain\r\n\r\nx").ToString());

        part.Status.Should().Be(PartStatus.TooLarge);
        part.Said().Should().Contain("too deep");
    }

    [Fact]
    public async Task Two_hundred_forwarded_messages_in_one_another_are_read_no_deeper_than_the_limit()
    {
        var text = "From: a@orvalis.example\r\nSubject: x\r\n\r\nx";
        for (var i = 0; i < 200; i++)
            text = Head + "Content-Type: message/rfc822\r\n\r\n" + text;

        var parts = await Parts.ReadAsync("a.eml", Encoding.UTF8.GetBytes(text));

        parts.Should().HaveCount(8);
        parts[^1].Status.Should().Be(PartStatus.TooLarge);
    }

    [Fact]
    public async Task A_message_of_very_many_parts_is_read_as_it_stands()
    {
        var text = Head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + string.Concat(Enumerable.Repeat("--b\r\nContent-Type: text/plain\r\n\r\nx\r\n", 50_000)) + Iban;

        var part = await ReadOneAsync(text);

        part.Status.Should().Be(PartStatus.TooLarge);
        part.Said().Should().Contain("5,000 parts");
        part.Text.Should().Contain(Iban);
    }

    [Fact]
    public async Task A_header_of_very_many_lines_is_read_as_it_stands()
    {
        var part = await ReadOneAsync(Head + "Subject: x" + string.Concat(Enumerable.Repeat("\r\n y", 1_000_000)) + "\r\n\r\n" + Iban);

        part.Status.Should().Be(PartStatus.TooLarge);
        part.Text.Should().EndWith(Iban);
    }

    [Fact]
    public async Task A_long_header_is_read()
    {
        var part = await ReadOneAsync(Head + "Subject: " + string.Concat(Enumerable.Repeat("=?utf-8?Q?=C3=A9?= ", 50_000)) + "\r\n\r\n" + Iban);

        part.LocationOf(Iban).Should().Be("body");
    }

    [Fact]
    public async Task Base_64_that_is_damaged_is_read_as_far_as_it_goes()
    {
        var parts = await Parts.ReadAsync("a.eml", Encoding.UTF8.GetBytes(Head + "Content-Type: text/csv; name=a.csv\r\nContent-Transfer-Encoding: base64\r\n\r\nSUJB=TiBGUjU4!!!"));

        parts.Named("a.csv").Text.Should().StartWith("IBA");
    }

    [Fact]
    public async Task A_message_whose_first_header_is_damaged_is_read_as_it_stands()
    {
        var part = await ReadOneAsync(" rom: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nDate: Thu, 1 Jan 2026 10:00:00 +0000\r\n\r\nIBAN FR58\r\n");

        part.Status.Should().Be(PartStatus.Partial);
        part.Text.Should().Contain("IBAN FR58");
    }

    [Fact]
    public void Nothing_makes_the_reader_throw()
    {
        var message = Encoding.UTF8.GetBytes(Head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>x\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\ny\r\n--b--\r\n");
        Gen.Select(Gen.Int[0, message.Length - 1], Gen.Byte).Array[1, 8].Sample(
            changes =>
            {
                var hostile = message.ToArray();
                foreach (var (at, value) in changes)
                    hostile[at] = value;
                var reading = new AttachmentReading(new AttachmentOptions(), new TextRecognition(new OcrOptions()), CancellationToken.None);
                reading.Read("a.eml", hostile, depth: 0);
                return reading.Parts.All(part => part.State().Status != PartStatus.Unreadable);
            },
            iter: 500);
    }

    private static async Task<DraftPart> ReadOneAsync(string message) =>
        (await Parts.ReadAsync("a.eml", Encoding.UTF8.GetBytes(message))).Should().ContainSingle().Subject;

    private static byte[] Pkcs7(string type, byte[] cms) =>
        Encoding.UTF8.GetBytes(Head + $"Content-Type: application/pkcs7-mime; smime-type={type}; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(cms)}\r\n");

    private static int CountOf(string text, string value) => text.Split(value).Length - 1;
}
