using Dlp.Documents.Images;
using SkiaSharp;

namespace Dlp.Documents.Tests.Images;

public class ScreenPanesTests
{
    private const byte White = 255;

    [Fact]
    public void A_window_falls_into_its_panes_with_what_stands_above_and_below_them()
    {
        var window = Window(1000, 800);
        Fill(window, 0, 0, 1000, 50, 90);
        Fill(window, 0, 50, 200, 700, 247);
        Fill(window, 600, 50, 1, 700, 225);
        foreach (var (x, y) in new[] { (40, 20), (40, 300), (400, 300), (800, 300), (500, 775) })
            Fill(window, x, y, 20, 10, 0);

        ScreenPanes.Of(window).Select(pane => (pane.Width, pane.Height)).Should().Equal((1000, 50), (200, 700), (400, 700), (400, 700), (1000, 50));
    }

    [Fact]
    public void The_faint_borders_of_a_dark_design_part_panes()
    {
        var window = Window(1000, 800, 31);
        Fill(window, 300, 0, 700, 800, 36);
        Fill(window, 40, 300, 20, 10, 200);
        Fill(window, 400, 300, 20, 10, 200);

        Panes(window).Should().Equal(300, 700);
    }

    [Fact]
    public void A_pane_without_anything_in_it_is_left_out()
    {
        var window = Window(1000, 800);
        Fill(window, 0, 0, 300, 800, 240);
        var nothing = Panes(window);
        Fill(window, 40, 300, 20, 10, 0);

        nothing.Should().BeEmpty();
        Panes(window).Should().Equal(300);
    }

    [Theory]
    [InlineData(100, 8, "a sheet")]
    [InlineData(20, 2, "a frame")]
    public void A_sheet_and_a_frame_stay_whole(int step, int rules, string what)
    {
        var image = Window(1000, 800);
        for (var i = 1; i <= rules; i++)
            Fill(image, rules == 2 ? (i == 1 ? step : 1000 - step) : i * step, 0, 1, 800, 128);

        ScreenPanes.Of(image).Should().Equal([image], what);
    }

    [Fact]
    public void A_table_in_a_page_and_a_column_of_letters_stay_whole()
    {
        var image = Window(1000, 800);
        for (var x = 200; x < 800; x += 200)
            Fill(image, x, 100, 1, 300, 128);
        for (var y = 0; y < 800; y += 32)
            Fill(image, 60, y, 4, 26, 0);

        ScreenPanes.Of(image).Should().Equal(image);
    }

    [Fact]
    public async Task A_number_that_goes_on_in_the_next_line_of_a_pane_is_not_torn_by_the_pane_beside_it()
    {
        string[] folders = ["Boîte de réception", "Brouillons", "Messages envoyés", "Archives", "Indésirables", "Corbeille", "Comptabilité", "Ressources humaines"];
        string[] lines = ["Merci de virer le solde sur le compte de la société, FR58 9999", "9000 420A 7B3C 9D15 K76, avant la fin de la semaine prochaine."];
        var image = Drawn.Image(1000, 600, canvas =>
        {
            canvas.Clear(SKColors.White);
            using var pale = new SKPaint { Color = new SKColor(0xF1, 0xF3, 0xF4) };
            canvas.DrawRect(0, 0, 240, 600, pale);
            for (var i = 0; i < folders.Length; i++)
                canvas.Text(folders[i], 20, 40 + (i * 17), 13, SKColors.Black);
            for (var i = 0; i < lines.Length; i++)
                canvas.Text(lines[i], 260, 44 + (i * 22), 14, SKColors.Black);
        });

        var part = await Reading.ReadAsync(image, TextRecognitionTests.Patient);

        part.Text.ReplaceLineEndings(" ").Should().Contain("FR58 9999 9000 420A 7B3C 9D15 K76").And.Contain("Ressources humaines");
    }

    private static IEnumerable<int> Panes(GreyImage image) => ScreenPanes.Of(image).Select(pane => pane.Width);

    private static GreyImage Window(int width, int height, byte shade = White) => new(width, height, [.. Enumerable.Repeat(shade, width * height)]);

    private static void Fill(GreyImage image, int left, int top, int width, int height, byte shade)
    {
        for (var y = top; y < top + height; y++)
            image.Pixels.AsSpan((y * image.Width) + left, width).Fill(shade);
    }
}
