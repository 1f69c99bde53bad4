using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Tests.Detection;

public class PatternAutomatonSpecs
{
    [Theory]
    [InlineData("[0-9]{1,4} (?:rue|avenue)", "8 rue")]
    [InlineData("[0-9]{1,4} (?:rue|avenue)", "1234 avenue")]
    [InlineData("(?:ab)?c{2,}d", "ccccd")]
    [InlineData("a*b?", "")]
    [InlineData("(?i:key)[=:]", "KEY:")]
    [InlineData("[^a]é", "bé")]
    [InlineData("(a)\\1x", "aax")]
    [InlineData("(?:[a-c]{20}|[d-f]{30}|[g-i]{30})[0-9]{5}", "abcabcabcabcabcabcab01234")]
    public void Where_a_pattern_matches_it_may(string pattern, string text) => Of(pattern).MayMatchAt(text, 0).Should().BeTrue();

    [Theory]
    [InlineData("[0-9]{1,4} (?:rue|avenue)", "8 rivières")]
    [InlineData("[0-9]{1,4} (?:rue|avenue)", "rue")]
    [InlineData("[0-9]{1,4} (?:rue|avenue)", "8 ru")]
    [InlineData("(?:ab)?c{2,}d", "cd")]
    [InlineData("(?i:key)[=:]", "KEY ")]
    [InlineData("(?:[a-c]{20}|[d-f]{30}|[g-i]{30})[0-9]{5}", "abcabcabcabcabcabcab0123x")]
    [InlineData("(?:[a-c]{20}|[d-f]{30}|[g-i]{30})[0-9]{5}", "defdefdefdefdefdefdefdefdef01234")]
    public void Where_it_is_sure_that_a_pattern_does_not_match_it_may_not(string pattern, string text) => Of(pattern).MayMatchAt(text, 0).Should().BeFalse();

    [Fact]
    public void What_comes_after_the_last_position_that_there_is_room_for_is_not_known()
    {
        var automaton = Of("[a-z]{2000}!");
        automaton.MayMatchAt(new string('a', 3000), 0).Should().BeTrue();
        automaton.MayMatchAt(new string('a', 20), 0).Should().BeFalse();
    }

    [Fact]
    public void A_repetition_is_not_followed_to_the_end_of_a_long_text() =>
        Of("[a-z]{1,40}:").MayMatchAt(new string('a', 100_000), 0).Should().BeTrue("the pattern knows its bound");

    private static PatternAutomaton Of(string pattern) => new(PatternParser.Parse(pattern));
}
