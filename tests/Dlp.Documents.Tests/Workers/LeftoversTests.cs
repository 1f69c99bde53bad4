using System.Diagnostics;
using System.Text;
using Dlp.Documents.Workers;

namespace Dlp.Documents.Tests.Workers;

/// <summary>Nothing is left of a worker: no process, no file, no memory.</summary>
[Collection(nameof(LeftoversTests))]
[CollectionDefinition(nameof(LeftoversTests), DisableParallelization = true)]
public sealed class LeftoversTests
{
    [Fact]
    public async Task No_process_and_no_file_is_left()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "looks into /proc");
        var (processes, directories) = (Pools.Children(), Pools.Directories());
        await using (var pool = Pools.Of(count: 2))
        {
            foreach (var name in (string[])["a.txt", "fault:file", "fault:stack", "fault:exit", "fault:garbage", "b.txt"])
                await pool.ReadAsync(name, "hello");
            await pool.ReadAsync("fault:tool", options: new AttachmentOptions { Timeout = TimeSpan.FromMilliseconds(300) });
            Pools.Children().Except(processes).Should().HaveCountLessThanOrEqualTo(3);
        }

        Pools.Children().Except(processes).Should().BeEmpty();
        Pools.Directories().Except(directories, StringComparer.Ordinal).Should().BeEmpty();
    }

    [Fact]
    public async Task A_tool_ends_with_its_worker()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "looks into /proc");
        await using var pool = Pools.Of();
        using var caller = new CancellationTokenSource();
        var reading = new AttachmentReader(workers: pool).ReadAsync("fault:tool", Pools.Bytes("x"), caller.Token);
        await Pools.UntilAsync(() => Tools().Count > 0);

        await caller.CancelAsync();

        await FluentActions.Awaiting(() => reading).Should().ThrowAsync<OperationCanceledException>();
        await Pools.UntilAsync(() => Tools().Count == 0);
    }

    [Fact]
    public async Task A_worker_ends_when_the_program_that_started_it_does_even_while_it_reads()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "looks into /proc");
        var directory = Directory.CreateTempSubdirectory("dlp-worker-");
        using var process = Process.Start(WorkerProgram.Shipped.With("--allow-faults").StartIn(directory.FullName))!;
        var input = process.StandardInput.BaseStream;
        await Frames.WriteAsync(input, FrameKind.Request, new PayloadWriter().String("fault:loop").Bytes(OptionsJson.Write(new AttachmentOptions())).Written, TestContext.Current.CancellationToken);
        await Frames.WriteAsync(input, FrameKind.End, default, TestContext.Current.CancellationToken);
        await input.FlushAsync(TestContext.Current.CancellationToken);

        input.Close();

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        directory.Refresh();
        directory.Exists.Should().BeFalse();
    }

    [Theory]
    [InlineData("fault:words")]
    [InlineData("fault:stack")]
    [InlineData("fault:memory")]
    public async Task What_a_dying_reader_says_quotes_no_file(string fault)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the streams are closed on Unix");
        var directory = Directory.CreateTempSubdirectory("dlp-worker-");
        var start = WorkerProgram.Shipped.With("--allow-faults").StartIn(directory.FullName);
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var input = process.StandardInput.BaseStream;
        await Frames.WriteAsync(input, FrameKind.Request, new PayloadWriter().String(fault).Bytes(OptionsJson.Write(new AttachmentOptions())).Written, TestContext.Current.CancellationToken);
        await Frames.WriteAsync(input, FrameKind.Content, "the secret of the file"u8.ToArray(), TestContext.Current.CancellationToken);
        await Frames.WriteAsync(input, FrameKind.End, default, TestContext.Current.CancellationToken);
        await input.FlushAsync(TestContext.Current.CancellationToken);

        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        said.Should().BeEmpty();
        if (directory.Exists)
            directory.Delete(recursive: true);
    }

    [Fact]
    public async Task A_thousand_mixed_files_take_no_memory_that_stays_and_leave_nothing_behind()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the processes are looked at under /proc");
        var files = MixedFiles();
        using var scanning = new SemaphoreSlim(1);
        var directories = Pools.Directories();
        Usage at100, at1000;
        await using (var pool = Pools.Of(count: 2, options: new WorkerOptions { MaxFiles = 100_000, MaxWorkingSet = int.MaxValue }))
        {
            var reader = new AttachmentReader(new AttachmentOptions { Ocr = new OcrOptions { Command = null } }, workers: pool);
            await pool.WarmAsync();
            var workers = pool.Workers.Order().ToList();
            await ReadAsync(0, 100);
            at100 = Usage.Of(pool);

            await ReadAsync(100, 1_000);

            at1000 = Usage.Of(pool);
            pool.Workers.Order().Should().Equal(workers, "no file of these ends its reader");
            await pool.ShouldBeHealthyAsync();

            Task ReadAsync(int from, int to) => Parallel.ForEachAsync(
                Enumerable.Range(from, to - from),
                new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken },
                async (i, token) =>
                {
                    var (name, content) = files[i % files.Count];
                    var feed = reader.Start(name, content, token);

                    // One at a time: a scan keeps its room for the next, which has then seen every kind of file before anything is measured.
                    await scanning.WaitAsync(token);
                    await AttachmentFeedTests.Scanner.ScanAsync(new Draft([]), AttachmentFeedTests.Options, scan => feed.FeedAsync(scan, part => part));
                    scanning.Release();
                });
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{files.Count} kinds of files; after 100: {at100}; after 1,000: {at1000}");
        (at1000.Host - at100.Host).Should().BeLessThan(10_000_000, "of 900 files 10 KB each would stay");
        (at1000.Workers - at100.Workers).Should().BeLessThan(100_000_000, "what the files need at once stays with a process, but does not add up");
        Pools.Directories().Except(directories, StringComparer.Ordinal).Should().BeEmpty();
    }

    /// <summary>Every sample, its first half and its second, and a few files that are none.</summary>
    private static List<(string Name, byte[] Content)> MixedFiles()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "samples")).Order(StringComparer.Ordinal)
            .SelectMany(path => new[] { File.ReadAllBytes(path) }.SelectMany(content => new[] { (Path.GetFileName(path), content), ("half", content[..(content.Length / 2)]), ("rest", content[(content.Length / 2)..]) }))
            .ToList();
        files.Add(("empty", []));
        files.Add(("long.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("note ", 200_000)))));
        files.Add(("broken.png", [0x89, .. "PNG\r\n\u001a\n"u8, .. new byte[64]]));
        return files;
    }

    /// <summary>What the program holds after all garbage is gone, and what its workers have of the machine's memory.</summary>
    private readonly record struct Usage(long Host, long Workers)
    {
        public static Usage Of(WorkerPool pool) => new(GC.GetTotalMemory(forceFullCollection: true), pool.Workers.Sum(id => System.Diagnostics.Process.GetProcessById(id).WorkingSet64));

        public override string ToString() => FormattableString.Invariant($"host {Host / 1e6:0.0} MB held, workers {Workers / 1e6:0} MB resident");
    }

    private static List<string> Tools() =>
        [.. Directory.GetDirectories("/proc").Select(CommandOf).Where(command => command == "sleep\0600\0")];

    private static string CommandOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
