using System.Text;
using Dlp.Documents.Mail;
using Dlp.Documents.Tests.CompoundFiles;

namespace Dlp.Documents.Tests.Mail;

public class OutlookMessageReaderSpecs
{
    private const string HelloRtf = "2D0000002B0000004C5A4675F1C5C7A703000A007263706731323542320AF32068656C090020627705B06C647D0A800FA0";

    [Fact]
    public async Task Subject_body_people_and_headers_are_read_with_their_places()
    {
        var part = (await Inside.ReadAsync(Message().ToBytes()))[0];

        part.Status.Should().Be(PartStatus.Scanned);
        part.LocationOf("Projet Saphir").Should().Be("subject");
        part.LocationOf("451 089").Should().Be("body");
        part.LocationOf("camille@orvalis.example").Should().Be("from");
        part.LocationOf("bob@client.example").Should().Be("bcc");
        part.LocationOf("X-Classification: secret").Should().Be("headers");
    }

    [Fact]
    public async Task Text_that_is_not_unicode_is_read_in_the_code_page_of_the_message()
    {
        var cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;
        var file = new CompoundFileWriter()
            .With("__properties_version1.0", Properties(32, (0x3FFD, 1251)))
            .With("__substg1.0_1000001E", cyrillic.GetBytes("Секретный договор"));

        (await Reading.ReadAsync(file.ToBytes())).LocationOf("Секретный договор").Should().Be("body");
    }

    [Fact]
    public async Task A_named_property_bears_its_name_and_a_label_is_one()
    {
        var file = Message()
            .With("__nameid_version1.0/__substg1.0_00030102", [0, 0, 0, 0, 7, 0, 0, 0, 28, 0, 0, 0, 7, 0, 1, 0])
            .With("__nameid_version1.0/__substg1.0_00040102", [22, 0, 0, 0, .. Encoding.Unicode.GetBytes("msip_labels"), 0, 0, 14, 0, 0, 0, .. Encoding.Unicode.GetBytes("Dossier")])
            .With("__substg1.0_8000001F", Encoding.Unicode.GetBytes("MSIP_Label_1a19_Name=Secret"))
            .With("__substg1.0_8001001F", Encoding.Unicode.GetBytes("DOS-42"));

        var part = (await Inside.ReadAsync(file.ToBytes()))[0];

        part.LocationOf("MSIP_Label_1a19_Name=Secret").Should().Be("sensitivity label");
        part.LocationOf("Dossier: DOS-42").Should().Be("property");
    }

    [Fact]
    public async Task Attachments_are_parts_of_their_own()
    {
        var file = Message()
            .With("__attach_version1.0_#00000000/__properties_version1.0", Properties(8, (0x3705, 1)))
            .With("__attach_version1.0_#00000000/__substg1.0_3707001F", Encoding.Unicode.GetBytes("paie.csv"))
            .With("__attach_version1.0_#00000000/__substg1.0_37010102", "nom;salaire\nBob;4200"u8.ToArray());

        (await Inside.ReadAsync(file.ToBytes())).Named("paie.csv").Text.Should().Contain("Bob;4200");
    }

    [Fact]
    public async Task A_message_inside_is_a_part_of_its_own_with_its_own_attachments()
    {
        var inner = new CompoundFileWriter()
            .With("__properties_version1.0", Properties(24))
            .With("__substg1.0_0037001F", Encoding.Unicode.GetBytes("TR: fusion"))
            .With("__attach_version1.0_#00000000/__properties_version1.0", Properties(8, (0x3705, 1)))
            .With("__attach_version1.0_#00000000/__substg1.0_3707001F", Encoding.Unicode.GetBytes("a.txt"))
            .With("__attach_version1.0_#00000000/__substg1.0_37010102", "deep"u8.ToArray());
        var file = Message()
            .With("__attach_version1.0_#00000000/__properties_version1.0", Properties(8, (0x3705, 5)))
            .With("__attach_version1.0_#00000000/__substg1.0_3001001F", Encoding.Unicode.GetBytes("forwarded"))
            .With("__attach_version1.0_#00000000/__substg1.0_3701000D", inner);

        var parts = await Inside.ReadAsync(file.ToBytes());

        parts.Named("forwarded").LocationOf("TR: fusion").Should().Be("subject");
        parts.Named("forwarded › a.txt").Text.Should().Be("deep");
    }

    [Fact]
    public async Task An_object_attached_as_a_storage_is_read()
    {
        var file = Message()
            .With("__attach_version1.0_#00000000/__properties_version1.0", Properties(8, (0x3705, 6)))
            .With("__attach_version1.0_#00000000/__substg1.0_3701000D/CONTENTS", "in an object"u8.ToArray());

        (await Inside.ReadAsync(file.ToBytes())).Should().Contain(part => part.Text == "in an object");
    }

    [Fact]
    public async Task A_linked_attachment_is_missing()
    {
        var file = Message().With("__attach_version1.0_#00000000/__properties_version1.0", Properties(8, (0x3705, 4)));

        var part = (await Inside.ReadAsync(file.ToBytes()))[0];

        part.Status.Should().Be(PartStatus.Partial);
        part.Said().Should().Contain("link");
    }

    [Fact]
    public async Task A_body_in_html_is_read()
    {
        var file = Message().With("__properties_version1.0", Properties(32, (0x3FDE, 1252))).With("__substg1.0_10130102", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("<p>confidentialité</p>"));

        (await Inside.ReadAsync(file.ToBytes())).Named("body.html").Text.Should().Contain("confidentialité");
    }

    [Fact]
    public async Task A_body_in_rich_text_is_read_when_it_says_more()
    {
        var rtf = Message().With("__substg1.0_10090102", Convert.FromHexString(HelloRtf));

        (await Inside.ReadAsync(rtf.ToBytes())).Named("body.rtf").LocationOf("hello world").Should().Be("body");
        (await Inside.ReadAsync(rtf.With("__substg1.0_1000001F", Encoding.Unicode.GetBytes("hello world")).ToBytes())).Should().ContainSingle();
    }

    [Fact]
    public void The_example_of_the_specification_is_decompressed() =>
        Encoding.ASCII.GetString(CompressedRtf.Decompress(Convert.FromHexString(HelloRtf), new AttachmentBudget(new AttachmentOptions())))
            .Should().Be("{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");

    [Fact]
    public async Task No_damage_makes_the_reader_throw() =>
        await Inside.SurvivesDamageAsync(
            Message()
                .With("__substg1.0_10090102", Convert.FromHexString(HelloRtf))
                .With("__attach_version1.0_#00000000/__properties_version1.0", Properties(8, (0x3705, 1)))
                .With("__attach_version1.0_#00000000/__substg1.0_37010102", "nom;salaire\nBob;4200"u8.ToArray())
                .ToBytes(),
            300);

    private static CompoundFileWriter Message() => new CompoundFileWriter()
        .With("__properties_version1.0", Properties(32, (0x3FFD, 1252)))
        .With("__substg1.0_001A001F", Encoding.Unicode.GetBytes("IPM.Note"))
        .With("__substg1.0_0037001F", Encoding.Unicode.GetBytes("Projet Saphir"))
        .With("__substg1.0_1000001F", Encoding.Unicode.GetBytes("NIR 1 84 12 76 451 089 46\r\n"))
        .With("__substg1.0_0C1F001F", Encoding.Unicode.GetBytes("camille@orvalis.example"))
        .With("__substg1.0_007D001F", Encoding.Unicode.GetBytes("X-Classification: secret\r\n"))
        .With("__recip_version1.0_#00000000/__properties_version1.0", Properties(8, (0x0C15, 3)))
        .With("__recip_version1.0_#00000000/__substg1.0_39FE001F", Encoding.Unicode.GetBytes("bob@client.example"));

    private static byte[] Properties(int header, params (int Id, int Value)[] numbers) =>
        [.. new byte[header], .. numbers.SelectMany(number => (byte[])[3, 0, .. BitConverter.GetBytes((ushort)number.Id), 6, 0, 0, 0, .. BitConverter.GetBytes((long)number.Value)])];
}
