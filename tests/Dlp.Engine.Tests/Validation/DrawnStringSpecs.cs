using Dlp.Engine.Validation;

namespace Dlp.Engine.Tests.Validation;

public class DrawnStringSpecs
{
    [Theory]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 24)]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789", 24)]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 32)]
    [InlineData("0123456789abcdef", 32)]
    public void Hardly_any_drawn_string_is_taken_for_words(string alphabet, int length)
    {
        var random = new Random(20261126);
        var refused = Enumerable.Range(0, 2_000).Count(_ => !DrawnString.IsValid(random.GetString(alphabet, length)));
        refused.Should().BeLessThan(20);
    }

    [Theory]
    [InlineData("AbstractSingletonProxyFactoryBean2")]
    [InlineData("anticonstitutionnellement")]
    [InlineData("src/extension/node_modules/prosemirror-view")]
    [InlineData("The_document_is_the_one_that_was_reviewed")]
    [InlineData("MICROSOFT_EXTENSIONS_LOGGING_ABSTRACTIONS")]
    [InlineData("x86_64-pc-linux-gnu-gcc-12")]
    [InlineData("IMG_20260612_184502_HDR")]
    [InlineData("formulaire-2042-declaration-revenus-2026")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public void Names_words_and_numbers_are_not_drawn(string value) => DrawnString.IsValid(value).Should().BeFalse();
}
