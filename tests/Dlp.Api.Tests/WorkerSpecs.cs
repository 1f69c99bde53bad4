using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Dlp.Api.Tests.Hosting;
using Microsoft.AspNetCore.Builder;

namespace Dlp.Api.Tests;

public sealed class WorkerSpecs
{
    [Fact]
    public async Task Files_that_arrive_before_the_check_are_read_and_keep_their_order()
    {
        using var host = new ApiHost();
        using var form = new MultipartFormDataContent();
        for (var i = 0; i < 6; i++)
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes($"note {i}")), $"f{i}", $"note-{i}.txt");
        form.Add(ApiHost.Json("{}"), "check");

        var answer = await host.Post("/v1/checks", form);

        answer.Status.Should().Be(200, answer.Body);
        answer.Json["parts"]!.AsArray().Select(part => part!["name"]!.GetValue<string>()).Should().Equal(Enumerable.Range(0, 6).Select(i => $"note-{i}.txt"));
        answer.Json["parts"]!.AsArray().Should().OnlyContain(part => part!["status"]!.GetValue<string>() == "scanned");
    }

    [Fact]
    public async Task A_long_file_is_measured_while_it_is_read()
    {
        using var host = new ApiHost();
        var content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("rien à signaler\n", 100_000)));
        JsonObject Check(int size) => new()
        {
            ["attachments"] = new JsonArray(new JsonObject
            {
                ["name"] = "minutes.txt",
                ["field"] = "f",
                ["size"] = size,
                ["sha256"] = Convert.ToHexString(SHA256.HashData(content)),
            }),
        };

        var right = await host.Post("/v1/checks", ApiHost.Form(Check(content.Length).ToJsonString(), ("f", "blob", content)));
        var wrong = await host.Post("/v1/checks", ApiHost.Form(Check(content.Length - 1).ToJsonString(), ("f", "blob", content)));

        right.Status.Should().Be(200, right.Body);
        right.Json["parts"]![0]!["name"]!.GetValue<string>().Should().Be("minutes.txt");
        right.Json["parts"]![0]!["characters"]!.GetValue<int>().Should().Be(1_600_000);
        wrong.ShouldBeProblem(400);
        wrong.FaultyFields.Should().Equal("$.attachments[0].size");
    }

    [Fact]
    public async Task The_limits_are_settings()
    {
        using var host = new ApiHost(new() { ["Dlp:Attachments:MaxCharacters"] = "4", ["Dlp:Workers:Count"] = "1", ["Dlp:Attachments:Timeout"] = "00:00:30" });

        var answer = await host.Post("/v1/checks", ApiHost.Form("{}", ("f", "note.txt", "0123456789"u8.ToArray())));

        answer.Json["parts"]![0]!["status"]!.GetValue<string>().Should().Be("tooLarge");
        answer.Json["parts"]![0]!["characters"]!.GetValue<int>().Should().Be(4);
    }

    [Fact]
    public void Faulty_limits_are_told_at_the_start_all_at_once()
    {
        var builder = WebApplication.CreateBuilder(
        [
            "--Dlp:Attachments:MaxBytes=many", "--Dlp:Attachments:MaxPages=0", "--Dlp:Attachments:MaxPage=1", "--Dlp:Workers:Count=1000", "--Dlp:Workers:StartTimeout=soon",
        ]);
        var start = () => builder.AddOptions();

        start.Should().Throw<StartException>().Which.Message.Should()
            .Contain("Dlp:Attachments:MaxBytes must be a whole number").And.Contain("Dlp:Attachments:MaxPages is 0").And.Contain("Dlp:Attachments:MaxPage is no setting")
            .And.Contain("Dlp:Workers:Count is 1000").And.Contain("Dlp:Workers:StartTimeout must be a duration");
    }
}
