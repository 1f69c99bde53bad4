using System.Text;
using Dlp.Documents.Tests.Archives;

namespace Dlp.Documents.Tests.FileTypes;

public class MisleadingNameTests
{
    [Fact]
    public async Task A_file_whose_name_says_another_kind_is_told_of_and_read_as_what_it_is()
    {
        var parts = await Parts.ReadAsync("rapport.txt", ArchiveTests.Gzip("TK123456"u8.ToArray()));

        parts[0].Said().Should().Be("its name ends in .txt, but it is another kind of file: gzip file");
        parts[0].Status.Should().Be(PartStatus.Scanned);
        parts[0].Signals.Should().Equal(PartSignal.OtherKind);
        parts[1].Signals.Should().BeEmpty();
        parts[1].Text.Should().Be("TK123456");
    }

    [Theory]
    [InlineData("photo.PNG", "une note", "its name ends in .png, but it is another kind of file: plain text")]
    [InlineData("a.pdf", "<html><p>x</p></html>", "its name ends in .pdf, but it is another kind of file: web page")]
    [InlineData("photo.png", "<?xml version='1.0'?><pkg:package xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage'/>", "its name ends in .png, but it is another kind of file: Office document in one XML file")]
    [InlineData("note.txt", "une note", null)]
    [InlineData("note.csv", "<html><p>x</p></html>", null)]
    [InlineData("note.inconnu", "une note", null)]
    [InlineData("note", "une note", null)]
    [InlineData("annexe\u202Etxt.exe", "une note", "its name holds characters that turn the direction of writing, which can hide how it ends")]
    public async Task Only_a_name_that_misleads_is_told_of(string name, string text, string? detail)
    {
        var part = (await Parts.ReadAsync(name, Encoding.UTF8.GetBytes(text))).Should().ContainSingle().Subject;

        part.Said().Should().Be(detail);
        part.Signals.Should().Equal(detail switch { null => [], _ when detail.Contains("direction") => [PartSignal.TurnedName], _ => new[] { PartSignal.OtherKind } });
        part.Status.Should().Be(PartStatus.Scanned);
    }

    [Theory]
    [InlineData("facture.pdf", "4D5A90000300", "Windows program")]
    [InlineData("notes.txt", "53514C69746520666F726D6174203300", "SQLite database")]
    [InlineData("setup.exe", "4D5A90000300", null)]
    [InlineData("contacts.db", "53514C69746520666F726D6174203300", null)]
    [InlineData("ancien.doc", "DBA52D0000000000", null)]
    [InlineData("gros.zip", "504B070800000000", null)]
    [InlineData("photo.jpg", "0102030405060708090A", null)]
    [InlineData("photo.jpg", "4D53434600000000", "Windows cabinet")]
    [InlineData("paquet.cab", "4D53434600000000", null)]
    public async Task What_is_not_read_may_be_named_as_something_else_too(string name, string content, string? kind)
    {
        var part = (await Parts.ReadAsync(name, Convert.FromHexString(content))).Should().ContainSingle().Subject;

        part.Signals.Should().Equal(kind is null ? [] : new[] { PartSignal.OtherKind });
        if (kind is not null)
            part.Said().Should().Contain($"but it is another kind of file: {kind}");
    }

    [Fact]
    public async Task A_file_inside_another_is_told_of_too() =>
        (await Parts.ReadAsync("a.tar", new RawTar().Add("facture.docx", "une note").End().ToArray())).Named("facture.docx").Said().Should().Contain("plain text");

    [Fact]
    public async Task An_empty_file_misleads_nobody() => (await Parts.ReadAsync("a.pdf", [])).Should().ContainSingle().Which.Said().Should().BeNull();
}
