using CsCheck;
using Dlp.Engine.Detection.Terms;
using Dlp.Engine.Normalization;
using FluentAssertions.Execution;

namespace Dlp.Engine.Tests.Detection.Terms;

public class TermSpecs
{
    [Theory]
    [InlineData("plan social", "un PLAN SOCIAL est prêt", "plan social")]
    [InlineData("réorganisation", "la Reorganisation d'hier", "reorganisation")]
    [InlineData("reorganisation", "la réorganisation", "reorganisation")]
    [InlineData("plan social", "des plans sociaux", "plans sociaux")]
    [InlineData("layoff", "Layoffs are coming", "layoffs")]
    [InlineData("company", "two companies", "companies")]
    [InlineData("bijou", "des bijoux", "bijoux")]
    [InlineData("breach", "two breaches", "breaches")]
    [InlineData("IP address", "both IP addresses", "ip addresses")]
    [InlineData("profit and loss", "profits and losses", "profits and losses")]
    [InlineData("tax", "new taxes", "taxes")]
    [InlineData("plans sociaux", "un plan social", "plan social")]
    [InlineData("données personnelles", "une donnée personnelle", "donnee personnelle")]
    [InlineData("comptes annuels", "le compte annuel", "compte annuel")]
    [InlineData("companies", "a company", "company")]
    [InlineData("journaux", "un journal", "journal")]
    [InlineData("opération Orion", "c'est l’opération Orion", "operation orion")]
    [InlineData("Orion", "Orion’s launch", "orion")]
    [InlineData("diffusion restreinte", "DIFFUSION-RESTREINTE", "diffusion-restreinte")]
    [InlineData("diffusion restreinte", "diffusion_restreinte", "diffusion_restreinte")]
    [InlineData("diffusion restreinte", "diffusion\u00a0restreinte", "diffusion restreinte")]
    [InlineData("diffusion restreinte", "diffusion\nrestreinte", "diffusion\nrestreinte")]
    [InlineData("chiffre d'affaires", "le chiffre d’affaires du mois", "chiffre d'affaires")]
    [InlineData("projet orion", "#ProjetOrion", "projet orion")]
    [InlineData("Lumen Pro 2", "lumen pro 2.", "lumen pro 2")]
    [InlineData("r&d", "le budget R&D", "r&d")]
    [InlineData("c.s.e", "au C.S.E demain", "c.s.e")]
    [InlineData("comex", "au C.O.M.E.X demain", "comex")]
    public void A_term_is_found_however_it_is_written(string term, string text, string found) => Found([term], text).Should().Equal(found);

    [Theory]
    [InlineData("orion", "orionide")]
    [InlineData("orion", "scorpiorion")]
    [InlineData("orion", "orion2")]
    [InlineData("plan social", "plan pour un social club")]
    [InlineData("plan social", "plan. Social")]
    [InlineData("plan social", "plan, social")]
    [InlineData("plan social", "plan     social")]
    [InlineData("plan social", "plansocial")]
    [InlineData("bus", "bu")]
    [InlineData("news", "a new start")]
    [InlineData("breaking news", "breaking new ground")]
    [InlineData("paris", "un pari")]
    [InlineData("cours", "les courses")]
    [InlineData("cas", "les cases")]
    [InlineData("plan social", "plan\n\nsocial")]
    [InlineData("ca", "cas")]
    public void A_term_is_not_found_in_other_words(string term, string text) => Found([term], text).Should().BeEmpty();

    [Fact]
    public void The_longest_term_is_found_and_places_do_not_overlap() =>
        Found(["sécurité", "sécurité sociale", "numéro de sécurité sociale", "sociale"], "numéro de sécurité sociale, sécurité sociale, sécurité")
            .Should().Equal("numero de securite sociale", "securite sociale", "securite");

    [Fact]
    public void A_term_must_lie_wholly_in_the_range()
    {
        const string text = "an orion here";
        using var scope = new AssertionScope();
        Places("orion", text, 3, 8).Should().Equal(new TextSpan(3, 8));
        Places("orion", text, 4, 8).Should().BeEmpty();
        Places("orion", text, 3, 7).Should().BeEmpty();
        Places("orion", text, 0, text.Length).Should().Equal(new TextSpan(3, 8));
        Places("orion", text, 8, 8).Should().BeEmpty();
        Places("orion", "", 0, 0).Should().BeEmpty();
        Places("ion", text, 5, 8).Should().BeEmpty();
        Places("carte bleue", "ma carte bleue", 0, 8).Should().BeEmpty();
    }

    [Fact]
    public void A_shorter_term_is_found_where_the_longer_one_reaches_beyond_the_range()
    {
        var hits = new TermHits();
        new TermIndex([TermSet.Of(["carte", "carte bleue"])]).Find("ma carte bleue", new TextSpan(0, 8), hits);
        hits.All.ToArray().Should().Equal(new TermHit(0, 3, 8));
    }

    [Fact]
    public void Hits_name_the_set_and_are_those_of_the_latest_search()
    {
        var index = new TermIndex([TermSet.Of(["orion"]), TermSet.Of([]), TermSet.Of(["orion", "projet orion"])]);
        var hits = new TermHits();
        index.Find("projet orion", hits);
        hits.All.ToArray().Should().BeEquivalentTo([new TermHit(0, 7, 12), new TermHit(2, 0, 12)]);
        index.Find("orion", hits);
        hits.All.ToArray().Should().BeEquivalentTo([new TermHit(0, 0, 5), new TermHit(2, 0, 5)]);
        index.Find("rien", hits);
        hits.Count.Should().Be(0);
    }

    [Fact]
    public void No_term_runs_from_one_post_into_the_next()
    {
        var rules = TestRules.Load(TestRules.Rule("business/plan.yaml", "[{terms: [plan social], confidence: medium}]"));
        rules.Scan(TestRules.Thread("voici le plan", "social club ce soir")).Findings.Should().BeEmpty();
    }

    [Fact]
    public void A_very_long_word_is_no_trouble() =>
        Found(["orion"], new string('a', 100_000) + "ies orion " + new string('z', 70) + "aux").Should().Equal("orion");

    [Fact]
    public void Every_term_is_found_among_other_words() =>
        Gen.Select(Texts.Filler, Gen.Int[0, 3], Texts.Filler).Sample((before, index, after) =>
        {
            string[] terms = ["orion", "plan social", "chiffre d'affaires", "projet n° 7"];
            return Found(terms, $"{before} {terms[index]} {after}").SequenceEqual([NormalizedText.Of(terms[index]).Text]);
        }, iter: 500);

    private static IEnumerable<string> Found(string[] terms, string original)
    {
        var text = NormalizedText.Of(original).Text;
        var hits = new TermHits();
        new TermIndex([TermSet.Of(terms)]).Find(text, hits);
        return [.. hits.All.ToArray().Select(hit => text[hit.Start..hit.End])];
    }

    private static IEnumerable<TextSpan> Places(string term, string text, int start, int end)
    {
        var hits = new TermHits();
        new TermIndex([TermSet.Of([term])]).Find(text, new TextSpan(start, end), hits);
        return hits.All.ToArray().Select(hit => new TextSpan(hit.Start, hit.End));
    }
}
