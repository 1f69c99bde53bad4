using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Tests.Detection;

public class PatternChoicesSpecs
{
    [Theory]
    [InlineData("a|b|cd", "a", "b", "cd")]
    [InlineData("(?:a|b)c|d", "(?:a|b)c", "d")]
    [InlineData("(?:a|b|(?:c|d))", "a", "b", "(?:c|d)")]
    [InlineData("(?:a|b)(?:c|d)", "(?:a|b)(?:c|d)")]
    [InlineData(@"a\|b|[|\]]c|[^]|]", @"a\|b", @"[|\]]c", "[^]|]")]
    [InlineData("(?i:a|b)|c", "(?i:a|b)", "c")]
    [InlineData("a|", "a", "")]
    public void A_pattern_is_cut_where_no_group_is_open(string pattern, params string[] choices) => PatternChoices.Of(pattern).Should().Equal(choices);

    [Theory]
    [InlineData("(?i)a|b")]
    [InlineData(@"(a)\1|b")]
    [InlineData(@"(?<x>a)\k<x>|b")]
    [InlineData("(?#x)a|b")]
    [InlineData("[a-z-[x]]|b")]
    public void It_is_left_whole_where_choices_depend_on_one_another(string pattern) => PatternChoices.Of(pattern).Should().Equal(pattern);
}
