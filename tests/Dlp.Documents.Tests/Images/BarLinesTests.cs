using Dlp.Documents.Images;
using ZXing.Common;

namespace Dlp.Documents.Tests.Images;

public class BarLinesTests
{
    [Fact]
    public void Bars_that_go_on_below_are_seen() => Seen(Bars(20, 0, 120)).Should().BeTrue();

    [Theory]
    [InlineData(0.1)]
    [InlineData(-0.1)]
    public void Bars_that_slant_are_seen(double slant) => Seen(Bars(20, 0, 120, slant)).Should().BeTrue();

    [Fact]
    public void Lying_bars_are_seen()
    {
        var upright = Bars(20, 0, 120);
        var lying = new BitMatrix(upright.Height, upright.Width);
        for (var y = 0; y < upright.Height; y++)
        {
            for (var x = 0; x < upright.Width; x++)
                lying[y, x] = upright[x, y];
        }

        Seen(lying).Should().BeTrue();
    }

    [Fact]
    public void Stems_as_short_as_those_of_letters_are_none() => Seen(Bars(20, 0, 12)).Should().BeFalse();

    [Fact]
    public void Few_bars_are_none() => Seen(Bars(7, 0, 120)).Should().BeFalse();

    [Fact]
    public void Bars_beside_a_space_wider_than_any_in_a_code_are_none()
    {
        var image = Bars(7, 0, 120);
        for (var i = 0; i < 7; i++)
            image.setRegion(300 + (i * 5), 20, 2, 120);

        Seen(image).Should().BeFalse();
    }

    [Theory]
    [InlineData(new[] { 8, 1, 1, 1, 1, 1, 1, 3 })]
    [InlineData(new[] { 7, 1, 1, 3, 1, 1, 1, 2, 1 })]
    public void The_beginning_and_the_end_of_PDF417_are_seen_though_their_bars_are_few(int[] modules)
    {
        Seen(Runs(modules, 40)).Should().BeTrue();
        Seen(Runs(modules, 4)).Should().BeFalse("it is one line");
        Seen(Runs([.. modules.Select((width, i) => i == 0 ? 3 : width)], 40)).Should().BeFalse("its first bar is long");
    }

    /// <summary>Bars of two and three pixels.</summary>
    private static BitMatrix Bars(int count, int left, int height, double slant = 0)
    {
        var image = new BitMatrix(500, 200);
        for (var y = 0; y < height; y++)
        {
            for (var (bar, x) = (0, left + 40 + (int)Math.Round(y * slant)); bar < count; x += 4 + (bar % 2), bar++)
                image.setRegion(x, 20 + y, 2 + (bar % 2), 1);
        }

        return image;
    }

    private static BitMatrix Runs(int[] modules, int height)
    {
        const int pixels = 3;
        var image = new BitMatrix(200, 100);
        var x = 20;
        for (var i = 0; i < modules.Length; i++)
        {
            if (i % 2 == 0)
                image.setRegion(x, 20, modules[i] * pixels, height);
            x += modules[i] * pixels;
        }

        // What follows the guard is dark.
        if (modules.Length % 2 == 0)
            image.setRegion(x, 20, pixels, height);
        return image;
    }

    private static bool Seen(BitMatrix image) => CodeMarks.Of(image).HasBars;
}
