using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Tests.Detection;

public class SymbolRunSpecs
{
    [Theory]
    [InlineData("[a-f0-9]{32}", 32, 0, false)]
    [InlineData("(?<![a-z])sk_[A-Za-z0-9]{20,40}(?![a-z])", 23, 0, false)]
    [InlineData("o\\.[A-Za-z0-9]{32}", 32, 2, false)]
    [InlineData("(?:key|token)[=: ]{1,3}[A-Za-z0-9]{16}", 16, 8, false)]
    [InlineData("(?:[a-z]{8}-){2}[0-9]{4}", 22, 0, true)]
    [InlineData("(?=[a-z]{0,8}[0-9])[a-z0-9]{9}", 9, 0, true)]
    [InlineData("[a-z]{4}(?:[0-9]{3}|x{5})", 7, 0, false)]
    public void The_longest_run_that_every_match_holds_is_known(string pattern, int least, int mostBefore, bool hasDigit) =>
        SymbolRun.Of(PatternParser.Parse(pattern)).Should().Be(new SymbolRun(least, mostBefore, hasDigit));

    [Theory]
    [InlineData(".{3,}[a-z]{20}")]
    [InlineData("[ .]{4}")]
    public void Where_nothing_is_sure_there_is_none(string pattern) => SymbolRun.Of(PatternParser.Parse(pattern)).Should().BeNull();
}
