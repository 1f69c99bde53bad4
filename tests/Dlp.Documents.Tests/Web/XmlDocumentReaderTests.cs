using System.Text;

namespace Dlp.Documents.Tests.Web;

public class XmlDocumentReaderTests
{
    [Fact]
    public async Task Each_value_stands_with_the_name_of_its_element_and_attributes()
    {
        var part = await ReadAsync("<?xml version=\"1.0\"?><clients xmlns='urn:x'><client id=\"7\" iban=\"FR58\"><nom>L&#233;a</nom><note><![CDATA[a < b]]></note></client><client>x</client><!-- TK1 --></clients>");

        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.Should().Be("clients: \nclient id=\"7\" iban=\"FR58\": \nnom: Léa\nnote: a < b\nclient: x\n TK1 \n");
    }

    [Fact]
    public async Task Words_are_not_parted_by_an_element_among_them() =>
        (await ReadAsync("<?xml version=\"1.0\"?><p>1 84 12 <b>76 451</b> <i>089 46</i></p>")).Text.Should().Contain("1 84 12 76 451 089 46");

    [Fact]
    public async Task Entities_of_its_own_are_not_expanded_and_told_of()
    {
        var part = await ReadAsync("<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]><l>&b;&f; TK123456</l>");

        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.Should().Contain("&b;&f; TK123456").And.NotContain("lollol").And.NotContain("root:");
        part.Said().Should().Contain("entities");
    }

    [Fact]
    public async Task What_is_not_well_formed_is_read_as_it_stands()
    {
        const string xml = "<?xml version=\"1.0\"?><a><b>TK123456</a>";

        (await ReadAsync(xml)).Text.Should().Be(xml);
    }

    [Fact]
    public async Task A_property_list_is_read_without_its_definition() =>
        (await ReadAsync("<?xml version=\"1.0\"?><!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\"><plist><string>TK123456</string></plist>"))
            .Text.Should().Contain("string: TK123456");

    [Fact]
    public async Task It_is_read_in_the_encoding_that_it_declares() =>
        (await Reading.ReadAsync([.. Encoding.ASCII.GetBytes("<?xml version=\"1.0\" encoding=\"iso-8859-5\"?><a>"), 0xBF, 0xE0, 0xD8, .. Encoding.ASCII.GetBytes("</a>")])).Text.Should().Contain("При");

    [Fact]
    public async Task A_million_elements_in_one_another_are_read() =>
        (await ReadAsync("<?xml version=\"1.0\"?>" + string.Concat(Enumerable.Repeat("<a>", 500_000)) + "TK123456" + string.Concat(Enumerable.Repeat("</a>", 500_000)))).Text.Should().Contain("TK123456");

    [Fact]
    public async Task A_tag_of_very_many_attributes_is_read_as_it_stands() =>
        (await ReadAsync("<?xml version=\"1.0\"?><a " + string.Join(' ', Enumerable.Range(0, 200_000).Select(i => $"a{i}=\"{i}\"")) + ">TK123456</a>")).Text.Should().EndWith(">TK123456</a>");

    private static Task<DraftPart> ReadAsync(string xml) => Reading.ReadAsync(Encoding.UTF8.GetBytes(xml));
}
