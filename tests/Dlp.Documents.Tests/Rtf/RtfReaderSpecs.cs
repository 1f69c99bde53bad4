using System.Text;
using Dlp.Documents.Tests.CompoundFiles;

namespace Dlp.Documents.Tests.Rtf;

public class RtfReaderSpecs
{
    [Theory]
    [InlineData(@"{\rtf1\ansi\ansicpg1252 d\'e9plac\'e9e}", "déplacée")]
    [InlineData(@"{\rtf1\ansi\ansicpg1251 \'e4\'ee\'e3\'ee\'e2\'ee\'f0}", "договор")]
    [InlineData(@"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}}\f1 \'e4\'ee\'e3{\f0 \'e9}\'ee}", "догéо")]
    [InlineData(@"{\rtf1\ansi{\fonttbl{\f0\fcharset128 MS;}}\f0\'93\'fa\'96\'7b}", "日本")]
    [InlineData(@"{\rtf1\ansi{\fonttbl{\f0\fcharset128 MS;}}\f0\'83\\}", "ソ")]
    [InlineData(@"{\rtf1\ansi\uc1 \u233?t\u233?}", "été")]
    [InlineData(@"{\rtf1\ansi\uc2 \u233ab{\uc0\u233}c\u233\'61\'62d}", "éécéd")]
    [InlineData(@"{\rtf1\ansi\u-10179?\u-8994?}", "📞")]
    [InlineData(@"{\rtf1\ansi l\rquote \'e9t\'e9\emdash ou\~non\_fin}", "l’été—ou\u00A0non-fin")]
    [InlineData(@"{\rtf1\ansi a\{b\}\\c}", @"a{b}\c")]
    [InlineData("{\\rtf1\\ansi one\r\ntwo\\par three\\\nfour}", "onetwo\nthree\nfour")]
    [InlineData(@"{\rtf1\ansi{\*\unknown hidden}shown}", "shown")]
    [InlineData(@"{\rtf1\ansi{\upr{\'3f}{\*\ud{\u233?}}}}", "é")]
    [InlineData(@"{\rtf1\ansi\bin3 \{}after}", "after")]
    [InlineData(@"{\rtf1\ansi{\stylesheet{\s0 Normal;}}{\colortbl;\red0;}text}", "text")]
    public async Task The_body_is_read(string rtf, string expected)
    {
        var part = await Reading.ReadAsync(Encoding.Latin1.GetBytes(rtf));

        part.Status.Should().Be(PartStatus.Scanned);
        part.Text.TrimEnd('\n').Should().Be(expected);
        part.Places.Should().OnlyContain(place => place.Location.En == "body");
    }

    [Theory]
    [InlineData(@"{\footnote note 42}", "note 42", "footnote")]
    [InlineData(@"{\*\annotation remarque 42}", "remarque 42", "comment")]
    [InlineData(@"{\*\atnauthor Bob}", "Bob", "comment")]
    [InlineData(@"{\header confidentiel}", "confidentiel", "header")]
    [InlineData(@"{\footerf pied}", "pied", "footer")]
    [InlineData(@"{\field{\*\fldinst{HYPERLINK ""https://a.example""}}{\fldrslt ici}}", "https://a.example", "field")]
    [InlineData(@"{\field{\*\fldinst{HYPERLINK ""https://a.example""}}{\fldrslt ici}}", "ici", "body")]
    [InlineData(@"{\info{\author Camille}{\title T}}", "Camille", "metadata: Author")]
    [InlineData(@"{\*\userprops{\propname MSIP_Label_1_Name}\proptype30{\staticval Secret}}", "Secret", "sensitivity label")]
    [InlineData(@"{\*\userprops{\propname Dossier}\proptype30{\staticval 42}}", "Dossier: 42", "metadata: custom property")]
    [InlineData(@"vu{\v cach\'e9}", "caché", "hidden text")]
    [InlineData(@"vu\v cach\'e9\v0 vu", "caché", "hidden text")]
    [InlineData(@"vu{\deleted\revauth1 effac\'e9}", "effacé", "deleted text")]
    [InlineData(@"{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv FILIGRANE}}{\shptxt cadre}}}", "FILIGRANE", "shape")]
    [InlineData(@"{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv FILIGRANE}}{\shptxt cadre}}}", "cadre", "text box")]
    [InlineData(@"{\*\mailmerge{\*\mmconnectstr Server=a;Password=b}}", "Password=b", "mail merge")]
    [InlineData(@"{\*\docvar {client}{Orvalis}}", "Orvalis", "document variable")]
    public async Task What_is_not_body_has_its_place(string rtf, string text, string place)
    {
        var part = await Reading.ReadAsync(Encoding.Latin1.GetBytes(@"{\rtf1\ansi\ansicpg1252" + rtf + "}"));

        part.LocationOf(text).Should().Be(place);
    }

    [Theory]
    [InlineData(@"{\rtf1\ansi cut off \'e9")]
    [InlineData(@"{\rtf1\ansi cut off \'e9{\b")]
    public async Task A_document_that_is_cut_short_is_read_and_said_to_be(string rtf)
    {
        var part = await Reading.ReadAsync(Encoding.Latin1.GetBytes(rtf));

        part.Status.Should().Be(PartStatus.Partial);
        part.Text.TrimEnd('\n').Should().Be("cut off é");
        part.Said().Should().Contain("cut short");
    }

    [Fact]
    public async Task Hidden_text_does_not_part_what_is_seen()
    {
        var part = await Reading.ReadAsync(@"{\rtf1\ansi 4111 1111 {\v xx}1111 {\deleted yy}1111}"u8.ToArray());

        part.Text.Should().Contain("4111 1111 1111 1111");
    }

    [Fact]
    public async Task Text_of_a_message_that_was_html_is_read_once()
    {
        var part = await Reading.ReadAsync(@"{\rtf1\ansi\fromhtml1 {\*\htmltag64 <a href=""https://a.example"">}\htmlrtf twice\htmlrtf0 lien{\*\htmltag72 </a>}}"u8.ToArray());

        part.Text.Should().Be("<a href=\"https://a.example\">\nlien\n");
    }

    [Fact]
    public async Task An_embedded_object_is_a_part_of_its_own()
    {
        var package = Convert.ToHexString(new CompoundFileWriter().With("Package", "in an object"u8.ToArray()).ToBytes());
        var header = Convert.ToHexString([1, 5, 0, 0, 2, 0, 0, 0, 5, 0, 0, 0, .. "Word\0"u8, 0, 0, 0, 0, 0, 0, 0, 0, .. BitConverter.GetBytes(package.Length / 2)]);

        var parts = await Inside.ReadAsync(Encoding.ASCII.GetBytes($"{{\\rtf1{{\\object\\objemb{{\\*\\objclass Word}}{{\\*\\objdata {header}\r\n{package}}}}}}}"));

        parts.Should().Contain(part => part.Text == "in an object");
    }

    [Fact]
    public async Task A_picture_is_a_part_of_its_own()
    {
        var parts = await Inside.ReadAsync(@"{\rtf1{\*\shppict{\pict\pngblip 89504e470d0a1a0a0000000d49484452}}{\nonshppict{\pict\wmetafile8 00}}}"u8.ToArray());

        parts.Should().HaveCount(2);
        parts.Named("image").Said().Should().Contain("PNG");
    }

    [Fact]
    public async Task Groups_in_one_another_end_at_the_limit_of_depth()
    {
        var part = await Reading.ReadAsync(Encoding.ASCII.GetBytes(@"{\rtf1 before " + new string('{', 1_000_000) + "inside"));

        part.Status.Should().Be(PartStatus.Partial);
        part.Text.Should().Contain("before").And.Contain("inside");
    }

    [Fact]
    public async Task A_length_that_lies_ends_with_the_file()
    {
        var part = await Reading.ReadAsync(@"{\rtf1 before\bin2147483647 x}"u8.ToArray());

        part.Text.Should().Be("before\n");
    }

    [Fact]
    public async Task A_document_of_a_word_processor_is_read()
    {
        var part = await Reading.ReadSampleAsync("note-saphir.rtf");

        SaphirNote.ShouldBeRead(part);
        part.LocationOf("En-tête").Should().Be("header");
    }

    [Fact]
    public async Task No_damage_makes_the_reader_throw() => await Inside.SurvivesDamageAsync(Inside.Sample("note-saphir.rtf"), 500);
}
