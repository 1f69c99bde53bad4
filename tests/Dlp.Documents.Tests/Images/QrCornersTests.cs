using Dlp.Documents.Images;
using ZXing.Common;

namespace Dlp.Documents.Tests.Images;

public class QrCornersTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Three_squares_as_in_the_corners_of_a_code_are_seen(int module) =>
        Seen((10, 10, module), (10 + (30 * module), 10, module), (10, 10 + (30 * module), module)).Should().BeTrue();

    [Fact]
    public void Squares_that_slant_a_little_are_seen() => Seen((10, 20, 4), (128, 10, 4), (20, 138, 4)).Should().BeTrue();

    [Fact]
    public void Two_squares_are_no_code() => Seen((10, 10, 4), (130, 10, 4)).Should().BeFalse();

    [Fact]
    public void Three_squares_on_a_line_are_no_code() => Seen((10, 10, 4), (130, 10, 4), (250, 10, 4)).Should().BeFalse();

    [Fact]
    public void Three_squares_of_different_sizes_are_no_code() => Seen((10, 10, 2), (130, 10, 4), (10, 130, 7)).Should().BeFalse();

    [Fact]
    public void Three_squares_at_unequal_distances_are_no_code() => Seen((10, 10, 4), (60, 10, 4), (10, 200, 4)).Should().BeFalse();

    [Fact]
    public void Lines_in_those_widths_that_are_no_squares_are_no_code()
    {
        var image = new BitMatrix(300, 300);
        foreach (var x in new[] { 10, 60, 110 })
        {
            foreach (var (from, width) in new[] { (0, 4), (8, 12), (24, 4) })
                image.setRegion(x + from, 20, width, 200);
        }

        Seen(image).Should().BeFalse();
    }

    [Fact]
    public void More_of_them_than_are_worth_comparing_count_as_a_code()
    {
        // On a line, so that no three of them lie as corners do.
        var squares = Enumerable.Range(0, 62).Select(i => (10 + (i * 12), 10, 1)).ToArray();

        Seen(squares[..20]).Should().BeFalse();
        Seen(squares).Should().BeTrue();
    }

    private static bool Seen(params (int X, int Y, int Module)[] squares)
    {
        var image = new BitMatrix(800, 300);
        foreach (var (x, y, module) in squares)
        {
            image.setRegion(x, y, 7 * module, 7 * module);
            for (var row = module; row < 6 * module; row++)
            {
                for (var column = module; column < 6 * module; column++)
                    image[x + column, y + row] = row >= 2 * module && row < 5 * module && column >= 2 * module && column < 5 * module;
            }
        }

        return Seen(image);
    }

    private static bool Seen(BitMatrix image) => CodeMarks.Of(image).HasSquares;
}
