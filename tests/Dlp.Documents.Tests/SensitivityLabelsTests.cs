using System.Text;
using Dlp.Documents.Tests.CompoundFiles;
using Dlp.Documents.Tests.Images;
using Dlp.Documents.Tests.Office;
using Dlp.Documents.Tests.Pdf;
using SkiaSharp;

namespace Dlp.Documents.Tests;

/// <summary>A label whose <c>Enabled</c> is false was taken off; its properties may stay in the file.</summary>
public sealed class SensitivityLabelsTests
{
    private const string Old = "MSIP_Label_2096f6a2-d2f7-48be-b329-b73aaa526e5d";
    private const string New = "MSIP_Label_3096f6a2-d2f7-48be-b329-b73aaa526e5d";

    public static TheoryData<string> Formats => ["Office", "OpenDocument", "Office 97", "rich text", "PDF", "XMP of PDF", "XMP of an image"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_label_that_was_removed_is_told_apart_from_the_one_that_holds(string format)
    {
        var part = await Reading.ReadAsync(With(format, ($"{Old}_Name", "Secret"), ($"{Old}_Enabled", "False"), ($"{New}_Enabled", "true"), ($"{New}_Name", "Public")));

        part.LocationOf("2096f6a2-d2f7-48be-b329-b73aaa526e5d_Name: Secret").Should().Be("removed sensitivity label");
        part.LocationOf($"{New}_Name: Public").Should().Be("sensitivity label");
        part.Text.Should().NotContain(Old);
    }

    [Fact]
    public async Task So_it_is_in_the_header_of_a_message()
    {
        var part = await Reading.ReadAsync(Encoding.UTF8.GetBytes($"From: a@orvalis.example\nSubject: x\nmsip_labels: {Old}_Enabled=false; {Old}_Name=Secret; {New}_Enabled=true; {New}_Name=Public; other\n\nbody\n"));

        part.LocationOf("_Name=Secret").Should().Be("removed sensitivity label");
        part.LocationOf($"msip_labels: {New}_Enabled=true; {New}_Name=Public; other").Should().Be("header: msip_labels");
        part.Text.Should().NotContain(Old);
    }

    [Fact]
    public void A_header_in_which_nothing_was_removed_stays_as_it_is() =>
        SensitivityLabels.Split($" {New}_Enabled=True;x ; {New}").Should().Be(($" {New}_Enabled=True;x ; {New}", ""));

    [Theory]
    [InlineData("MSIP_Label_")]
    [InlineData("msip_label__Enabled")]
    [InlineData("MSIP_Label_Enabled")]
    public void A_name_without_an_id_is_kept(string name)
    {
        var labels = new SensitivityLabels();
        var told = new List<string>();

        labels.Take(name, "0").Should().BeTrue();
        labels.Tell((_, text) => told.Add(text));

        told.Should().ContainSingle().Which.Should().EndWith(": 0");
    }

    private static byte[] With(string format, params (string Name, string Value)[] properties) => format switch
    {
        "Office" => OfficeFile.Document(
            OfficeFile.Paragraph("x"),
            ("docProps/custom.xml", "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" xmlns:vt=\"v\">"
                + string.Concat(properties.Select(property => $"<property name=\"{property.Name}\"><vt:lpwstr>{property.Value}</vt:lpwstr></property>")) + "</Properties>")),
        "OpenDocument" => Encoding.UTF8.GetBytes(
            "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:meta>"
            + string.Concat(properties.Select(property => $"<meta:user-defined meta:name=\"{property.Name}\">{property.Value}</meta:user-defined>")) + "</office:meta></office:document>"),
        "Office 97" => new CompoundFileWriter().With("VisioDocument", new byte[10]).With("\u0005DocumentSummaryInformation", PropertySets.UserDefined(properties)).ToBytes(),
        "rich text" => Encoding.Latin1.GetBytes(
            @"{\rtf1\ansi{\*\userprops" + string.Concat(properties.Select(property => $@"{{\propname {property.Name}}}\proptype30{{\staticval {property.Value}}}")) + "}x}"),
        "PDF" => RawPdf.Page("", info: 6, more: [$"<< {string.Concat(properties.Select(property => $"/{property.Name} ({property.Value})"))} >>"]),
        "XMP of PDF" => RawPdf.Page("", catalogEntries: "/Metadata 6 0 R", more: [RawPdf.Stream(Xmp(properties), "/Type /Metadata /Subtype /XML")]),
        _ => ImageFiles.WithSegment(
            Drawn.Image(40, 30, canvas => canvas.Clear(SKColors.White), SKEncodedImageFormat.Jpeg), 0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.UTF8.GetBytes(Xmp(properties))]),
    };

    private static string Xmp((string Name, string Value)[] properties) =>
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" xmlns:pdfx=\"http://ns.adobe.com/pdfx/1.3/\">"
        + string.Concat(properties.Select(property => $"<pdfx:{property.Name}>{property.Value}</pdfx:{property.Name}>")) + "</rdf:Description></rdf:RDF></x:xmpmeta>";
}
