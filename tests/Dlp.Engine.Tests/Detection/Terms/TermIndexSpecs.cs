using System.Globalization;
using CsCheck;
using Dlp.Engine.Detection.Terms;
using Dlp.Engine.Normalization;

namespace Dlp.Engine.Tests.Detection.Terms;

public class TermIndexSpecs
{
    private static readonly string[] Words =
    [
        "plan", "plans", "social", "sociaux", "sociau", "company", "companies", "companie", "breach", "breaches", "breache", "news", "new", "loss", "losses", "losse", "tax", "taxes", "taxe",
        "bus", "bu", "a", "l", "été", "r", "d", "7", "7s", "aux", "ies", "naux", "naal", "fly", "flies", "Ωμέγα", "日本", "ßes", "abcdefghijklmnop", "abcdefghijklmnops", "companyss",
    ];

    private static readonly string[] Joints = [" ", " ", " ", " ", "-", "'", "’", "_", "  ", "   ", "    ", "\n", "\n\n", ", ", "&", ".", "°", " & ", "𝄞", "/", "#", "日", ""];

    private static readonly Gen<string> Mixed = Gen.Select(Gen.Int[0, Words.Length - 1], Gen.Int[0, Joints.Length - 1], (word, joint) => Words[word] + Joints[joint])
        .Array[1, 4].Select(string.Concat);

    private static readonly Gen<string> Term = Gen.Frequency((8, Mixed), (1, Texts.Any(12)));

    private static readonly Gen<string> Text = Gen.Frequency((8, Mixed.Array[0, 30].Select(string.Concat)), (1, Texts.Any(200)));

    [Fact]
    public void The_terms_of_many_sets_are_found_where_each_of_them_stands() =>
        Gen.Select(Term.Array[0, 12].Array[1, 5], Text).Sample((sets, original) =>
        {
            var text = NormalizedText.Of(original).Text;
            return Found(new TermIndex([.. sets.Select(TermSet.Of)]), text) == Expected(sets, text);
        }, iter: 5_000);

    [Fact]
    public void A_large_set_is_searched_like_a_small_one()
    {
        var many = Enumerable.Range(0, TermSet.MostSharing).Select(number => $"terme{number.ToString(CultureInfo.InvariantCulture)} du lot").ToArray();
        Gen.Select(Term.Array[1, 40], Term.Array[0, 12], Text).Sample((large, small, original) =>
        {
            var text = NormalizedText.Of(original + " termes17 du lot").Text;
            var sets = new[] { small, [.. many, .. large, "terme17 du lot"], large };
            var index = new TermIndex([.. sets.Select(TermSet.Of)]);
            // The terms of the lot stand nowhere but at the end.
            return Found(index, text) == Expected([small, [.. large, "terme17 du lot"], large], text);
        }, iter: 50);
    }

    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(65_537)]
    public void Sets_may_be_many(int count)
    {
        var index = new TermIndex([.. Enumerable.Range(0, count).Select(set => TermSet.Of([$"set {set.ToString(CultureInfo.InvariantCulture)}", "orion"]))]);
        var hits = new TermHits();
        index.Find($"set {(count - 1).ToString(CultureInfo.InvariantCulture)}", hits);
        hits.All.ToArray().Select(hit => hit.Set).Should().Equal(count - 1);
        index.Find("orion", hits);
        hits.All.ToArray().Select(hit => hit.Set).Should().BeEquivalentTo(Enumerable.Range(0, count));
    }

    [Fact]
    public void A_term_that_a_list_repeats_is_kept_once()
    {
        var hits = new TermHits();
        var repeated = TermSet.Of(Enumerable.Repeat("Orion", 300_000));
        new TermIndex([repeated]).Find(string.Join(' ', Enumerable.Repeat("orion", 1_000)), hits);
        hits.Count.Should().Be(1_000);
    }

    [Fact]
    public void A_long_term_and_a_long_text_are_no_trouble()
    {
        var term = string.Join(' ', Enumerable.Repeat("mot", 5_000));
        var hits = new TermHits();
        new TermIndex([TermSet.Of([term, "été日 " + term])]).Find($"{term} été日 {term}".Replace("été日", "ete日", StringComparison.Ordinal), hits);
        hits.All.ToArray().Should().Equal(new TermHit(0, 0, term.Length), new TermHit(0, term.Length + 1, 2 * term.Length + 6));
    }

    [Fact]
    public void A_search_that_finds_nothing_allocates_nothing()
    {
        var index = new TermIndex([TermSet.Of(["orion", "plan social"]), TermSet.Of(["projet"])]);
        var hits = new TermHits();
        const string text = "un plan de table pour des projections, et l'été qui vient";
        index.Find(text, hits);
        var before = GC.GetAllocatedBytesForCurrentThread();
        index.Find(text, hits);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
        hits.Count.Should().Be(0);
    }

    private static string Expected(string[][] sets, string text) => string.Join(", ", sets.Index().SelectMany(set =>
        new ReferenceTerms(set.Item.Select(term => NormalizedText.Of(term).Text)).Find(text).Select(place => new TermHit(set.Index, place.Start, place.End))));

    private static string Found(TermIndex index, string text)
    {
        var hits = new TermHits();
        index.Find(text, hits);
        return string.Join(", ", hits.All.ToArray().OrderBy(hit => hit.Set));
    }
}
