using CsCheck;
using Dlp.Engine.Detection.Terms;

namespace Dlp.Engine.Tests.Detection.Terms;

public class TokensSpecs
{
    [Fact]
    public void A_mask_has_a_bit_for_every_letter_and_digit()
    {
        for (var first = 0; first <= char.MaxValue; first += TokenMask.Length)
        {
            var block = Enumerable.Range(first, TokenMask.Length).Select(unit => (char)unit).ToArray();
            var expected = block.Select((unit, index) => char.IsLetterOrDigit(unit) ? 1UL << index : 0).Aggregate((left, right) => left | right);
            TokenMask.Of(block).Should().Be(expected, "of the block at {0:X4}", first);
        }
    }

    [Fact]
    public void The_tokens_read_are_those_cut_one_by_one() =>
        Gen.Select(Texts.Any(300), Gen.Int[0, 400], Gen.Int[0, 400]).Sample((text, left, right) =>
        {
            var (start, end) = (Math.Min(Math.Min(left, right), text.Length), Math.Min(Math.Max(left, right), text.Length));
            var tokens = new TokenBuffer();
            Tokens.Read(text, new TextSpan(start, end), tokens);
            var expected = new List<TextSpan>();
            for (var index = 0; Tokens.Next(text, index) is { } token; index = token.End)
            {
                if (token.Start >= start && token.End <= end)
                    expected.Add(token);
            }

            tokens.Tokens.ToArray().Select(token => new TextSpan(token.Start, token.End)).Should().Equal(expected);
        }, iter: 2_000);

    [Fact]
    public void A_word_and_its_plurals_have_one_stem() =>
        Gen.Char["abcehilsuxy"].Array[1, 9].Select(units => new string(units)).Sample(word =>
        {
            foreach (var plural in new[] { word + "s", word + "x", word + "es", word[..^1] + "ies", word[..^1] + "aux", word[..^1] + "ux" })
            {
                if (WordForms.IsPlural(plural, word))
                    plural[..WordForms.StemLength(plural)].Should().Be(word[..WordForms.StemLength(word)], "{0} is a plural of {1}", plural, word);
            }
        }, iter: 100_000);
}
