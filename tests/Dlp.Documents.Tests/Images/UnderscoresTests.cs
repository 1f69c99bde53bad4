using Dlp.Documents.Images;

namespace Dlp.Documents.Tests.Images;

public class UnderscoresTests
{
    [Fact]
    public void One_below_the_line_of_writing_is_raised()
    {
        var (image, raised) = Raised((12, 20, 8, 1), Letter(4), Letter(20));

        raised.Pixels[(20 * 40) + 15].Should().Be(255);
        raised.Pixels[(18 * 40) + 15].Should().Be(0);
        raised.Pixels.Count(pixel => pixel == 0).Should().Be(image.Pixels.Count(pixel => pixel == 0), "nothing else moves");
    }

    [Theory]
    [InlineData(12, 12, 8, "a dash: the letters beside it reach lower")]
    [InlineData(12, 20, 3, "a point")]
    [InlineData(3, 20, 30, "it underlines, for letters stand above it")]
    public void What_is_none_stays(int x, int y, int width, string because)
    {
        var (image, raised) = Raised((x, y, width, 1), Letter(4), Letter(20));

        raised.Should().BeSameAs(image, because);
    }

    [Fact]
    public void A_line_without_letters_beside_it_stays()
    {
        var (image, raised) = Raised((12, 20, 8, 1));

        raised.Should().BeSameAs(image);
    }

    [Fact]
    public void The_bottom_of_a_bowl_stays()
    {
        var (image, raised) = Raised((12, 20, 8, 1), (11, 12, 1, 8), (20, 12, 1, 8));

        raised.Should().BeSameAs(image);
    }

    private static (int X, int Y, int Width, int Height) Letter(int x) => (x, 10, 6, 8);

    /// <summary>Ink on a white image of 40 by 40 pixels, and the same with its underscores raised.</summary>
    private static (GreyImage Image, GreyImage Raised) Raised(params (int X, int Y, int Width, int Height)[] ink)
    {
        const int size = 40;
        var image = new GreyImage(size, size, new byte[size * size]);
        Array.Fill(image.Pixels, byte.MaxValue);
        foreach (var (x, y, width, height) in ink)
        {
            for (var row = y; row < y + height; row++)
                image.Pixels.AsSpan((row * size) + x, width).Clear();
        }

        return (image, Underscores.Raised(image));
    }
}
