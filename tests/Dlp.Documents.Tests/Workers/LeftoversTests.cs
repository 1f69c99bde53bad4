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
        var reading = new AttachmentReader(workers: pool).ReadAsync("fault:tool", "x"u8.ToArray(), caller.Token);
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
    public async Task A_thousand_files_take_no_memory_that_stays()
    {
        var pdf = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "samples", "press-release.pdf"), TestContext.Current.CancellationToken);
        byte[][] files = [pdf, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("note ", 20_000))), [0x89, .. "PNG\r\n\u001a\n"u8, .. new byte[64]], [], pdf[..(pdf.Length / 2)]];
        await using var pool = Pools.Of(count: 2);
        var reader = new AttachmentReader(workers: pool);
        await ReadAsync(100);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await ReadAsync(1000);

        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(5_000_000);

        Task ReadAsync(int count) => Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken },
            async (i, token) => await reader.ReadAsync($"{i}", files[i % files.Length], token));
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
