namespace Dlp.Documents.Tests;

public class FormatTests
{
    [Theory]
    [InlineData("page 3", new[] { 3 })]
    [InlineData("pages 1-3, 7", new[] { 1, 2, 3, 7 })]
    [InlineData("pages 1, 3, 5-6", new[] { 1, 3, 5, 6 })]
    public void Pages_in_a_row_are_written_as_a_range(string expected, int[] pages) => Format.Pages(pages).Should().Be(expected);

    [Fact]
    public void Numbers_are_written_as_each_language_writes_them()
    {
        (Format.Count(1_234_567), Format.Count(1_234_567, Language.Fr)).Should().Be(("1,234,567", "1\u00A0234\u00A0567"));
        (Format.Seconds(TimeSpan.FromSeconds(2.5)), Format.Seconds(TimeSpan.FromSeconds(2.5), Language.Fr)).Should().Be(("2.5", "2,5"));
    }

    [Fact]
    public void A_long_list_of_pages_is_cut() =>
        Format.Pages([.. Enumerable.Range(1, 500).Select(n => 2 * n)]).Should().StartWith("pages 2, 4, ").And.EndWith(", …").And.Match(list => list.Length < 150);
}
