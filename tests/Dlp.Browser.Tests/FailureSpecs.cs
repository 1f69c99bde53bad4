using Dlp.Browser.Tests.Hosting;
using Dlp.Browser.Tests.Screens;

namespace Dlp.Browser.Tests;

/// <summary>When the check cannot be made, the policy's fail mode says what becomes of the post; nobody is told that it was clean.</summary>
public sealed class FailureSpecs(World world) : BrowserSpecs(world)
{
    public static readonly TheoryData<string> Faults = new("down", "silent", "failing", "garbling", "breaking");

    [Theory, MemberData(nameof(Faults))]
    public async Task Fail_closed_keeps_the_draft_and_says_so(string fault)
    {
        await using var api = await Start(fault);
        await Use(api?.Address ?? await FaultyApi.Down(), "closed");
        var composer = await Publishing(Samples.Allowed);
        await composer.Dialog.Shown();
        (await composer.Dialog.Title()).Should().Be("Your draft could not be checked");
        (await composer.Dialog.Button("Publish unchecked").CountAsync()).Should().Be(0);
        await composer.Dialog.Button("Back to my draft").ClickAsync();
        await composer.Dialog.Gone();
        await composer.PublishedNothing();
        (await composer.Text()).Should().Be(Samples.Allowed);
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task Fail_open_lets_the_author_publish_unchecked_once(string fault)
    {
        await using var api = await Start(fault);
        await Use(api?.Address ?? await FaultyApi.Down(), "open");
        var composer = await Publishing(Samples.Allowed);
        (await composer.Dialog.Title()).Should().Be("Your draft could not be checked");
        await composer.PublishedNothing();
        await composer.Dialog.Button("Publish unchecked").ClickAsync();
        (await composer.PublishedOnce()).Text.Should().Be(Samples.Allowed);
    }

    [Fact]
    public async Task Another_try_succeeds_when_the_API_is_back()
    {
        await Use(await FaultyApi.Down(), "closed");
        var composer = await Publishing(Samples.Allowed);
        await composer.Dialog.Shown();
        await World.Configure(Browser);
        await composer.Dialog.Button("Try again").ClickAsync();
        (await composer.PublishedOnce()).Text.Should().Be(Samples.Allowed);
    }

    [Fact]
    public async Task A_worker_that_dies_during_the_check_loses_nothing_and_lets_nothing_out()
    {
        await using var api = await FaultyApi.Silent();
        await Use(api.Address, "closed", timeLimit: 20_000);
        var composer = await Publishing(Samples.Blocked);
        await api.CheckArrived();
        await World.Configure(Browser);
        var checks = World.Api.Checks;
        await Browser.EndWorker();
        await composer.Dialog.Shown();
        World.Api.Checks.Should().Be(checks + 1, "a new worker took the question over");
        (await composer.Dialog.Marked()).Should().Equal(Samples.BlockedValue);
        await composer.PublishedNothing();
        (await composer.Text()).Should().Be(Samples.Blocked);
    }

    [Fact]
    public async Task A_worker_that_has_gone_to_sleep_wakes_up_for_the_next_post()
    {
        var composer = await Open("quill");
        await composer.Write(Samples.Allowed);
        await Browser.EndWorker();
        await Eventually.Holds(async () => !await Browser.HasWorker(), "the worker ends");
        await composer.Publish.ClickAsync();
        (await composer.PublishedOnce()).Text.Should().Be(Samples.Allowed);
    }

    private async Task<Composer> Publishing(string draft)
    {
        var composer = await Open("quill");
        await composer.Write(draft);
        await composer.Publish.ClickAsync();
        return composer;
    }

    private static Task<FaultyApi?> Start(string fault) => fault switch
    {
        "silent" => Of(FaultyApi.Silent()),
        "failing" => Of(FaultyApi.Failing()),
        "garbling" => Of(FaultyApi.Garbling()),
        "breaking" => Of(FaultyApi.Breaking()),
        _ => Task.FromResult<FaultyApi?>(null),
    };

    private static async Task<FaultyApi?> Of(Task<FaultyApi> api) => await api;

    private Task Use(Uri api, string failMode, int timeLimit = 1000) =>
        World.Configure(Browser, new { apiBase = api.GetLeftPart(UriPartial.Authority), failMode, timeLimitMilliseconds = timeLimit });
}
