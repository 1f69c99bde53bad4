using System.Text;
using Dlp.Documents.Tests.Office;
using Dlp.Documents.Workers;

namespace Dlp.Documents.Tests.Workers;

public sealed class WorkerPoolTests
{
    [Theory]
    [InlineData("press-release.pdf")]
    [InlineData("budget-heron.xlsx")]
    public async Task A_file_gives_what_it_gives_in_this_process(string sample)
    {
        var content = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "samples", sample), TestContext.Current.CancellationToken);
        await using var pool = Pools.Of();

        var apart = await new AttachmentReader(workers: pool).ReadAsync(sample, content, TestContext.Current.CancellationToken);

        var here = await new AttachmentReader().ReadAsync(sample, content, TestContext.Current.CancellationToken);
        apart.Should().BeEquivalentTo(here, options => options.WithStrictOrdering());
        apart[0].Places.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Each_of_very_many_cells_has_its_place()
    {
        var cells = string.Concat(Enumerable.Range(1, 20_000).Select(row => $"<row r=\"{row}\"><c r=\"A{row}\"><v>7</v></c></row>"));
        var workbook = OfficeFile.Workbook($"<sheetData>{cells}</sheetData>");
        await using var pool = Pools.Of();

        var part = (await new AttachmentReader(workers: pool).ReadAsync("a.xlsx", workbook, TestContext.Current.CancellationToken)).Should().ContainSingle().Subject;

        part.Places.Should().HaveCount(20_000);
        part.Places.Select((place, row) => place == new PartPlace(2 * row, new("sheet Q3", "feuille Q3"), $"A{row + 1}")).Should().NotContain(false);
    }

    [Fact]
    public async Task What_a_file_gives_away_of_itself_is_told_by_a_worker_too()
    {
        await using var pool = Pools.Of();

        var parts = await new AttachmentReader(workers: pool).ReadAsync("rapport.pdf", Pools.Bytes("une note"), TestContext.Current.CancellationToken);

        parts.Should().ContainSingle().Which.Signals.Should().Equal(PartSignal.OtherKind);
        parts[0].Detail.Should().Be(new LocalizedText(
            "its name ends in .pdf, but it is another kind of file: plain text",
            "son nom se termine par .pdf, mais c'est un autre type de fichier : texte brut"));
    }

    [Theory]
    [InlineData("Une note, première ligne\nmot de passe : Garonne!7", false)]
    [InlineData("", false)]
    [InlineData("<html><p>une page", true)]
    [InlineData("From: anne@atelier.fr\nSubject: la note\n\nBonjour", true)]
    [InlineData("%PDF-1.7 une note", true)]
    [InlineData("une note\0", true)]
    public async Task Only_a_text_beyond_doubt_is_read_without_a_worker(string content, bool needsWorker)
    {
        await using var pool = Pools.Of();

        await new AttachmentReader(workers: pool).ReadAsync("note.txt", Encoding.UTF8.GetBytes(content), TestContext.Current.CancellationToken);

        pool.Workers.Should().HaveCount(needsWorker ? 1 : 0);
    }

    [Fact]
    public async Task Text_is_given_as_it_stands_however_long()
    {
        var text = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"ligne {i} 🦊 é\n"));
        await using var pool = Pools.Of();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));

        var parts = await new AttachmentReader(workers: pool).ReadAsync("long.txt", stream, TestContext.Current.CancellationToken);

        parts[0].Text.Should().Be(text);
        stream.Length.Should().BeGreaterThan(1_000_000);
    }

    [Fact]
    public async Task A_file_over_the_limit_of_bytes_is_not_read_to_its_end_and_leaves_the_worker_as_it_was()
    {
        await using var pool = Pools.Of();
        await pool.ShouldBeHealthyAsync();
        var worker = pool.Workers.Should().ContainSingle().Subject;
        using var content = new MemoryStream(new byte[10_000_000]);

        var parts = await new AttachmentReader(new AttachmentOptions { MaxBytes = 400_000 }, workers: pool).ReadAsync("a", content, TestContext.Current.CancellationToken);

        parts.Should().ContainSingle().Which.Status.Should().Be(PartStatus.TooLarge);
        content.Position.Should().BeLessThan(1_000_000);
        await pool.ShouldBeHealthyAsync();
        pool.Workers.Should().Equal(worker);
    }

    [Fact]
    public async Task A_stream_that_fails_leaves_the_worker_as_it_was()
    {
        await using var pool = Pools.Of();
        await pool.ShouldBeHealthyAsync();
        var worker = pool.Workers.Should().ContainSingle().Subject;
        using var content = new FailingStream(after: 500_000);

        var read = () => new AttachmentReader(workers: pool).ReadAsync("a", content, TestContext.Current.CancellationToken);

        await read.Should().ThrowAsync<IOException>().WithMessage("the line was cut");
        await pool.ShouldBeHealthyAsync();
        pool.Workers.Should().Equal(worker);
    }

    [Fact]
    public async Task The_limits_go_along_to_the_worker()
    {
        await using var pool = Pools.Of();

        var part = await pool.ReadOneAsync("a", "0123456789", new AttachmentOptions { MaxCharacters = 4 });

        part.Text.Should().Be("0123");
        part.Status.Should().Be(PartStatus.TooLarge);
    }

    [Fact]
    public async Task A_name_keeps_its_lone_surrogates()
    {
        await using var pool = Pools.Of();

        (await pool.ReadOneAsync("a\uD83Eb", "x")).Name.Should().Be("a\uD83Eb");
    }

    [Fact]
    public async Task Eight_callers_share_two_workers()
    {
        await using var pool = Pools.Of(count: 2);
        var seen = new HashSet<int>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 8), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken }, async (caller, _) =>
        {
            for (var i = 0; i < 10; i++)
            {
                (await pool.ReadOneAsync($"{caller}-{i}.txt", $"{caller} {i}")).Text.Should().Be($"{caller} {i}");
                lock (seen)
                    seen.UnionWith(pool.Workers);
            }
        });

        seen.Count.Should().BeInRange(1, 2);
    }

    [Fact]
    public async Task A_worker_is_replaced_after_so_many_files()
    {
        await using var pool = Pools.Of(options: new WorkerOptions { MaxFiles = 3 });
        var workers = new List<int>();
        for (var i = 0; i < 6; i++)
        {
            await pool.ShouldBeHealthyAsync();
            await Pools.UntilAsync(() => pool.Workers.Count == 1);
            workers.AddRange(pool.Workers);
        }

        // The third file replaces it, so that the next one is at hand before the fourth.
        workers.Distinct().Should().HaveCount(3);
        workers[0].Should().Be(workers[1]).And.NotBe(workers[2]);
    }

    [Fact]
    public async Task A_worker_that_was_ended_while_it_waited_costs_no_file()
    {
        await using var pool = Pools.Of();
        await pool.WarmAsync();
        var worker = pool.Workers.Should().ContainSingle().Subject;

        using (var process = System.Diagnostics.Process.GetProcessById(worker))
            process.Kill();
        await Pools.UntilAsync(() => !Pools.Exists(worker));

        await pool.ShouldBeHealthyAsync();
        pool.Workers.Should().ContainSingle().Which.Should().NotBe(worker);
    }

    [Fact]
    public async Task A_worker_that_is_ended_in_the_middle_costs_its_file_alone()
    {
        await using var pool = Pools.Of();
        await pool.WarmAsync();
        var worker = pool.Workers.Should().ContainSingle().Subject;
        var reading = pool.ReadOneAsync("fault:hang");

        using (var process = System.Diagnostics.Process.GetProcessById(worker))
            process.Kill();

        (await reading).Status.Should().Be(PartStatus.Unreadable);
        await pool.ShouldBeHealthyAsync();
    }

    [Fact]
    public async Task A_caller_that_cancels_frees_the_worker_at_once()
    {
        await using var pool = Pools.Of();
        using var caller = new CancellationTokenSource();
        var reading = new AttachmentReader(new AttachmentOptions { Timeout = TimeSpan.FromHours(1) }, workers: pool).ReadAsync("fault:hang", Pools.Bytes("x"), caller.Token);
        await Pools.UntilAsync(() => pool.Workers.Count == 0 && Pools.Children().Count > 0);

        await caller.CancelAsync();

        await FluentActions.Awaiting(() => reading).Should().ThrowAsync<OperationCanceledException>();
        await pool.ShouldBeHealthyAsync();
    }

    [Fact]
    public async Task A_caller_that_cancels_while_it_waits_takes_no_worker()
    {
        await using var pool = Pools.Of();
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var reader = new AttachmentReader(new AttachmentOptions { Timeout = TimeSpan.FromHours(1) }, workers: pool);
        var reading = reader.ReadAsync("fault:hang", Pools.Bytes("x"), first.Token);
        var waiting = reader.ReadAsync("a", Pools.Bytes("x"), second.Token);

        await second.CancelAsync();
        await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<OperationCanceledException>();
        await first.CancelAsync();
        await FluentActions.Awaiting(() => reading).Should().ThrowAsync<OperationCanceledException>();

        await pool.ShouldBeHealthyAsync();
    }

    [Fact]
    public async Task A_program_that_is_missing_makes_files_unreadable_and_says_so()
    {
        await using var pool = new WorkerPool(new WorkerOptions { Count = 1 }, new WorkerProgram(Path.Combine(AppContext.BaseDirectory, "none.dll")));

        for (var i = 0; i < 10; i++)
        {
            var part = await pool.ReadOneAsync("a", "hello");
            part.Status.Should().Be(PartStatus.Unreadable);
            part.Said().Should().Be("no process to read it in could be started; tell those who run this program");
        }

        (await pool.WarmAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task A_program_that_is_none_of_ours_is_not_given_a_file()
    {
        // The tests' own program, which prints its help.
        await using var pool = new WorkerPool(new WorkerOptions { Count = 1 }, new WorkerProgram(typeof(WorkerPoolTests).Assembly.Location, "--help"));

        (await pool.ReadOneAsync("a", "hello")).Status.Should().Be(PartStatus.Unreadable);
    }

    [Fact]
    public void Every_option_out_of_range_is_named()
    {
        var create = () => new WorkerPool(new WorkerOptions { Count = 0, MaxFiles = 0, MaxWorkingSet = 1, StartTimeout = TimeSpan.Zero });

        create.Should().Throw<ArgumentException>().WithMessage("*Count*MaxFiles*MaxWorkingSet*StartTimeout*");
    }

    private sealed class FailingStream(int after) : MemoryStream(new byte[after])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position < Length ? await base.ReadAsync(buffer, cancellationToken) : throw new IOException("the line was cut");
    }
}
