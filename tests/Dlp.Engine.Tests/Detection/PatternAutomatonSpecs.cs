using Dlp.Engine.Detection;
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

    [Theory]
    [InlineData("[0-9]{4}(?= (?:net|brut))", "2400 net", "2400 rue")]
    [InlineData("(?:a|b(?=c)(?!cd))", "bc", "bd")]
    [InlineData("ab(?:cd(?=e))?(?=f|$)", "abf", "abx")]
    public void What_the_end_looks_ahead_to_has_to_come_next(string pattern, string text, string other)
    {
        var automaton = new PatternAutomaton(PatternParser.Parse(pattern));
        automaton.MayMatchAt(text + " ...", 0).Should().BeTrue();
        automaton.MayMatchAt(other + " ...", 0).Should().Be(pattern.Contains('$'));
    }

    [Fact]
    public void A_choice_that_there_is_no_room_for_is_told_by_its_parts()
    {
        var texts = Enumerable.Range(0, 40).Select(number => new string((char)('a' + number % 26), 20 + number)).ToArray();
        var automata = PatternPart.AllOf(string.Join('|', texts)).Select(part => part.Automaton).ToList();
        automata.Should().HaveCountGreaterThan(1);
        texts.Should().OnlyContain(text => automata.Any(automaton => automaton.MayMatchAt(text, 0)));
        automata.Should().NotContain(automaton => automaton.MayMatchAt("abcabcabcabcabcabcabcabc", 0));
    }

    [Theory]
    [InlineData("[a-c]d", "d")]
    [InlineData("x|[yz]", "xyz")]
    [InlineData("[;,] {0,3}", ",; ")]
    [InlineData("(?:ab){2}c?", "bc")]
    public void A_match_ends_with_no_other_character(string pattern, string last)
    {
        var never = PatternEnd.NeverOf(PatternParser.Parse(pattern))!;
        Enumerable.Range(0, 128).Select(code => (char)code).Where(character => !never.MayHold(character)).Should().BeEquivalentTo(last);
    }

    [Theory]
    [InlineData("a?")]
    [InlineData("a*|b")]
    [InlineData("^")]
    public void What_may_be_empty_ends_with_anything(string pattern) => PatternEnd.NeverOf(PatternParser.Parse(pattern)).Should().BeNull();

    private static PatternAutomaton Of(string pattern) => new(PatternParser.Parse(pattern));
}
