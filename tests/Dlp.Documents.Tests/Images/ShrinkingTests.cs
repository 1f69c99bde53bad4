using CsCheck;
using Dlp.Documents.Images;

namespace Dlp.Documents.Tests.Images;

public class ShrinkingTests
{
    [Fact]
    public void Each_pixel_is_the_average_of_what_it_covers()
    {
        var image = new GreyImage(3, 2, [0, 100, 200, 50, 150, 250]);

        Shrinking.To(image, 3, 2).Pixels.Should().Equal(image.Pixels);
        Shrinking.To(image, 1, 1).Pixels.Should().Equal(125);
        Shrinking.To(image, 3, 1).Pixels.Should().Equal(25, 125, 225);

        // One and a half pixels each.
        Shrinking.To(image, 2, 2).Pixels.Should().Equal(33, 167, 83, 217);
    }

    [Fact]
    public void An_image_of_one_shade_stays_so_at_any_size() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40], Gen.Int[1, 60], Gen.Int[1, 60], Gen.Byte).Sample((width, height, newWidth, newHeight, shade) =>
        {
            var image = new GreyImage(width, height, new byte[width * height]);
            Array.Fill(image.Pixels, shade);
            var sized = Shrinking.To(image, newWidth, newHeight);
            return sized.Width == newWidth && sized.Height == newHeight && !sized.Pixels.AsSpan().ContainsAnyExcept(shade);
        });
}
