namespace Dlp.Cli.Tests.Extraction;

public sealed class ExtractTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task The_text_of_a_file_is_printed_exactly()
    {
        _workspace.Write("note.txt", "première\r\nligne");
        (await _workspace.DlpAsync("extract", "note.txt")).Should().Be(new DlpRun(0, "première\r\nligne", ""));
    }

    [Fact]
    public async Task Offsets_of_findings_count_in_the_extracted_text()
    {
        _workspace.WithRules();
        File.WriteAllBytes(Path.Combine(_workspace.Folder, "note.csv"), System.Text.Encoding.Unicode.GetPreamble().Concat(System.Text.Encoding.Unicode.GetBytes("é;TK123456")).ToArray());
        var finding = Json.Parse((await _workspace.DlpAsync("scan", "note.csv", "--format", "json")).Out).GetProperty("findings")[0];
        var text = (await _workspace.DlpAsync("extract", "note.csv")).Out;
        text[finding.GetProperty("start").GetInt32()..finding.GetProperty("end").GetInt32()].Should().Be("TK123456");
    }

    [Fact]
    public async Task As_json_each_part_has_its_status_and_text()
    {
        _workspace.Write("note.txt", "hello");
        var parts = Json.Parse((await _workspace.DlpAsync("extract", "note.txt", "--json")).Out);
        parts.GetArrayLength().Should().Be(1);
        parts[0].GetProperty("name").GetString().Should().Be("note.txt");
        parts[0].GetProperty("status").GetString().Should().Be("scanned");
        parts[0].GetProperty("text").GetString().Should().Be("hello");
    }

    [Fact]
    public async Task A_file_that_is_refused_exits_with_3_and_the_reason()
    {
        File.WriteAllBytes(Path.Combine(_workspace.Folder, "call.mp3"), [.. "ID3\u0003"u8, .. new byte[64]]);
        var run = await _workspace.DlpAsync("extract", "call.mp3");
        run.ExitCode.Should().Be(3);
        run.Out.Should().BeEmpty();
        run.Error.Should().Contain("call.mp3: unsupported");
    }

    [Fact]
    public async Task Each_file_inside_is_printed_under_its_name_and_told_of_on_the_standard_error()
    {
        File.WriteAllText(Path.Combine(_workspace.Folder, "a.eml"), """
            From: lea@orvalis.example
            Subject: x
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            bonjour
            --b
            Content-Disposition: attachment; filename=photo.pdf
            Content-Type: application/pdf

            une note
            --b--
            """);
        var run = await _workspace.DlpAsync("extract", "a.eml");
        run.ExitCode.Should().Be(0);
        run.Out.ReplaceLineEndings("\n").Should().Be("--- a.eml ---\nFrom: lea@orvalis.example\nSubject: x\nMIME-Version: 1.0\nbonjour\n--- a.eml › photo.pdf ---\nune note\n");
        run.Error.Should().Contain("a.eml › photo.pdf: scanned, its name ends in .pdf");
    }

    [Fact]
    public async Task As_json_every_part_has_its_places()
    {
        File.WriteAllText(Path.Combine(_workspace.Folder, "a.eml"), "From: lea@orvalis.example\nSubject: x\n\nbonjour\n");
        var parts = Json.Parse((await _workspace.DlpAsync("extract", "a.eml", "--json")).Out);
        var places = parts[0].GetProperty("places").EnumerateArray().Select(place => place.GetProperty("location").GetString());
        places.Should().Equal("header: From", "header: Subject", "body");
    }

    [Fact]
    public async Task Places_are_told_in_the_language_asked_for()
    {
        File.WriteAllText(Path.Combine(_workspace.Folder, "a.eml"), "From: lea@orvalis.example\nSubject: x\n\nbonjour\n");
        var parts = Json.Parse((await _workspace.DlpAsync("extract", "a.eml", "--json", "--language", "fr")).Out);
        var places = parts[0].GetProperty("places").EnumerateArray().Select(place => place.GetProperty("location").GetString());
        places.Should().Equal("en-tête : From", "en-tête : Subject", "corps du texte");
    }

    [Fact]
    public async Task A_missing_file_is_a_fault() =>
        (await _workspace.DlpAsync("extract", "none.txt")).Should().Match<DlpRun>(run => run.ExitCode == 1 && run.Error.Contains("none.txt"));
}
