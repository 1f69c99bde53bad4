using CsCheck;
using Dlp.Engine.Decoding;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Tests.Decoding;

public class DigitLookAlikesSpecs
{
    private static readonly string[] Fragments = ["O", "l", "I", "|", "0", "1", "49", "4539", " ", "-", ".", "a", "é", "О", "_", "\n", "\uD83D", "12345678"];

    private static readonly RuleSet Rules = TestRules.Load(TestRules.Rule(
        "financial/card.yaml", "[{regex: '(?<![0-9a-z])[0-9]{4}(?:[ -]?[0-9]{4}){3}(?![0-9a-z])', confidence: medium}]", "validators: [luhn]"));

    [Theory]
    [InlineData("ma carte : 4539 l488 O343 6467, merci", "4539 l488 O343 6467")]
    [InlineData("4539I488о3436467", "4539I488о3436467")]
    [InlineData("AB-4539l488O3436467", "4539l488O3436467")]
    [InlineData("tél. O6 l2 34 56 78.", "O6 l2 34 56 78")]
    [InlineData("O6l2345678 ou 4539-l488-O343-6467", "O6l2345678|4539-l488-O343-6467")]
    public void A_number_with_letters_for_digits_is_read(string text, string numbers) => Numbers(text).Should().Equal(numbers.Split('|'));

    [Theory]
    [InlineData("10 l de lait, 20 l d'eau en 2026")]
    [InlineData("Il a lu 12345678901 lignes")]
    [InlineData("1O1")]
    [InlineData("OOOOOOOll11")]
    [InlineData("a4539l488O3436467")]
    [InlineData("4539l488O34364674539l488O34364674539l488O3436467")]
    [InlineData("4539 0488 0343 6467")]
    public void What_is_none_is_left(string text) => Numbers(text).Should().BeEmpty();

    [Fact]
    public void It_is_found_as_what_it_shows_and_says_how_it_was_written()
    {
        var finding = Rules.Scan("carte 4539 l488 O343 6467").Findings.Should().ContainSingle().Subject;
        (finding.Span, finding.Encoding, finding.NormalizedValue).Should().Be((new TextSpan(6, 25), TextEncoding.DigitLookAlikes, "4539148803436467"));
    }

    [Fact]
    public void A_number_with_digits_only_is_found_once() =>
        Rules.Scan("4539 l488 O343 6467 et 4539 1488 0343 6467").Findings.Should().HaveCount(2);

    [Fact]
    public void Any_text_is_read_in_order_and_to_its_end() =>
        Gen.Int[0, Fragments.Length - 1].Select(index => Fragments[index]).Array[0, 60].Select(string.Concat).Sample(
            text =>
            {
                var end = 0;
                foreach (var number in Spans(text))
                {
                    number.Start.Should().BeGreaterThanOrEqualTo(end);
                    number.Length.Should().BePositive();
                    end = number.End;
                }
            },
            iter: 2_000);

    private static List<string> Numbers(string text) => [.. Spans(text).Select(span => text[span.Start..span.End])];

    private static List<TextSpan> Spans(string text)
    {
        var spans = new List<TextSpan>();
        for (var number = DigitLookAlikes.Next(text, 0); number.Length > 0; number = DigitLookAlikes.Next(text, number.End))
            spans.Add(number);
        return spans;
    }
}
