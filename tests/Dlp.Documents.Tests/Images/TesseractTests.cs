using Dlp.Documents.Images;

namespace Dlp.Documents.Tests.Images;

/// <summary>With commands that stand in for Tesseract and misbehave.</summary>
public sealed class TesseractTests : IDisposable
{
    private static readonly GreyImage Image = new(10, 10, [.. Enumerable.Range(0, 100).Select(i => (byte)i)]);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("dlp-tests-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("FRO7 3000 1007 9412, TWO 1234 5678", "FR07 3000 1007 9412, TWO 1234 5678")]
    [InlineData("GB1O BUKB 2020 1555", "GB10 BUKB 2020 1555")]
    [InlineData("to m.okafor @ orvalis.example and @ home", "to m.okafor@orvalis.example and @ home")]
    [InlineData("camille. lefevre@orvalis. example", "camille.lefevre@orvalis.example")]
    [InlineData("| have it, a | b", "I have it, a I b")]
    public async Task What_is_seen_otherwise_than_it_can_have_been_written_is_mended(string seen, string text)
    {
        var recognised = await new TextRecognition(Options($"echo '{seen}'")).ReadAsync(Image, TestContext.Current.CancellationToken);

        recognised.Text.Should().Be(text);
    }

    [Fact]
    public async Task An_image_that_takes_too_long_is_given_up_and_its_process_and_what_it_started_killed()
    {
        var recognition = new TextRecognition(Options("echo $$ > PLACE/pid; sleep 600 & echo $! > PLACE/child; wait") with { Timeout = TimeSpan.FromSeconds(1) });

        var recognised = await recognition.ReadAsync(Image, TestContext.Current.CancellationToken);

        recognised.Should().Be(new Recognised("", new("recognising its text took longer than 1 s and was given up", "la reconnaissance de son texte a pris plus de 1 s et a été abandonnée")));
        await ShouldEndAsync("pid");
        await ShouldEndAsync("child");
    }

    [Fact]
    public async Task An_image_that_uses_up_its_processor_time_is_given_up_long_before_the_clock_says_so()
    {
        var recognition = new TextRecognition(Options("echo $$ > PLACE/pid; while :; do :; done") with { Timeout = TimeSpan.FromSeconds(1), MaxSlowdown = 100 });

        var recognised = await recognition.ReadAsync(Image, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(90), TestContext.Current.CancellationToken);

        recognised.Fault!.En.Should().Be("recognising its text took longer than 1 s and was given up");
        await ShouldEndAsync("pid");
    }

    [Fact]
    public async Task Time_in_which_it_waits_for_a_processor_costs_an_image_nothing()
    {
        var recognition = new TextRecognition(Options("sleep 2; echo text") with { Timeout = TimeSpan.FromSeconds(1), MaxSlowdown = 100 });

        (await recognition.ReadAsync(Image, TestContext.Current.CancellationToken)).Text.Should().Be("text");
    }

    [Fact]
    public async Task A_caller_that_gives_up_ends_the_process()
    {
        using var source = new CancellationTokenSource();
        var reading = new TextRecognition(Options("echo $$ > PLACE/pid; exec sleep 600") with { Timeout = TimeSpan.FromMinutes(10) }).ReadAsync(Image, source.Token);
        while (!File.Exists(Path.Combine(_directory.FullName, "pid")))
            await Task.Delay(20, TestContext.Current.CancellationToken);

        await source.CancelAsync();

        await reading.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
        await ShouldEndAsync("pid");
    }

    [Fact]
    public async Task When_it_keeps_failing_it_is_left_alone_for_a_while()
    {
        var recognition = new TextRecognition(Options("echo x >> PLACE/runs; exit 1"));

        var faults = new List<string?>();
        for (var i = 0; i < 10; i++)
            faults.Add((await recognition.ReadAsync(Image, TestContext.Current.CancellationToken)).Fault?.En);

        faults[0].Should().Be("recognising its text (OCR) failed");
        faults[^1].Should().Be("its text was not recognised, for text recognition (OCR) keeps failing");
        File.ReadAllLines(Path.Combine(_directory.FullName, "runs")).Should().HaveCount(5);
    }

    [Fact]
    public async Task No_more_processes_run_at_once_than_the_option_allows()
    {
        var recognition = new TextRecognition(Options("mkdir PLACE/lock || echo overlap >> PLACE/overlaps; sleep 0.2; rmdir PLACE/lock; echo text") with { MaxProcesses = 1 });

        var texts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => recognition.ReadAsync(Image, TestContext.Current.CancellationToken)));

        texts.Should().OnlyContain(recognised => recognised.Text == "text");
        File.Exists(Path.Combine(_directory.FullName, "overlaps")).Should().BeFalse();
    }

    [Fact]
    public async Task What_is_seen_without_confidence_is_kept_when_there_is_no_time_to_turn_it()
    {
        var options = Options("case \"$*\" in *'--psm 1 '*) while :; do :; done;; esac\nprintf 'level\\tpage_num\\n1\\t1\\t0\\t0\\t0\\t0\\t0\\t0\\t9\\t9\\t-1\\t\\n5\\t1\\t1\\t1\\t1\\t1\\t3\\t3\\t3\\t3\\t41.5\\tuoiteutibah\\n5\\t1\\t1\\t1\\t1\\t2\\t3\\t3\\t3\\t3\\t38\\tuo\\nuoiteutibah uo\\n'", "eng; echo osd");

        (await new TextRecognition(options with { Timeout = TimeSpan.FromSeconds(1), MaxSlowdown = 100 }).ReadAsync(Image, TestContext.Current.CancellationToken)).Text.Should().Be("uoiteutibah uo");
    }

    [Fact]
    public void Each_page_has_its_text_and_its_confidence()
    {
        const string output = "level\tpage_num\ttext\n1\t1\t0\t0\t0\t0\t0\t0\t9\t9\t-1\t\n5\t1\t1\t1\t1\t1\t3\t3\t3\t3\t90.5\tab\n5\t1\t1\t1\t1\t2\t3\t3\t3\t3\t30.5\tcd\nab cd\n\nef\n"
            + "1\t2\t0\t0\t0\t0\t0\t0\t9\t9\t-1\t\n\f1\t3\t0\t0\t0\t0\t0\t0\t9\t9\t-1\t\n\fgh\n";

        TesseractOutput.PagesOf(output).Should().Equal(new("ab cd\n\nef", 60.5, 4), new("", null, 0), new RecognisedPage("gh", null, 0));
        TesseractOutput.PagesOf("plain\n").Should().Equal(new RecognisedPage("plain", null, 0));
    }

    [Fact]
    public async Task What_fails_makes_the_part_partial_and_says_so()
    {
        var part = await Reading.ReadAsync(Drawn.Lines(["hello"]), new AttachmentOptions { Ocr = Options("exit 1") });

        part.Status.Should().Be(PartStatus.Partial);
        part.Cause.Should().Be(UnreadCause.NoOcr);
        part.Said().Should().Be("the image: recognising its text (OCR) failed");
    }

    [Fact]
    public async Task It_gets_none_of_our_environment()
    {
        Environment.SetEnvironmentVariable("DLP_TEST_SECRET", "Tramontane");

        var recognised = await new TextRecognition(Options("env")).ReadAsync(Image, TestContext.Current.CancellationToken);

        recognised.Text.Should().Contain("OMP_THREAD_LIMIT=1").And.NotContain("Tramontane");
    }

    [Fact]
    public void A_command_without_a_language_is_not_installed()
    {
        new TextRecognition(new OcrOptions { Command = Script("exit 0") }).IsInstalled.Should().BeFalse();
        new TextRecognition(new OcrOptions { Command = "/no/such/command" }).IsInstalled.Should().BeFalse();
    }

    [Fact]
    public void Every_option_out_of_range_is_named()
    {
        var ocr = new OcrOptions
        {
            Languages = ["fra; rm"],
            MaxPixels = 0,
            MaxImages = -1,
            DoubleBelowWidth = -1,
            MaxProcesses = 0,
            Timeout = TimeSpan.Zero,
            TimeoutPerMegapixel = TimeSpan.FromSeconds(-1),
            MaxSlowdown = 0,
        };
        var create = () => new AttachmentReader(new AttachmentOptions { Ocr = ocr });

        create.Should().Throw<ArgumentException>().WithMessage("*Languages*MaxPixels*MaxImages*DoubleBelowWidth*MaxProcesses*Ocr:Timeout*TimeoutPerMegapixel*MaxSlowdown*");
    }

    /// <summary>A command that knows English, and runs <paramref name="body"/> for each image.</summary>
    private OcrOptions Options(string body, string languages = "eng") => new()
    {
        Command = Script($"if [ \"$1\" = --list-langs ]; then echo 'List:'; echo {languages}; exit 0; fi\n{body}"),
        TimeoutPerMegapixel = TimeSpan.Zero,
        Timeout = TimeSpan.FromMinutes(1),
    };

    private string Script(string body)
    {
        var path = Path.Combine(_directory.FullName, "tesseract");
        Images.Script.Write(path, body.Replace("PLACE", _directory.FullName, StringComparison.Ordinal));
        return path;
    }

    private async Task ShouldEndAsync(string file)
    {
        var id = int.Parse(await File.ReadAllTextAsync(Path.Combine(_directory.FullName, file), TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
        for (var tries = 0; tries < 500 && IsRunning(); tries++)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        IsRunning().Should().BeFalse();

        // One that has ended may wait for its parent to hear of it.
        bool IsRunning()
        {
            try
            {
                return !File.ReadAllText($"/proc/{id}/stat").Contains(") Z ", StringComparison.Ordinal);
            }
            catch (IOException)
            {
                return false;
            }
        }
    }
}
