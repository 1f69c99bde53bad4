using System.Net;
using System.Net.Sockets;
using Dlp.Documents.Workers;

namespace Dlp.Documents.Tests.Workers;

/// <summary>What a file may do to the process that reads it costs that file, and nobody else anything.</summary>
public sealed class HostileFileTests : IAsyncLifetime
{
    private const string Lost = "reading it ended the reader: the file is damaged or hostile";

    private readonly WorkerPool _pool = Pools.Of(count: 2);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _pool.DisposeAsync();

    [Theory]
    [InlineData("fault:stack")]
    [InlineData("fault:memory")]
    [InlineData("fault:native-memory")]
    [InlineData("fault:exit")]
    [InlineData("fault:garbage")]
    [InlineData("fault:flood")]
    [InlineData("fault:disk")]
    [InlineData("fault:words")]
    public async Task A_file_that_ends_its_reader_is_unreadable_and_the_next_one_is_read(string fault)
    {
        var part = await _pool.ReadOneAsync(fault, "the words of the file");

        part.Name.Should().Be(fault);
        part.Status.Should().Be(PartStatus.Unreadable);
        part.Said().Should().Be(Lost);
        part.Text.Should().BeEmpty();
        await _pool.ShouldBeHealthyAsync();
    }

    [Fact]
    public async Task A_file_that_is_read_without_end_is_given_up_in_time()
    {
        var part = await _pool.ReadOneAsync("fault:loop", options: new AttachmentOptions { Timeout = TimeSpan.FromMilliseconds(200) });

        part.Status.Should().Be(PartStatus.Unreadable);
        part.Said().Should().Be("reading it took longer than 0.2 s and was given up");
        await _pool.ShouldBeHealthyAsync();
    }

    [Fact]
    public async Task A_file_that_is_read_without_end_runs_out_of_processor_time()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the limit is Linux's");
        var part = await _pool.ReadOneAsync("fault:loop", options: new AttachmentOptions { Timeout = TimeSpan.FromHours(1), ProcessorTime = TimeSpan.FromSeconds(1) });

        part.Status.Should().Be(PartStatus.Unreadable);
        part.Said().Should().Be("reading it took more than 1 s of processor time and was given up");
        await _pool.ShouldBeHealthyAsync();
    }

    [Fact]
    public async Task What_was_read_before_a_file_inside_ended_the_reader_is_kept()
    {
        var parts = await _pool.ReadAsync("fault:half", "IBAN");

        parts.Select(part => (part.Name, part.Status, part.Text, part.Said())).Should().Equal(
            ("half.zip", PartStatus.Unreadable, "", Lost),
            ("half.zip › first.txt", PartStatus.Scanned, "IBAN", null),
            ("half.zip › second.txt", PartStatus.Unreadable, "", Lost));
    }

    [Fact]
    public async Task One_hostile_file_costs_the_others_nothing()
    {
        var names = Enumerable.Range(0, 20).Select(i => i % 5 == 0 ? "fault:exit" : $"note-{i}.txt").ToList();

        var parts = await Task.WhenAll(names.Select(name => _pool.ReadOneAsync(name, name)));

        parts.Select(part => part.Status).Should().Equal(names.Select(name => name == "fault:exit" ? PartStatus.Unreadable : PartStatus.Scanned));
        parts.Where(part => part.Status == PartStatus.Scanned).Should().OnlyContain(part => part.Text == part.Name);
    }

    [Fact]
    public async Task A_reader_has_no_network()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the filter is Linux's");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        var part = await _pool.ReadOneAsync("fault:network", port);

        part.Text.Should().Be(nameof(SocketError.AccessDenied));
    }

    [Fact]
    public async Task A_reader_has_given_up_what_it_does_not_need()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the limits are Linux's");
        var limits = (await _pool.ReadOneAsync("fault:limits")).Text;

        limits.Should().MatchRegex(@"Max core file size\s+0\s+0 ");
        limits.Should().MatchRegex(@"Max address space\s+\d{10}\s+\d{10} ");
        limits.Should().MatchRegex(@"Max file size\s+67108864\s+67108864 ");
        limits.Should().MatchRegex(@"Max cpu time\s+(?:1[5-9]|2\d) ");
        limits.Should().MatchRegex(@"NoNewPrivs:\s+1\n");
        limits.Should().MatchRegex(@"Seccomp:\s+2\n");
    }

    [Fact]
    public async Task A_reader_sees_no_secret_of_the_environment()
    {
        Environment.SetEnvironmentVariable("DLP_TEST_SECRET", "hunter2");
        await using var pool = Pools.Of();

        var names = (await pool.ReadOneAsync("fault:environment")).Text.Split('\n');

        names.Should().Contain("PATH").And.NotContain("DLP_TEST_SECRET").And.NotContain("HOME");
    }

    [Fact]
    public async Task A_name_of_a_fault_is_the_name_of_a_file_to_the_program_that_is_shipped()
    {
        await using var pool = new WorkerPool(new WorkerOptions { Count = 1 });

        var part = await pool.ReadOneAsync("fault:exit", "hello");

        part.Should().BeEquivalentTo(new DraftPart("fault:exit", DraftPartKind.Attachment, "hello"));
    }
}
