using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Tests.Detection;

public class DigitReachSpecs
{
    [Theory]
    [InlineData("[0-9]", 1)]
    [InlineData("ab[0-9]", 3)]
    [InlineData("[a-z]{1,4}[0-9]{2,3}", 5)]
    [InlineData("a(?:b|cd)[0-9]", 4)]
    [InlineData("(?:a[0-9]|bcd[0-9])", 4)]
    [InlineData("(?=[^0-9]{0,9}[0-9])[a-z]+", 10)]
    [InlineData("pin is (?=[^ 0-9]{0,4}[0-9])[a-z0-9]{4,9}", 12)]
    [InlineData("[a-z]+(?=[0-9]{0,3})[0-9]{2}x?[0-9]", null)]
    [InlineData("a(?:b[0-9])?", null)]
    [InlineData("(?:[0-9]|a)b", null)]
    [InlineData("(?<=[0-9])ab", null)]
    [InlineData("(?!a[0-9])ab", null)]
    [InlineData("a.*[0-9]", null)]
    public void A_digit_is_sure_within_so_many_characters(string pattern, int? within) =>
        DigitReach.Of(PatternParser.Parse(pattern)).Should().Be(within);
}
