using System.Text;

namespace Dlp.Documents.Tests;

public class AttachmentReaderTests
{
    private const string Secret = "IBAN FR58 9999 9000 420A 7B3C 9D15 K76";

    [Fact]
    public async Task A_part_bears_the_name_of_the_attachment_and_its_kind()
    {
        var parts = await new AttachmentReader().ReadAsync("notes.txt", "hello"u8.ToArray(), TestContext.Current.CancellationToken);

        parts.Should().ContainSingle().Which.Should().BeEquivalentTo(new DraftPart("notes.txt", DraftPartKind.Attachment, "hello"));
    }

    [Fact]
    public async Task An_empty_file_is_scanned_and_has_no_text()
    {
        var part = await Reading.ReadAsync([]);

        part.Should().BeEquivalentTo(new DraftPart("q3.bin", DraftPartKind.Attachment, ""));
    }

    [Fact]
    public async Task The_type_is_told_by_content_and_not_by_name()
    {
        var reader = new AttachmentReader();
        var pdf = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "samples", "press-release.pdf"), TestContext.Current.CancellationToken);

        var renamed = await reader.ReadAsync("holiday.jpg", pdf, TestContext.Current.CancellationToken);
        var text = await reader.ReadAsync("q3.pdf", Encoding.UTF8.GetBytes(Secret), TestContext.Current.CancellationToken);

        renamed[0].Text.Should().Contain("Orvalis opens a workshop");
        text[0].Text.Should().Be(Secret);
    }

    [Fact]
    public async Task A_file_over_the_limit_of_bytes_is_too_large_and_is_not_read()
    {
        var part = await Reading.ReadAsync(new byte[51 * 1024 * 1024]);

        part.Status.Should().Be(PartStatus.TooLarge);
        part.Text.Should().BeEmpty();
        part.Said().Should().Be("the file is larger than the limit of 52,428,800 bytes; nothing of it was read");
    }

    [Fact]
    public async Task A_file_of_exactly_the_limit_of_bytes_is_read()
    {
        var part = await Reading.ReadAsync("12345"u8.ToArray(), new AttachmentOptions { MaxBytes = 5 });

        part.Status.Should().Be(PartStatus.Scanned);
    }

    [Fact]
    public async Task A_stream_over_the_limit_is_not_read_to_its_end()
    {
        using var content = new MemoryStream(new byte[10_000_000]);

        var parts = await new AttachmentReader(new AttachmentOptions { MaxBytes = 1000 }).ReadAsync("a", content, TestContext.Current.CancellationToken);

        parts[0].Status.Should().Be(PartStatus.TooLarge);
        content.Position.Should().BeLessThan(1_000_000);
    }

    [Fact]
    public async Task A_stream_is_read_as_the_bytes_it_gives()
    {
        var text = string.Concat(Enumerable.Repeat(Secret + "\n", 10_000));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));

        var parts = await new AttachmentReader().ReadAsync("a", content, TestContext.Current.CancellationToken);

        parts[0].Text.Should().Be(text);
    }

    [Fact]
    public async Task Text_over_the_limit_of_characters_is_cut_and_the_part_says_so()
    {
        var part = await Reading.ReadAsync(Encoding.UTF8.GetBytes(Secret), new AttachmentOptions { MaxCharacters = 10 });

        part.Status.Should().Be(PartStatus.TooLarge);
        part.Text.Should().Be(Secret[..10]);
        part.Said().Should().Be("it holds more than the limit of 10 characters; the rest was not read");
    }

    [Fact]
    public async Task The_cut_never_halves_a_surrogate_pair()
    {
        var part = await Reading.ReadAsync(Encoding.UTF8.GetBytes("abc🦊def"), new AttachmentOptions { MaxCharacters = 4 });

        part.Text.Should().Be("abc");
    }

    [Fact]
    public async Task A_cancelled_caller_gets_its_cancellation()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        var read = () => new AttachmentReader().ReadAsync("a", "hello"u8.ToArray(), source.Token);

        await read.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Pages_read_before_time_ran_out_are_kept()
    {
        var (part, _) = await ReadUntilTimeRunsOutAsync(reading => reading.Open("slow.pdf").Add(Place.Page(1), "the first page"));

        part.Status.Should().Be(PartStatus.Partial);
        part.Text.Should().Be("the first page\n");
        part.Said().Should().Be("reading it took longer than 20 s and was given up");
    }

    [Fact]
    public async Task A_file_of_which_nothing_was_read_in_time_is_unreadable()
    {
        var (part, _) = await ReadUntilTimeRunsOutAsync(_ => { });

        part.Status.Should().Be(PartStatus.Unreadable);
        part.Text.Should().BeEmpty();
    }

    [Fact]
    public async Task A_reading_that_was_given_up_is_told_to_stop()
    {
        var (_, token) = await ReadUntilTimeRunsOutAsync(_ => { });

        token.IsCancellationRequested.Should().BeTrue();
    }

    [Fact]
    public async Task A_reader_that_fails_gives_a_status_and_no_message_of_its_exception()
    {
        // A PDF whose first object is no object at all.
        var parts = await new AttachmentReader().ReadAsync("a", Encoding.ASCII.GetBytes($"%PDF-1.7\n{Secret} endobj startxref"), TestContext.Current.CancellationToken);

        var part = parts.Should().ContainSingle().Subject;
        part.Status.Should().Be(PartStatus.Unreadable);
        part.Said().Should().NotContain("FR58");
    }

    [Fact]
    public void Every_limit_out_of_range_is_named()
    {
        var create = () => new AttachmentReader(new AttachmentOptions { MaxBytes = 0, MaxCharacters = -1, MaxPages = 0, Timeout = TimeSpan.Zero });

        create.Should().Throw<ArgumentException>().WithMessage("*MaxBytes*MaxCharacters*MaxPages*Timeout*");
    }

    private static async Task<(DraftPart Part, CancellationToken Token)> ReadUntilTimeRunsOutAsync(Action<AttachmentReading> before)
    {
        var clock = new ManualClock();
        var seen = CancellationToken.None;
        using var released = new ManualResetEventSlim();
        using var ended = new ManualResetEventSlim();
        var parts = await AttachmentFeed.Of(take => new AttachmentReader(timeProvider: clock).WithinTimeAsync(
            "slow.pdf",
            reading =>
            {
                seen = reading.Token;
                try
                {
                    before(reading);

                    // From another thread: what waits for the time to run out may go on at once, on the thread that says so.
                    ThreadPool.QueueUserWorkItem(_ => clock.LetTimeRunOut());
                    released.Wait(CancellationToken.None);
                }
                finally
                {
                    ended.Set();
                }
            },
            take,
            TestContext.Current.CancellationToken)).ToPartsAsync();
        var part = parts.Should().ContainSingle().Subject;
        var cancelled = seen;
        released.Set();
        ended.Wait(TestContext.Current.CancellationToken);
        return (part, cancelled);
    }
}
