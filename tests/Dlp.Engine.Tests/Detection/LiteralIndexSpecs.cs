using CsCheck;
using Dlp.Engine.Detection;
using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Tests.Detection;

public class LiteralIndexSpecs
{
    private const string Alphabet = "abkiAK09-_ é\u212A\u0130\u0131ÿ漢";

    private static readonly Gen<string> Text = Gen.Int[0, Alphabet.Length - 1].Select(index => Alphabet[index]).Array[0, 200].Select(characters => new string(characters));

    private static readonly Gen<string> Literal = Gen.Char["abki09-_"].Array[3, 7].Select(characters => new string(characters));

    [Fact]
    public void Every_literal_is_found_wherever_it_stands_whatever_its_case() =>
        Gen.Select(Literal.Array[1, 40], Text).Sample(
            (literals, text) =>
            {
                var index = new LiteralIndex([.. literals.Select(literal => new LiteralSet([literal]))]);
                var hits = Hits(index, text, literals.Length);
                foreach (var (set, literal) in literals.Index())
                    hits.Of(set).AsEnumerable().Should().Equal(PlacesOf(literal, text));
            },
            iter: 3_000);

    [Fact]
    public void Looking_at_one_place_after_the_other_finds_the_same() =>
        Gen.Select(Literal.Array[1, 40], Text).Sample(
            (literals, text) =>
            {
                var index = new LiteralIndex([.. literals.Select(literal => new LiteralSet([literal]))]);
                var (hits, plain) = (Hits(index, text, literals.Length), new PlaceLists(literals.Length));
                index.FindByPlace(Codes(text), Codes(text), 0, plain);
                foreach (var set in Enumerable.Range(0, literals.Length))
                    hits.Of(set).AsEnumerable().Should().Equal(plain.Of(set).AsEnumerable());
            },
            iter: 3_000);

    [Fact]
    public void A_literal_counts_only_behind_characters_that_its_set_allows()
    {
        var index = new LiteralIndex([new LiteralSet(["abk"], new CharacterSet().Add('a', 'z').IgnoringCase()), new LiteralSet(["abk"])]);
        var hits = Hits(index, "abk aabk-abkéabk", 2);
        hits.Of(0).AsEnumerable().Should().Equal(new TextSpan(0, 3), new TextSpan(9, 12), new TextSpan(13, 16));
        hits.Of(1).AsEnumerable().Should().HaveCount(4);
    }

    [Fact]
    public void The_codes_of_a_text_are_those_of_its_units() =>
        Text.Sample(text => Codes(text).SequenceEqual(text.Select(LiteralCodes.Of)), iter: 3_000);

    [Fact]
    public void Ten_thousand_literals_are_told_apart()
    {
        var random = new Random(7);
        var literals = Enumerable.Range(0, 10_000).Select(_ => string.Concat(Enumerable.Range(0, 6).Select(_ => (char)('a' + random.Next(26))))).Distinct(StringComparer.Ordinal).ToList();
        var hits = Hits(new LiteralIndex([.. literals.Select(literal => new LiteralSet([literal]))]), string.Join('.', literals), literals.Count);
        for (var set = 0; set < literals.Count; set++)
            hits.Of(set).AsEnumerable().Should().Equal(new TextSpan(set * 7, set * 7 + 6));
    }

    private static PlaceLists Hits(LiteralIndex index, string text, int sets)
    {
        var hits = new PlaceLists(sets);
        index.Find(Codes(text), Codes(text), new TextSpan(0, text.Length), hits);
        return hits;
    }

    private static byte[] Codes(string text)
    {
        var codes = new byte[text.Length];
        LiteralCodes.Write(text, codes);
        return codes;
    }

    private static IEnumerable<TextSpan> PlacesOf(string literal, string text) =>
        from start in Enumerable.Range(0, Math.Max(0, text.Length - literal.Length + 1))
        where text.Skip(start).Take(literal.Length).Select(LiteralCase.Fold).SequenceEqual(literal)
        select new TextSpan(start, start + literal.Length);
}
