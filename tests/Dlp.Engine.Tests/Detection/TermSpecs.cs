using CsCheck;
using Dlp.Engine.Detection;
using Dlp.Engine.Normalization;
using Dlp.Engine.Rules;
using FluentAssertions.Execution;

namespace Dlp.Engine.Tests.Detection;

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
    [InlineData("ca", "cas")]
    public void A_term_is_not_found_in_other_words(string term, string text) => Found([term], text).Should().BeEmpty();

    [Fact]
    public void The_longest_term_is_found_and_places_do_not_overlap() =>
        Found(["sécurité", "sécurité sociale", "numéro de sécurité sociale", "sociale"], "numéro de sécurité sociale, sécurité sociale, sécurité")
            .Should().Equal("numero de securite sociale", "securite sociale", "securite");

    [Fact]
    public void A_term_must_lie_wholly_in_the_range()
    {
        var index = new TermIndex([["orion"]]);
        const string text = "an orion here";
        using var scope = new AssertionScope();
        index.Find(text, new TextSpan(3, 8))[0].Should().Equal(new TextSpan(3, 8));
        index.Find(text, new TextSpan(4, 8))[0].Should().BeNull();
        index.Find(text, new TextSpan(3, 7))[0].Should().BeNull();
        index.Find(text, new TextSpan(0, text.Length))[0].Should().Equal(new TextSpan(3, 8));
        index.Find(text, new TextSpan(8, 8))[0].Should().BeNull();
        index.Find("", new TextSpan(0, 0))[0].Should().BeNull();
    }

    [Fact]
    public void A_shorter_term_is_found_where_the_longer_one_reaches_beyond_the_range() =>
        new TermIndex([["carte", "carte bleue"]]).Find("ma carte bleue", new TextSpan(0, 8))[0].Should().Equal(new TextSpan(3, 8));

    [Fact]
    public void No_term_runs_from_one_post_into_the_next()
    {
        var rules = TestRules.Load(TestRules.Rule("business/plan.yaml", "[{terms: [plan social], confidence: medium}]"));
        rules.Scan(TestRules.Thread("voici le plan", "social club ce soir")).Findings.Should().BeEmpty();
    }

    [Fact]
    public void The_words_of_a_file_are_found_without_its_comments_and_blank_lines()
    {
        var rules = TestRules.Load(
            new RuleFile("words/names.txt", "# code names\r\n\r\n  Héliotrope \r\nBleu Cobalt\n#hidden\n"),
            TestRules.Rule("business/names.yaml", "[{termsFile: words/names.txt, confidence: medium}]"));
        rules.Found("heliotrope et bleu cobalt, names, hidden, code").Should().Equal("heliotrope", "bleu cobalt");
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
        return (new TermIndex([terms]).Find(text, new TextSpan(0, text.Length))[0] ?? []).Select(place => text[place.Start..place.End]);
    }
}
