using CsCheck;
using Dlp.Engine.Scanning;

namespace Dlp.Engine.Tests.Scanning;

public class PreviewSpecs
{
    [Theory]
    [InlineData("1 84 12 76 451 089 46", "1 84 •••")]
    [InlineData("123456", "12 •••")]
    [InlineData("123", "1 •••")]
    [InlineData("12", "•••")]
    [InlineData("", "•••")]
    [InlineData("𝟮𝟲𝟳𝟬𝟴𝟭", "𝟮𝟲 •••")]
    [InlineData("12𝟮𝟲𝟳𝟬𝟴", "12𝟮 •••")]
    [InlineData("1𝟮𝟲𝟳𝟬", "1𝟮 •••")]
    [InlineData("12345𝟮", "12 •••")]
    [InlineData("12 3456789012", "12 3 •••")]
    public void At_most_four_characters_and_a_third_are_shown(string found, string preview) => Preview.Of(found, Category.Identity).Should().Be(preview);

    [Theory]
    [InlineData(Category.Credentials)]
    [InlineData(Category.Business)]
    public void Nothing_is_shown_of_keys_and_of_business(Category category) => Preview.Of("a long thing that was found", category).Should().Be("•••");

    [Fact]
    public void Whatever_was_found_little_is_shown() =>
        Gen.Select(Texts.Any(), Gen.Enum<Category>()).Sample((found, category) =>
        {
            var shown = Preview.Of(found, category).Replace("•••", "", StringComparison.Ordinal).TrimEnd();
            return shown.Length <= 4 && shown.Length * 3 <= found.Length && found.StartsWith(shown, StringComparison.Ordinal);
        }, iter: 2_000);
}
