using System.Text;
using CsCheck;
using Dlp.Documents.Tests.Archives;
using Dlp.Documents.Tests.Workers;
using Dlp.Engine.Rules;

namespace Dlp.Documents.Tests;

/// <summary>What is scanned while it is read gives what the whole would give.</summary>
public sealed class AttachmentFeedTests
{
    internal static readonly ScanOptions Options = new() { PublishAt = new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.Zero), MinimumConfidence = Confidence.Low, Redact = false };

    internal static readonly DraftScanner Scanner = new(RuleSet.Load(
        [
            new RuleFile("policies/default.yaml", "statements: [{when: {minimumConfidence: medium}, verdict: warn}]\nincomplete: {partial: warn, unreadable: warn, encrypted: warn, tooLarge: warn, unsupported: warn, noOcr: allow, audioOrVideo: allow}\n"),
            new RuleFile("identity/badge.yaml", """
                id: identity.badge
                version: 1
                status: live
                title: {en: Thing, fr: Chose}
                infoType: badge
                severity: medium
                message: {en: Leave it out., fr: Retirez-le.}
                replacement: {en: '[removed]', fr: '[retiré]'}
                detect: [{regex: '\bbadge (?<value>[0-9]{4})\b', confidence: medium}]
                hotwords: [{words: {en: [secret]}, before: 40, after: 40, raisesTo: high}]
                examples:
                  match: [{text: ⟦x⟧}]
                  noMatch: [{text: y, because: it is another letter}]
                falsePositives: []
                references: []
                """),
            new RuleFile("technical/kind.yaml", """
                id: technical.kind
                version: 1
                status: live
                title: {en: Other kind, fr: Autre type}
                infoType: kind
                severity: low
                message: {en: Rename it., fr: Renommez-le.}
                replacement: {en: '[file]', fr: '[fichier]'}
                detect: [{signal: otherKind, confidence: high}]
                examples:
                  match: [{text: ⟦x⟧, signals: [otherKind]}]
                  noMatch: [{text: y, because: nothing is said of it}]
                falsePositives: []
                references: []
                """),
        ],
        checkExamples: false).RuleSet!);

    private static readonly Gen<string> Texts = Gen.Select(Gen.Int[0, 3].Select(i => new[] { "badge 1234", "secret badge 4321", "bádge １２３４", "🦊" }[i]), Gen.Int[0, 9_000])
        .Array[0, 60]
        .Select(plants => string.Concat(plants.Select(plant => plant.Item1 + " é " + new string('.', plant.Item2) + "\n")));

    [Fact]
    public void However_the_parts_come_the_findings_are_those_of_the_whole() =>
        Gen.Select(Texts.Array[1, 4], Gen.Int[1, 40_000].Array[1, 9], Gen.Int[0, 3].Array[10]).Sample(
            (texts, cuts, turns) =>
            {
                var parts = texts.Select((text, i) => new DraftPart($"a.zip › badge {1000 + i / 2}/part {i}", DraftPartKind.Attachment, text)
                {
                    Status = i % 2 == 0 ? PartStatus.Scanned : PartStatus.Partial,
                    Detail = i % 2 == 0 ? null : new("a font was not read", "une police n'a pas été lue"),
                    Signals = i % 3 == 0 ? [] : [PartSignal.OtherKind],
                    Places = i == 0 ? [] : [new PartPlace(0, new("page 1", "page 1")), new PartPlace(text.Length / 2, new("sheet 2", "feuille 2"), "B12")],
                }).ToList();
                var whole = Scanner.Scan(new Draft(parts), Options);

                var (pieces, reports) = Scanner.ScanAsync(new Draft([]), Options, scan => Told(parts, cuts, turns).FeedAsync(scan, name => name)).GetAwaiter().GetResult();

                return Findings(pieces).SequenceEqual(Findings(whole)) && reports.SequenceEqual(whole.PartsOf(new Draft(parts)))
                    && Told(parts, cuts, turns).ToPartsAsync().GetAwaiter().GetResult().Zip(parts).All(pair => pair.First with { Places = pair.Second.Places } == pair.Second);
            },
            iter: 60);

    [Fact]
    public async Task An_archive_that_is_scanned_while_a_worker_reads_it_gives_the_findings_of_its_parts()
    {
        var longText = string.Concat(Enumerable.Range(0, 60_000).Select(i => i % 5_000 == 0 ? "secret badge 1234 🦊\n" : "une ligne de texte\n"));
        var inner = new RawZip().Add("note.txt", "badge 5678"u8.ToArray()).ToArray();
        var zip = new RawZip().Add("long.txt", Encoding.UTF8.GetBytes(longText)).Add("inner.zip", inner).Add("rubbish.bin", [1, 2, 3, 4]).Add("badge 9876.pdf", "une note"u8.ToArray()).ToArray();
        await using var pool = Pools.Of();
        var reader = new AttachmentReader(workers: pool);
        var parts = await reader.ReadAsync("a.zip", zip, TestContext.Current.CancellationToken);
        var whole = Scanner.Scan(new Draft(parts), Options);
        var seen = new StringBuilder();

        var (pieces, reports) = await Scanner.ScanAsync(new Draft([]), Options, scan =>
            reader.Start("a.zip", zip, TestContext.Current.CancellationToken).FeedAsync(scan, name => name, (part, text) => seen.Append(part == "a.zip › long.txt" ? text : default)));

        Findings(pieces).Should().Equal(Findings(whole)).And.HaveCount(15);
        pieces.Findings.Where(finding => finding.InName).Select(finding => (finding.Rule.Id, finding.Part)).Should().BeEquivalentTo(
            [("identity.badge", "a.zip › badge 9876.pdf"), ("technical.kind", "a.zip › badge 9876.pdf")]);
        reports.Should().Equal(whole.PartsOf(new Draft(parts)));
        seen.ToString().Should().Be(longText);
    }

    [Fact]
    public async Task A_long_text_comes_before_it_is_read_to_its_end()
    {
        await using var pool = Pools.Of();
        var text = Encoding.UTF8.GetBytes(new string('é', 300_000));
        var largest = 0;
        var count = 0;

        await foreach (var told in new AttachmentReader(workers: pool).Start("long.txt", text, TestContext.Current.CancellationToken).ReadAllAsync())
        {
            largest = told is PartText piece ? Math.Max(largest, piece.Text.Length) : largest;
            count += told is PartText ? 1 : 0;
        }

        largest.Should().BeLessThanOrEqualTo(ReadingEvents.Piece);
        count.Should().BeGreaterThan(5);
    }

    [Fact]
    public async Task What_has_been_told_of_a_part_is_not_told_again()
    {
        var told = await new AttachmentReader().Start("photo.png", "une note"u8.ToArray(), TestContext.Current.CancellationToken).ReadAllAsync().OfType<PartRead>().ToListAsync(TestContext.Current.CancellationToken);

        told.Should().ContainSingle().Which.Signals.Should().Equal(PartSignal.OtherKind);
    }

    [Fact]
    public async Task A_worker_that_breaks_off_in_the_middle_of_a_text_leaves_what_came_before()
    {
        await using var pool = Pools.Of();

        var part = (await pool.ReadAsync("fault:broken-off", new string('x', 100_000))).Should().ContainSingle().Subject;

        part.Status.Should().Be(PartStatus.Partial);
        part.Text.Should().StartWith("xxx");
        part.Said().Should().Contain("ended the reader");
    }

    [Fact]
    public async Task A_reading_that_fails_fails_the_scan()
    {
        var feed = AttachmentFeed.Of(take =>
        {
            take(new PartOpened(0, "a"));
            return Task.FromException(new IOException("the line was cut"));
        });

        var scan = () => Scanner.ScanAsync(new Draft([]), Options, scan => feed.FeedAsync(scan, name => name));

        await scan.Should().ThrowAsync<IOException>();
        await FluentActions.Awaiting(() => feed.Ended).Should().ThrowAsync<IOException>();
    }

    /// <summary>The parts as a worker might tell them: cut anywhere, one in the other, and more of the state of one later.</summary>
    private static AttachmentFeed Told(List<DraftPart> parts, int[] cuts, int[] turns) => AttachmentFeed.Of(take =>
    {
        for (var i = 0; i < parts.Count; i++)
            take(new PartOpened(i, parts[i].Name));
        var told = new int[parts.Count];
        for (var turn = 0; told.Zip(parts).Any(pair => pair.First <= pair.Second.Text.Length); turn++)
        {
            var i = (turn / turns.Length + turns[turn % turns.Length]) % parts.Count;
            var text = parts[i].Text;
            if (told[i] > text.Length)
                continue;
            var length = Math.Min(cuts[turn % cuts.Length], text.Length - told[i]);
            take(new PartText(i, text.AsMemory(told[i], length)));
            take(new PartPlaces(i, [.. parts[i].Places.Where(place => place.Start >= told[i] && (place.Start < told[i] + length || told[i] + length == text.Length))]));
            told[i] += length;
            if (told[i] == text.Length)
            {
                take(new PartRead(i, PartStatus.Scanned, UnreadCause.None, null, []));
                told[i]++;
            }
        }

        for (var i = 0; i < parts.Count; i++)
            take(new PartRead(i, parts[i].Status, parts[i].Cause, parts[i].Detail, parts[i].Signals));
        return Task.CompletedTask;
    });

    private static IEnumerable<string> Findings(ScanResult result) =>
        result.Findings.Select(finding => $"{finding.Id} {finding.Rule.Id} {finding.Part} {finding.Span} {finding.Location} {finding.Preview} {finding.Confidence} {finding.Verdict}");
}
