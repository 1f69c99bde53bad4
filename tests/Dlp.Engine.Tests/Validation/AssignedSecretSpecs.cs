using Dlp.Engine.Validation;

namespace Dlp.Engine.Tests.Validation;

public class AssignedSecretSpecs
{
    [Theory]
    [InlineData("te4n8xnmvfw")]
    [InlineData("r8f-2kd9q")]
    [InlineData("VMware1!")]
    [InlineData("0537239378964183")]
    [InlineData("qKzWvBxTnRpLmJ")]
    [InlineData("w{{t}q)k${z]pelican(x[m>")]
    [InlineData("p{{t}q)k${z]pelican(dry[dock>-_$#}}")]
    [InlineData("r8f2kd9q)")]
    public void What_is_no_word_may_be_a_secret(string value) => AssignedSecret.IsValid(value).Should().BeTrue();

    [Theory]
    [InlineData("changeme1", "a placeholder")]
    [InlineData("token2", "a name with a number")]
    [InlineData("my-key-v2", "a name with a version")]
    [InlineData("128000", "a number")]
    [InlineData("2026-11-26T10:00", "a date")]
    [InlineData("/var/lib/x1y2", "a path")]
    [InlineData("https://sso.lantern.example/v2", "an address")]
    [InlineData("buildKey(user1)", "a call")]
    [InlineData("rows[2].token", "an index")]
    [InlineData("buildKey(user1", "a call, cut short")]
    [InlineData("{name1}", "a place that a program fills")]
    [InlineData("a+find(b2)", "an expression")]
    [InlineData("111111", "one character")]
    [InlineData("a1b2", "too short")]
    public void What_a_program_says_otherwise_is_none(string value, string because) => AssignedSecret.IsValid(value).Should().BeFalse(because);
}
