using CsCheck;
using Dlp.Engine.Validation;
using FluentAssertions.Execution;

namespace Dlp.Engine.Tests.Validation;

public class ValidatorsSpecs
{
    [Fact]
    public void Every_name_leads_to_a_validator_and_no_other_does()
    {
        using var scope = new AssertionScope();
        foreach (var name in Validators.Names)
            Validators.TryGet(name, out _).Should().BeTrue(name);
        Validators.TryGet("FR-NIR", out _).Should().BeFalse();
        Validators.Names.Should().BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Fact]
    public void No_validator_throws_on_any_string() => Gen.String.Sample(RunAll, iter: 2_000);

    [Fact]
    public void No_validator_throws_on_what_looks_like_a_number() =>
        Gen.Char["0123456789 .-+/()@:_ABCDEFabcdefFRghp²٣é\u00a0\ud800"].Array[0, 48].Sample(characters => RunAll(new string(characters)), iter: 5_000);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("+")]
    [InlineData("@")]
    [InlineData("\ud800")]
    public void No_validator_accepts_what_holds_nothing(string value)
    {
        using var scope = new AssertionScope();
        foreach (var name in Validators.Names)
        {
            Validators.TryGet(name, out var validator);
            validator!(value).Should().BeFalse(name);
        }
    }

    private static void RunAll(string value)
    {
        foreach (var name in Validators.Names)
        {
            Validators.TryGet(name, out var validator);
            validator!(value);
        }
    }
}
