using System.Security.Cryptography;
using System.Text;
using Dlp.Api.Checks;
using Dlp.Api.Tests.Hosting;

namespace Dlp.Api.Tests;

public sealed class AttachmentSpecs : IDisposable
{
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("the key is dlpkey_abcdefghij0123456789");
    private readonly ApiHost _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task A_file_in_JSON_is_read()
    {
        var answer = await _api.Post("/v1/checks", $$"""{"attachments": [{"name": "notes.txt", "contentType": "text/plain", "data": "{{Convert.ToBase64String(Secret)}}"}]}""");

        ShouldBlock(answer, "notes.txt");
    }

    [Fact]
    public async Task A_file_of_a_form_is_read_without_being_listed()
    {
        using var form = ApiHost.Form("""{"text": "see the file"}""", ("f", "notes.txt", Secret));

        ShouldBlock(await _api.Post("/v1/checks", form), "notes.txt");
    }

    [Fact]
    public async Task A_listed_file_of_a_form_bears_the_listed_name()
    {
        using var form = ApiHost.Form($$"""{"attachments": [{"name": "given.txt", "contentType": "text/plain", "size": {{Secret.Length}}, "sha256": "{{Convert.ToHexString(SHA256.HashData(Secret))}}", "field": "f"}]}""", ("f", "blob", Secret));

        ShouldBlock(await _api.Post("/v1/checks", form), "given.txt");
    }

    [Theory]
    [InlineData("""{"name": "a.txt", "field": "f", "size": 1}""", "$.attachments[0].size")]
    [InlineData("""{"name": "a.txt", "field": "f", "sha256": "00"}""", "$.attachments[0].sha256")]
    [InlineData("""{"name": "a.txt", "field": "f", "contentType": "image/png"}""", "$.attachments[0].contentType")]
    [InlineData("""{"name": "a.txt", "field": "f", "data": "YQ=="}""", "$.attachments[0]")]
    [InlineData("""{"name": "a.txt", "field": "g"}""", "$.attachments[0].field", "$.attachments")]
    [InlineData("""{"name": "", "field": "f"}""", "$.attachments[0].name")]
    public async Task A_file_that_is_not_what_is_listed_is_refused(string attachment, params string[] fields)
    {
        using var form = ApiHost.Form($$"""{"attachments": [{{attachment}}]}""", ("f", "a.txt", Secret));

        var answer = await _api.Post("/v1/checks", form);

        answer.ShouldBeProblem(400);
        answer.FaultyFields.Should().Equal(fields);
    }

    [Fact]
    public async Task A_file_too_large_to_be_sent_is_told_as_such()
    {
        var answer = await _api.Post("/v1/checks", """{"text": "see the film", "attachments": [{"name": "film.mp4", "size": 3000000000}]}""");

        answer.Status.Should().Be(200, answer.Body);
        answer.Json["complete"]!.GetValue<bool>().Should().BeFalse();
        answer.Json["verdict"]!.GetValue<string>().Should().NotBe("allow");
        answer.Json["parts"]!.AsArray().Should().ContainSingle(part => part!["name"]!.GetValue<string>() == "film.mp4" && part["status"]!.GetValue<string>() == "tooLarge");
    }

    [Fact]
    public async Task More_than_a_hundred_files_are_refused()
    {
        using var form = ApiHost.Form("""{"text": ""}""", [.. Enumerable.Range(0, 101).Select(number => ($"f{number}", "a.txt", Secret))]);

        foreach (var answer in new[]
        {
            await _api.Post("/v1/checks", form),
            await _api.Post("/v1/checks", $$"""{"attachments": [{{string.Join(',', Enumerable.Repeat("""{"name": "a"}""", 101))}}]}"""),
        })
        {
            answer.ShouldBeProblem(400);
            answer.FaultyFields.Should().Equal("$.attachments");
        }
    }

    [Fact]
    public async Task Files_of_one_name_are_told_apart()
    {
        using var form = ApiHost.Form("""{"text": "", "parts": [{"name": "a.txt", "text": "mine"}]}""", ("f", "a.txt", Secret), ("g", "text", Secret), ("h", "a.txt", Secret));

        var answer = await _api.Post("/v1/checks", form);

        answer.Json["parts"]!.AsArray().Select(part => part!["name"]!.GetValue<string>()).Should().Equal("text", "a.txt", "a.txt (2)", "text (2)", "a.txt (3)");
        answer.Json["findings"]!.AsArray().Select(finding => finding!["part"]!.GetValue<string>()).Should().Equal("a.txt (2)", "text (2)", "a.txt (3)");
    }

    [Fact]
    public void A_quarter_of_a_million_files_of_one_name_are_told_apart_before_anybody_tires_of_waiting()
    {
        var names = new UniqueNames(["a", "a (3)"]);

        var given = Enumerable.Range(0, 250_000).Select(_ => names.Claim("a")).ToList();

        given.Take(3).Should().Equal("a (2)", "a (4)", "a (5)");
        given.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_never_shown_as_a_clean_one()
    {
        var answer = await _api.Post("/v1/checks", $$"""{"attachments": [{"name": "a.pdf", "data": "{{Convert.ToBase64String("%PDF-1.7 broken"u8)}}"}]}""");

        answer.Json["complete"]!.GetValue<bool>().Should().BeFalse();
        answer.Json["verdict"]!.GetValue<string>().Should().Be("warn");
        answer.Json["parts"]![0]!["status"]!.GetValue<string>().Should().Be("unreadable");
        _api.Query("select kind, status from incident_part").Should().Equal("attachment|unreadable");
    }

    [Theory]
    [InlineData("en", "its name ends in .pdf, but it is another kind of file: plain text", "the file is too large to be sent; nothing of it was read")]
    [InlineData("fr", "son nom se termine par .pdf, mais c'est un autre type de fichier : texte brut", "le fichier est trop grand pour être envoyé ; rien n'en a été lu")]
    public async Task What_is_told_of_a_file_is_told_in_the_author_s_language(string language, string misleading, string notSent)
    {
        var answer = await _api.Post("/v1/checks", $$"""{"language": "{{language}}", "attachments": [{"name": "a.pdf", "data": "Ym9uam91cg=="}, {"name": "b.mp4", "size": 3000000000}]}""");

        answer.Json["parts"]!.AsArray().Select(part => part!["detail"]!.GetValue<string>()).Should().Equal(misleading, notSent);
    }

    [Theory]
    [InlineData("en", "file name")]
    [InlineData("fr", "nom du fichier")]
    public async Task The_name_of_a_file_is_checked_as_its_text_is(string language, string location)
    {
        var answer = await _api.Post("/v1/checks", $$"""{"language": "{{language}}", "text": "see", "attachments": [{"name": "dlpkey_abcdefghij0123456789.mp4", "size": 3000000000}]}""");

        var finding = answer.Json["findings"]!.AsArray().Should().ContainSingle().Subject!;
        finding["part"]!.GetValue<string>().Should().Be("dlpkey_abcdefghij0123456789.mp4");
        finding["location"]!.GetValue<string>().Should().Be(location);
        finding["inName"]!.GetValue<bool>().Should().BeTrue();
        (finding["start"]!.GetValue<int>(), finding["end"]!.GetValue<int>()).Should().Be((0, 27));
        answer.Json["verdict"]!.GetValue<string>().Should().Be("block");
    }

    private static void ShouldBlock(Answer answer, string part)
    {
        answer.Status.Should().Be(200, answer.Body);
        answer.Json["verdict"]!.GetValue<string>().Should().Be("block");
        var finding = answer.Json["findings"]!.AsArray().Should().ContainSingle().Subject!;
        finding["part"]!.GetValue<string>().Should().Be(part);
        finding["start"]!.GetValue<int>().Should().Be(11);
        answer.Json["parts"]!.AsArray().Single(p => p!["name"]!.GetValue<string>() == part)!["kind"]!.GetValue<string>().Should().Be("attachment");
    }
}
