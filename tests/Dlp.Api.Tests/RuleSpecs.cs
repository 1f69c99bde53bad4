using System.Text.Json.Nodes;
using Dlp.Api.Tests.Hosting;

namespace Dlp.Api.Tests;

public sealed class RuleSpecs : IDisposable
{
    private readonly ApiHost _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task The_loaded_rules_are_listed()
    {
        var rules = (await _api.Get("/v1/rules")).Json;

        rules["rules"]!.AsArray().Select(rule => $"{rule!["id"]} {rule["version"]} {rule["status"]} {rule["category"]} {rule["title"]!["fr"]}").Should().Equal(
            "business.code-name 3 live business Un business.code-name", "contact.room 3 live contact Un room", "credentials.test-key 3 live credentials Un secret.test-key",
            "identity.badge 3 shadow identity Un badge", "identity.member 3 live identity Un member-number");
        rules["loadedAt"]!.GetValue<string>().Should().Be("2026-06-15T12:00:00+00:00");
        rules["failedReload"].Should().BeNull();
        rules["ruleSet"]!.GetValue<string>().Should().Be((await _api.Check(""))["ruleSet"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_rule_is_shown_as_written()
    {
        var rule = (await _api.Get("/v1/rules/identity.member")).Json;

        rule["category"]!.GetValue<string>().Should().Be("identity");
        rule["definition"]!["hotwords"]![0]!["raisesTo"]!.GetValue<string>().Should().Be("high");
        rule["definition"]!["aliases"]!["presidio"]!.GetValue<string>().Should().Be("MEMBER_NUMBER");
        (await _api.Get("/v1/rules/identity.nobody")).ShouldBeProblem(404);
    }

    [Fact]
    public async Task The_info_types_are_listed()
    {
        var types = (await _api.Get("/v1/info-types")).Json["infoTypes"]!.AsArray();

        types.Select(type => $"{type!["id"]} {type["category"]} {type["ruleIds"]!.ToJsonString()}").Should().Equal(
            """badge identity ["identity.badge"]""", """business.code-name business ["business.code-name"]""", """member-number identity ["identity.member"]""",
            """room contact ["contact.room"]""", """secret.test-key credentials ["credentials.test-key"]""");
    }

    [Fact]
    public async Task A_changed_rule_is_in_force_without_a_restart()
    {
        (await _api.Check("a tulip"))["verdict"]!.GetValue<string>().Should().Be("allow");

        TestRules.Write(_api.RulesDirectory, "business/flower.yaml", TestRules.Rule("business.flower", "business.flower", "- {terms: [tulip], confidence: high}", "a ⟦tulip⟧"));

        await ApiHost.Until(async () => (await _api.Check("a tulip"))["verdict"]!.GetValue<string>() == "warn");
        File.Delete(Path.Combine(_api.RulesDirectory, "business", "flower.yaml"));
        await ApiHost.Until(async () => (await _api.Check("a tulip"))["verdict"]!.GetValue<string>() == "allow");
    }

    [Fact]
    public async Task A_faulty_change_is_told_and_the_rules_before_it_go_on_serving()
    {
        var before = (await _api.Get("/v1/rules")).Json["ruleSet"]!.GetValue<string>();

        TestRules.Write(_api.RulesDirectory, "identity/member.yaml", "id: identity.member\nnonsense: 1\n");
        await ApiHost.Until(async () => (await _api.Get("/v1/rules")).Json["failedReload"] is not null);

        var rules = (await _api.Get("/v1/rules")).Json;
        rules["ruleSet"]!.GetValue<string>().Should().Be(before);
        rules["failedReload"]!["faults"]!.AsArray().Should().Contain(fault => fault!["file"]!.GetValue<string>() == "identity/member.yaml" && fault["line"]!.GetValue<int>() == 2);
        (await _api.Check("member m-123456"))["verdict"]!.GetValue<string>().Should().Be("justify");
        _api.Recorder.Lines.Should().Contain(line => line.StartsWith("Warning Dlp.Api.Rules") && line.Contains("identity/member.yaml(2,", StringComparison.Ordinal));

        TestRules.Write(_api.RulesDirectory, "identity/member.yaml", TestRules.Files["identity/member.yaml"]);
        await ApiHost.Until(async () => (await _api.Get("/v1/rules")).Json["failedReload"] is null);
    }

    [Theory]
    [InlineData("live")]
    [InlineData("proposed")]
    [InlineData("shadow")]
    [InlineData("retired")]
    [InlineData("'shadow'")]
    public async Task A_rule_is_tried_as_if_it_were_live(string status)
    {
        var rule = TestRules.Rule("identity.flower", "flower", "- {regex: '\\btulip [0-9]{3}\\b', confidence: high}", "⟦tulip 123⟧", status, more: "exclusions: [{values: ['tulip 000'], because: specimen}]");

        var answer = await Try(rule, "tulip 123, tulip 000", "rose 123");

        answer.Status.Should().Be(200, answer.Body);
        answer.Json["ruleId"]!.GetValue<string>().Should().Be("identity.flower");
        var finding = answer.Json["results"]![0]!["findings"]!.AsArray().Should().ContainSingle().Subject!;
        $"{finding["start"]} {finding["end"]} {finding["confidence"]} {finding["verdict"]}".Should().Be("0 9 high justify");
        finding["trace"]!.AsArray().Should().NotBeEmpty();
        answer.Json["results"]![0]!["dropped"]!.AsArray().Should().ContainSingle().Which!["trace"]!.AsArray()[^1]!["step"]!.GetValue<string>().Should().Be("excluded");
        answer.Json["results"]![1]!["findings"]!.AsArray().Should().BeEmpty();
        (await _api.Get("/v1/rules/identity.flower")).Status.Should().Be(404);
    }

    [Fact]
    public async Task The_files_that_editors_keep_beside_a_rule_are_no_rules()
    {
        // Emacs links a name to nowhere for as long as a file is being changed.
        File.CreateSymbolicLink(Path.Combine(_api.RulesDirectory, "identity/.#member.yaml"), "author@host.1234");
        TestRules.Write(_api.RulesDirectory, "identity/another.yaml", TestRules.Rule("identity.another", "flower", "- {regex: '\\btulip [0-9]{3}\\b', confidence: high}", "⟦tulip 123⟧"));

        await ApiHost.Until(async () => (await _api.Get("/v1/rules/identity.another")).Status == 200);
        (await _api.Get("/v1/rules")).Json["failedReload"].Should().BeNull();
    }

    [Fact]
    public async Task A_tried_rule_takes_the_place_of_the_loaded_one()
    {
        var answer = await Try(TestRules.Rule("identity.member", "member-number", "- {regex: '\\bn-[0-9]{6}\\b', confidence: low}", "⟦n-123456⟧"), "m-123456 n-123456");

        answer.Json["results"]![0]!["findings"]!.AsArray().Should().ContainSingle().Which!["start"]!.GetValue<int>().Should().Be(9);
    }

    [Fact]
    public async Task A_faulty_rule_is_told_its_faults_by_line_and_column()
    {
        var answer = await Try("id: identity.flower\nversion: one\nnonsense: 1\n", "x");

        answer.ShouldBeProblem(400);
        answer.Json["faults"]!.AsArray().Should().Contain(fault => fault!["file"]!.GetValue<string>() == "identity/flower.yaml" && fault["line"]!.GetValue<int>() > 1 && fault["column"]!.GetValue<int>() > 0 && fault["message"]!.GetValue<string>().Length > 0);
        (await Try("version: 1", "x")).Json["faults"]![0]!["message"]!.GetValue<string>().Should().StartWith("there is no id");
        (await Try("id: ../../etc/passwd", "x")).ShouldBeProblem(400);
    }

    [Fact]
    public async Task Adapters_are_listed_with_a_tag_that_says_whether_they_changed()
    {
        var adapters = await _api.Get("/v1/adapters");
        var tag = adapters.Headers.ETag!.ToString();

        adapters.Json["version"]!.GetValue<string>().Should().NotBeEmpty();
        adapters.Json["maximumBodyBytes"]!.GetValue<long>().Should().BePositive();
        adapters.Json["adapters"]!.AsArray().Select(adapter => adapter!["name"]!.GetValue<string>()).Should().Contain(["LinkedIn", "Any page"]);
        (await _api.Get("/v1/adapters", ("If-None-Match", tag))).Status.Should().Be(304);
        (await _api.Get("/v1/adapters", ("If-None-Match", "\"other\""))).Status.Should().Be(200);
    }

    [Theory]
    [InlineData("""{"site": "linkedin.com", "version": "1.2", "counts": {"draftsSeen": 3}}""", 204)]
    [InlineData("""{"site": "linkedin.com", "version": "1.2", "counts": {"draftsSeen": -3}}""", 400)]
    [InlineData("""{"site": "linkedin.com", "version": "my draft", "counts": {}}""", 400)]
    [InlineData("""{"site": "my draft", "version": "1", "counts": {}}""", 400)]
    [InlineData("""{"site": "linkedin.com", "version": "1", "counts": {}, "text": "my draft"}""", 400)]
    public async Task The_health_of_adapters_is_counts_only(string report, int status)
    {
        var answer = await _api.Post("/v1/adapters/health", report);

        answer.Status.Should().Be(status, answer.Body);
        _api.Query("select * from adapter_health").Should().Equal(status == 204 ? ["2026-06-15T12:00:00.0000000Z|linkedin.com|1.2|3|0|0"] : []);
    }

    private Task<Answer> Try(string rule, params string[] texts) =>
        _api.Post("/v1/rules/test", new JsonObject { ["rule"] = rule, ["texts"] = new JsonArray([.. texts.Select(text => JsonValue.Create(text))]) }.ToJsonString());
}
