using System.Text;
using Dlp.Engine.Validation;

namespace Dlp.Engine.Tests.Validation;

public class Keccak256Specs
{
    [Theory]
    [InlineData(0, "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470")]
    [InlineData(135, "34367dc248bbd832f4e3e69dfaac2f92638bd0bbd18f2912ba4ef454919cf446")]
    [InlineData(136, "a6c4d403279fe3e0af03729caada8374b5ca54d8065329a3ebcaeb4b60aa386e")]
    [InlineData(137, "d869f639c7046b4929fc92a4d988a8b22c55fbadb802c0c66ebcd484f1915f39")]
    public void The_hash_of_some_letters_a_is_known(int count, string expected)
    {
        var hash = new byte[Keccak256.Size];
        Keccak256.Hash(Encoding.ASCII.GetBytes(new string('a', count)), hash);
        Convert.ToHexStringLower(hash).Should().Be(expected);
    }

    // Of the Keccak team's KeccakTools: "abc".
    [Fact]
    public void The_hash_of_abc_is_known()
    {
        var hash = new byte[Keccak256.Size];
        Keccak256.Hash("abc"u8, hash);
        Convert.ToHexStringLower(hash).Should().Be("4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
    }
}
