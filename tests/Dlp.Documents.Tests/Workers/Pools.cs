using System.Diagnostics;
using System.Text;
using Dlp.Documents.Workers;

namespace Dlp.Documents.Tests.Workers;

/// <summary>Pools of real processes, which do on purpose what a hostile file may do to them.</summary>
internal static class Pools
{
    public static WorkerPool Of(int count = 1, WorkerOptions? options = null) =>
        new((options ?? new WorkerOptions()) with { Count = count }, WorkerProgram.Shipped.With("--allow-faults"));

    /// <summary>A text that is not read without a process of its own, as one in UTF-8 would be.</summary>
    public static byte[] Bytes(string text) => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)];

    public static Task<IReadOnlyList<DraftPart>> ReadAsync(this WorkerPool pool, string name, string content = "", AttachmentOptions? options = null) =>
        new AttachmentReader(options, workers: pool).ReadAsync(name, Bytes(content), TestContext.Current.CancellationToken);

    public static async Task<DraftPart> ReadOneAsync(this WorkerPool pool, string name, string content = "", AttachmentOptions? options = null) =>
        (await pool.ReadAsync(name, content, options)).Should().ContainSingle().Subject;

    public static async Task ShouldBeHealthyAsync(this WorkerPool pool)
    {
        var part = await pool.ReadOneAsync("note.txt", "première ligne");
        part.Should().BeEquivalentTo(new DraftPart("note.txt", DraftPartKind.Attachment, "première ligne"));
    }

    /// <summary>Whether a process is there; one that has ended but is not forgotten (a zombie) is.</summary>
    public static bool Exists(int id) => Directory.Exists($"/proc/{id}");

    /// <summary>The children of this process, zombies too.</summary>
    public static IReadOnlyList<int> Children()
    {
        while (true)
        {
            try
            {
                return [.. Directory.GetDirectories($"/proc/{Environment.ProcessId}/task")
                    .SelectMany(task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    .Select(id => int.Parse(id, System.Globalization.CultureInfo.InvariantCulture))];
            }
            catch (IOException)
            {
                // A thread has ended meanwhile, and another has its children.
            }
        }
    }

    public static IReadOnlyList<string> Directories() => Directory.GetDirectories(Path.GetTempPath(), $"dlp-worker-{Environment.ProcessId}-*");

    /// <summary>Waits for what another process is about to do. The deadline is only there so that a broken program does not wait for ever.</summary>
    public static async Task UntilAsync(Func<bool> happened)
    {
        var deadline = Stopwatch.StartNew();
        while (!happened())
        {
            deadline.Elapsed.Should().BeLessThan(TimeSpan.FromMinutes(1));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
