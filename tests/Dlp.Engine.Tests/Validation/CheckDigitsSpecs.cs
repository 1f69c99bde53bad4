using Dlp.Engine.Validation;

namespace Dlp.Engine.Tests.Validation;

public class CheckDigitsSpecs
{
    [Fact]
    public void The_examples_of_the_standards_hold()
    {
        CheckDigits.Mod11To10("07945").Should().BeTrue("ISO/IEC 7064, MOD 11,10: 0794 has the check digit 5");
        CheckDigits.Mod11To2("000000012146438X").Should().BeTrue("an ISNI, which uses MOD 11-2");
        CheckDigits.Verhoeff("2363").Should().BeTrue("Verhoeff: 236 has the check digit 3");
        CheckDigits.Verhoeff("123451").Should().BeTrue("Verhoeff: 12345 has the check digit 1");
        CheckDigits.WeightedSum("123", [3, 2, 1]).Should().Be(10);
    }

    [Theory]
    [InlineData("07945")]
    [InlineData("95912345674")]
    public void Any_one_digit_changed_is_noticed_by_mod_11_10(string seed) => EveryChangeIsNoticed(Completed(seed, CheckDigits.Mod11To10), CheckDigits.Mod11To10);

    [Theory]
    [InlineData("2363")]
    [InlineData("49995512340")]
    public void Any_one_digit_changed_is_noticed_by_Verhoeff(string seed) => EveryChangeIsNoticed(Completed(seed, CheckDigits.Verhoeff), CheckDigits.Verhoeff);

    private static string Completed(string seed, Func<ReadOnlySpan<char>, bool> holds)
    {
        var body = seed[..^1];
        return Enumerable.Range(0, 10).Select(digit => $"{body}{digit}").Single(number => holds(number));
    }

    private static void EveryChangeIsNoticed(string number, Func<ReadOnlySpan<char>, bool> holds)
    {
        for (var i = 0; i < number.Length; i++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                var changed = number.ToCharArray();
                changed[i] = digit;
                holds(changed).Should().Be(digit == number[i], new string(changed));
            }
        }
    }
}
