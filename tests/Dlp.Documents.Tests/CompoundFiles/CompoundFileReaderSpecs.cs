using System.Text;
using Dlp.Documents.FileTypes;

namespace Dlp.Documents.Tests.CompoundFiles;

public class CompoundFileReaderSpecs
{
    [Fact]
    public async Task A_file_of_another_program_is_named_and_its_metadata_are_read()
    {
        var parts = await Inside.ReadAsync(new CompoundFileWriter().With("VisioDocument", new byte[100]).With("\u0005SummaryInformation", PropertySets.Summary((4, "Camille Orvalis"))).ToBytes());

        parts[0].Status.Should().Be(PartStatus.Partial);
        parts[0].LocationOf("Camille").Should().Be("metadata: Author");
        parts[0].Said().Should().Be("Visio drawing: only its metadata are read");
    }

    [Fact]
    public async Task A_program_is_told_by_the_class_of_the_file()
    {
        var part = await Reading.ReadAsync(new CompoundFileWriter().Clsid("", "000C1084-0000-0000-C000-000000000046").With("a", [1]).ToBytes());

        part.Status.Should().Be(PartStatus.Unsupported);
        part.Said().Should().StartWith("Windows Installer package");
    }

    [Fact]
    public async Task User_defined_properties_and_sensitivity_labels_are_read_in_their_code_page()
    {
        var part = await Reading.ReadAsync(new CompoundFileWriter()
            .With("VisioDocument", new byte[10])
            .With("\u0005DocumentSummaryInformation", PropertySets.UserDefined(("MSIP_Label_1a19_Name", "Très secret"), ("Dossier", "DOS-42")))
            .ToBytes());

        part.LocationOf("MSIP_Label_1a19_Name: Très secret").Should().Be("sensitivity label");
        part.LocationOf("Dossier: DOS-42").Should().Be("metadata: custom property");
    }

    [Fact]
    public async Task A_file_that_the_packager_embedded_is_a_part_of_its_own()
    {
        var parts = await Inside.ReadAsync(new CompoundFileWriter().With("\u0001Ole10Native", Native("paie.txt", "IBAN FR58 9999"u8.ToArray())).ToBytes());

        parts.Named("paie.txt").Text.Should().Be("IBAN FR58 9999");
        parts[0].LocationOf(@"C:\Users\camille\paie.txt").Should().Be("embedded object");
    }

    [Fact]
    public async Task A_package_and_contents_are_parts_of_their_own()
    {
        var parts = await Inside.ReadAsync(new CompoundFileWriter().With("Package", "in a package"u8.ToArray()).With("CONTENTS", "in contents"u8.ToArray()).ToBytes());

        parts.Named("embedded document").Text.Should().Be("in a package");
        parts.Named("embedded file").Text.Should().Be("in contents");
    }

    [Fact]
    public async Task A_linked_object_is_missing_and_its_path_is_read()
    {
        var part = await Reading.ReadAsync(new CompoundFileWriter().With("\u0001Ole", [1, 0, 0, 2, 1, 0, 0, 0, .. Encoding.Unicode.GetBytes(@"\\serveur\paie\salaires.xls")]).ToBytes());

        part.Status.Should().Be(PartStatus.Partial);
        part.LocationOf(@"\\serveur\paie").Should().Be("linked object");
    }

    [Fact]
    public async Task An_encrypted_document_tells_its_label_and_that_it_is_encrypted()
    {
        var parts = await Inside.ReadAsync(new CompoundFileWriter()
            .With("EncryptedPackage", new byte[64])
            .With("\u0005DocumentSummaryInformation", PropertySets.UserDefined(("MSIP_Label_1a19_Name", "Secret")))
            .ToBytes());

        parts[0].LocationOf("Secret").Should().Be("sensitivity label");
        parts.Named("encrypted content").Status.Should().Be(PartStatus.Encrypted);
    }

    [Theory]
    [InlineData("WordDocument", "ECA5C100000000000000000100000000")]
    [InlineData("Workbook", "0908100000060500000000000000000000000000 2F0002000000")]
    public async Task A_document_of_old_office_with_a_password_is_encrypted_although_its_metadata_are_read(string stream, string content)
    {
        var file = new CompoundFileWriter()
            .With(stream, Convert.FromHexString(content.Replace(" ", "", StringComparison.Ordinal)))
            .With("\u0005SummaryInformation", PropertySets.Summary((4, "Camille")));

        var parts = await Inside.ReadAsync(file.ToBytes());

        parts[0].LocationOf("Camille").Should().Be("metadata: Author");
        parts.Named("encrypted content").Status.Should().Be(PartStatus.Encrypted);
    }

    [Fact]
    public async Task An_encrypted_document_without_metadata_is_encrypted()
    {
        var part = await Reading.ReadAsync(new CompoundFileWriter().With("EncryptedPackage", new byte[64]).ToBytes());

        part.Status.Should().Be(PartStatus.Encrypted);
    }

    [Fact]
    public void A_message_that_holds_a_document_is_a_message()
    {
        var file = new CompoundFileWriter().With("__properties_version1.0", new byte[32]).With("__attach_version1.0_#00000000/__substg1.0_3701000D/WordDocument", new byte[99]).ToBytes();

        FileType.Of(file)!.Kind.Should().Be(FileKind.OutlookMessage);
    }

    [Fact]
    public async Task Objects_in_one_another_end_at_the_limit_of_depth()
    {
        var content = "the innermost"u8.ToArray();
        for (var i = 0; i < 12; i++)
            content = new CompoundFileWriter().With("Package", content).ToBytes();

        var parts = await Inside.ReadAsync(content);

        parts[^1].Status.Should().Be(PartStatus.TooLarge);
        parts.Should().HaveCount(8);
    }

    [Fact]
    public async Task Objects_over_the_limit_of_files_are_not_read()
    {
        var parts = await Inside.ReadAsync(new CompoundFileWriter().With("Package", [65]).With("CONTENTS", [65]).ToBytes(), new AttachmentOptions { MaxEntries = 1 });

        parts.Should().HaveCount(2);
        parts[0].Status.Should().Be(PartStatus.TooLarge);
    }

    [Fact]
    public async Task A_file_that_is_cut_off_in_its_header_is_unreadable()
    {
        var part = await Reading.ReadAsync(Convert.FromHexString("D0CF11E0A1B11AE1"));

        part.Status.Should().Be(PartStatus.Unreadable);
    }

    [Fact]
    public async Task No_damage_makes_the_reader_throw() =>
        await Inside.SurvivesDamageAsync(
            new CompoundFileWriter()
                .With("\u0001Ole10Native", Native("a.txt", "hello"u8.ToArray()))
                .With("\u0005DocumentSummaryInformation", PropertySets.UserDefined(("a", "b"), ("c", "d")))
                .With("\u0005SummaryInformation", PropertySets.Summary((2, "title"), (4, "author")))
                .ToBytes(),
            500);

    private static byte[] Native(string name, byte[] content)
    {
        byte[] body =
        [
            2, 0, .. Encoding.ASCII.GetBytes(name), 0, .. Encoding.ASCII.GetBytes(@"C:\Users\camille\" + name), 0, 0, 0, 3, 0,
            .. BitConverter.GetBytes(4), .. "tmp\0"u8, .. BitConverter.GetBytes(content.Length), .. content,
        ];
        return [.. BitConverter.GetBytes(body.Length), .. body];
    }
}
