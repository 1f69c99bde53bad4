using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Dlp.Api.Tests.Hosting;
using FluentAssertions.Execution;

namespace Dlp.Api.Tests;

public sealed class SecuritySpecs : IDisposable
{
    private const string Check = """{"text": ""}""";
    private readonly ApiHost _api = new();

    private string Own => _api.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("LOCALHOST:5480", 200)]
    [InlineData("127.0.0.1:1", 200)]
    [InlineData("[::1]:5480", 200)]
    [InlineData("evil.example", 421)]
    [InlineData("localhost.evil.example", 421)]
    [InlineData("127.0.0.1.evil.example", 421)]
    [InlineData("192.168.1.7", 421)]
    public async Task A_request_must_be_addressed_to_this_machine(string host, int status)
    {
        foreach (var path in (string[])["/", "/v1/rules", "/health/live", "/presidio/health"])
        {
            var answer = await _api.Get(path, ("Host", host));
            answer.Status.Should().Be(status, path);
            if (status != 200)
                answer.ShouldBeProblem(status);
        }
    }

    [Fact]
    public async Task A_configured_host_name_is_ours_too()
    {
        using var api = new ApiHost(new() { ["Dlp:AllowedHosts:0"] = "dlp.example" });

        (await api.Get("/health/live", ("Host", "dlp.example:80"))).Status.Should().Be(200);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://localhost:1")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("file://")]
    public async Task A_foreign_page_gets_nothing(string origin)
    {
        using var form = ApiHost.Form(Check);
        using var plain = new StringContent(Check, Encoding.UTF8, "text/plain");

        using (new AssertionScope())
        {
            (await _api.Post("/v1/checks", Check, ("Origin", origin))).ShouldBeProblem(403);
            (await _api.Post("/v1/checks", form, ("Origin", origin))).ShouldBeProblem(403);
            (await _api.Post("/v1/checks", plain, ("Origin", origin))).ShouldBeProblem(403);
            (await _api.Get("/v1/rules", ("Origin", origin))).ShouldBeProblem(403);
            (await _api.Send(HttpMethod.Options, "/v1/checks", null, ("Origin", origin), ("Access-Control-Request-Method", "POST"))).ShouldBeProblem(403);
        }

        _api.Query("select * from incident").Should().BeEmpty();
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task A_page_that_is_not_named_gets_nothing_either(string site)
    {
        (await _api.Get("/v1/rules", ("Sec-Fetch-Site", site))).ShouldBeProblem(403);
        (await _api.Post("/v1/checks", Check, ("Sec-Fetch-Site", site))).ShouldBeProblem(403);
        (await _api.Get("/v1/rules", ("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document"))).ShouldBeProblem(403);
    }

    [Fact]
    public async Task A_link_to_the_page_may_be_followed() =>
        (await _api.Get("/", ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document"))).Status.Should().Be(200);

    [Fact]
    public async Task The_own_page_and_the_shipped_extension_may_call()
    {
        (await _api.Post("/v1/checks", Check, ("Origin", Own), ("Sec-Fetch-Site", "same-origin"))).Status.Should().Be(200);
        (await _api.Post("/v1/checks", Check, ("Origin", ApiOptions.ExtensionOrigin), ("Sec-Fetch-Site", "cross-site"))).Status.Should().Be(200);
    }

    [Fact]
    public async Task Extensions_of_Firefox_are_allowed_together_for_their_origins_cannot_be_known()
    {
        using var api = new ApiHost(new() { ["Dlp:AllowedOrigins:0"] = "moz-extension://*" });

        (await api.Post("/v1/checks", Check, ("Origin", "moz-extension://7d3a5d0e-6c1b-4f5e-9a58-0d1f6b1c2e3a"))).Status.Should().Be(200);
        (await api.Post("/v1/checks", Check, ("Origin", "https://moz-extension.example"))).Status.Should().Be(403);
        (await _api.Post("/v1/checks", Check, ("Origin", "moz-extension://7d3a5d0e-6c1b-4f5e-9a58-0d1f6b1c2e3a"))).Status.Should().Be(403);
    }

    [Fact]
    public async Task Configured_origins_take_the_place_of_the_shipped_extension()
    {
        using var api = new ApiHost(new() { ["Dlp:AllowedOrigins:0"] = "chrome-extension://bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb" });

        (await api.Post("/v1/checks", Check, ("Origin", "chrome-extension://bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"))).Status.Should().Be(200);
        (await api.Post("/v1/checks", Check, ("Origin", ApiOptions.ExtensionOrigin))).Status.Should().Be(403);
    }

    [Fact]
    public async Task No_answer_bears_CORS_headers_and_all_forbid_framing_and_sniffing()
    {
        var answers = new[]
        {
            await _api.Get("/"), await _api.Get("/v1/rules"), await _api.Get("/nothing"), await _api.Post("/v1/checks", Check, ("Origin", ApiOptions.ExtensionOrigin)), await _api.Post("/v1/checks", Check, ("Origin", "https://evil.example")),
        };

        using var scope = new AssertionScope();
        foreach (var answer in answers)
        {
            answer.Headers.Should().NotContain(header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
            answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
            answer.Headers.GetValues("Cross-Origin-Resource-Policy").Should().Equal("same-origin");
            answer.Headers.GetValues("Content-Security-Policy").Single().Should().StartWith("default-src 'none'").And.Contain("frame-ancestors 'none'").And.NotContain("unsafe");
        }
    }

    [Fact]
    public async Task The_page_holds_no_script_style_or_address_of_others()
    {
        var page = (await _api.Get("/")).Body;

        page.Should().NotMatchRegex("<script>|<style|style=|onclick|onload|https?://");
        foreach (var path in (string[])["/page.js", "/page.css", "/wording.js", "/icon.svg"])
            (await _api.Get(path)).Status.Should().Be(200, path);
    }

    [Fact]
    public async Task With_tokens_every_call_needs_one_and_the_groups_are_the_tokens()
    {
        using var api = new ApiHost(new()
        {
            ["Dlp:Tokens:0:Name"] = "writer",
            ["Dlp:Tokens:0:Sha256"] = Convert.ToHexString(SHA256.HashData("token-one"u8)),
            ["Dlp:Tokens:1:Name"] = "press",
            ["Dlp:Tokens:1:Sha256"] = Convert.ToHexStringLower(SHA256.HashData("token-two"u8)),
            ["Dlp:Tokens:1:Groups:0"] = "press",
        });
        const string secret = """{"text": "project orion"}""";

        using (new AssertionScope())
        {
            (await api.Post("/v1/checks", secret)).ShouldBeProblem(401);
            (await api.Post("/v1/checks", secret, ("Authorization", "Bearer token-three"))).ShouldBeProblem(401);
            (await api.Post("/v1/checks", secret, ("Authorization", "Bearer"))).ShouldBeProblem(401);
            (await api.Post("/v1/checks", secret, ("Authorization", "Basic token-one"))).ShouldBeProblem(401);
            (await api.Get("/v1/rules")).ShouldBeProblem(401);
            (await api.Get("/V1/Rules")).ShouldBeProblem(401);
            (await api.Get("/presidio/health")).ShouldBeProblem(401);
            (await api.Get("/v1/rules")).Headers.WwwAuthenticate.ToString().Should().Be("Bearer");
            (await api.Get("/")).Status.Should().Be(200);
            (await api.Get("/health/live")).Status.Should().Be(200);
            (await api.Post("/v1/checks", secret, ("Authorization", "Bearer token-one"))).Json["verdict"]!.GetValue<string>().Should().Be("warn");
            (await api.Post("/v1/checks", secret, ("Authorization", "bearer token-two"))).Json["verdict"]!.GetValue<string>().Should().Be("allow");
        }
    }

    [Fact]
    public async Task An_extension_of_Firefox_whose_origin_nobody_can_list_may_call_with_a_token()
    {
        using var api = new ApiHost(new()
        {
            ["Dlp:Tokens:0:Name"] = "writer",
            ["Dlp:Tokens:0:Sha256"] = Convert.ToHexString(SHA256.HashData("token-one"u8)),
        });
        var bearer = ("Authorization", "Bearer token-one");
        var firefox = ("Origin", "moz-extension://0b5f8d6e-7a4c-4f0e-9a57-0d6f3f0f9f11");

        using var scope = new AssertionScope();
        (await api.Post("/v1/checks", Check, firefox, bearer)).Status.Should().Be(200);
        (await api.Post("/v1/checks", Check, firefox, ("Authorization", "Bearer token-two"))).ShouldBeProblem(403);
        (await api.Post("/v1/checks", Check, firefox)).ShouldBeProblem(403);
        (await api.Post("/v1/checks", Check, ("Origin", "https://moz-extension.example"), bearer)).ShouldBeProblem(403);
        (await _api.Post("/v1/checks", Check, firefox, bearer)).ShouldBeProblem(403);
    }

    [Theory]
    [InlineData("--urls=http://0.0.0.0:0", "Dlp:Tokens")]
    [InlineData("--urls=http://*:0", "Dlp:Tokens")]
    [InlineData("--http_ports=0", "Dlp:Tokens")]
    [InlineData("--Kestrel:Endpoints:Http:Url=http://[::]:0", "Dlp:Tokens")]
    [InlineData("--Dlp:Tokens:0:Sha256=secret", "Dlp:Tokens:0:Sha256 must be 64 hex digits")]
    [InlineData("--Dlp:RulesPollSeconds=0", "Dlp:RulesPollSeconds must be from 1")]
    [InlineData("--Dlp:RulesPollSeconds=often", "Dlp:RulesPollSeconds must be a whole number")]
    [InlineData("--Dlp:RuleDirectory=rules", "Dlp:RuleDirectory is no setting; there are AllowedHosts, ")]
    [InlineData("--Dlp:Attachments:Ocr:MaxImages=-1", "Dlp:Attachments:Ocr:MaxImages is -1")]
    [InlineData("--Dlp:AllowedOrigins:0=https://a.example/path", "is not an origin")]
    [InlineData("--Dlp:AllowedOrigins=https://a.example", "write its first entry as Dlp:AllowedOrigins:0")]
    [InlineData("--Dlp:AllowedHosts:0=https://a.example", "is not a host name")]
    [InlineData("--urls=nonsense", "Urls: 'nonsense' is no address")]
    [InlineData("--urls=http://127.0.0.1:99999", "Urls: 'http://127.0.0.1:99999' is no address")]
    [InlineData("--Dlp:RulesDirectory=/nowhere/at/all", "There is no rules folder")]
    [InlineData("--Dlp:DataDirectory=/proc/dlp", "Set Dlp:DataDirectory")]
    public async Task The_program_does_not_start_as_an_open_door_or_misconfigured(string argument, string message)
    {
        var (code, error) = await Start(argument);

        error.Should().Contain(message).And.NotContain("   at ");
        code.Should().Be(1);
    }

    [Fact]
    public async Task An_address_of_another_machine_stops_the_program_with_a_sentence()
    {
        // Of a range that is for documentation.
        var (code, error) = await Start("--urls=http://192.0.2.1:0", "--Dlp:Tokens:0:Name=me", $"--Dlp:Tokens:0:Sha256={new string('0', 64)}");

        error.Should().Contain("this machine cannot listen there").And.NotContain("   at ");
        code.Should().Be(1);
    }

    [Fact]
    public async Task An_address_in_use_stops_the_program_with_a_sentence()
    {
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();

        var (code, error) = await Start($"--urls=http://{other.LocalEndpoint}");

        error.Should().Contain("address already in use").And.Contain("another port").And.NotContain("   at ");
        code.Should().Be(1);
    }

    [Fact]
    public async Task Faulty_rules_at_start_stop_the_program_and_are_all_listed()
    {
        var rules = Path.Combine(_api.DataDirectory, "faulty");
        TestRules.Write(rules);
        TestRules.Write(rules, "contact/room.yaml", "id: contact.room\nnonsense: 1\n");
        TestRules.Write(rules, "identity/badge.yaml", "id: identity.other\n");

        var (code, error) = await Start($"--Dlp:RulesDirectory={rules}");

        error.Should().MatchRegex(@"contact/room\.yaml\(\d+,\d+\): ").And.MatchRegex(@"identity/badge\.yaml\(\d+,\d+\): ");
        code.Should().Be(1);
    }

    private async Task<(int Code, string Error)> Start(string argument, params string[] more)
    {
        string[] arguments = [typeof(ApiOptions).Assembly.Location, $"--Dlp:DataDirectory={Path.Combine(_api.DataDirectory, "other")}", $"--Dlp:RulesDirectory={_api.RulesDirectory}", "--urls=http://127.0.0.1:0", argument, .. more];
        if (argument.StartsWith("--http_ports", StringComparison.Ordinal) || argument.StartsWith("--urls", StringComparison.Ordinal))
            arguments = [.. arguments.Where(given => given != "--urls=http://127.0.0.1:0")];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        using var kill = TestContext.Current.CancellationToken.Register(process.Kill);
        var log = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        (await log).Should().NotContain("   at ");
        return (process.ExitCode, error);
    }
}
