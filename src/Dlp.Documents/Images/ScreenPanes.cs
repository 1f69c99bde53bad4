namespace Dlp.Documents.Images;

/// <summary>
/// The panes of a screenshot: folders, list and message of a mail program. Straight borders over most of its height part them: a rule, or a change of
/// the background. Tesseract would read lines across them, so that a number that goes on in the next line is torn apart, and lines of
/// unequal height are misread. What stands above and below the borders is a pane of its own.
/// </summary>
internal static class ScreenPanes
{
    /// <summary>Smaller images are cuttings; they have no panes.</summary>
    private const int SmallestImage = 480;

    /// <summary>Shades that a border differs by at least from what is beside it: those of dark designs differ by eight.</summary>
    private const int LeastStep = 3;

    /// <summary>Letters on a screen are not as high, so that no stem is taken for a border.</summary>
    private const int LeastRun = 40;

    /// <summary>How much of the image's height a border runs along, at least.</summary>
    private const double BorderShare = 0.6;

    /// <summary>A narrower pane is a scroll bar or a frame, and is left with its neighbour.</summary>
    private const int NarrowestPane = 40;

    /// <summary>With more borders it is a sheet, whose rows belong together.</summary>
    private const int MostBorders = 6;

    /// <summary>The image itself where it has no panes; else those panes that are not blank, from left to right, between what is above and below them.</summary>
    public static IReadOnlyList<GreyImage> Of(GreyImage image)
    {
        if (image.Width < SmallestImage || image.Height < SmallestImage)
            return [image];
        var borders = Borders(image);
        if (borders.Count is 0 or > MostBorders)
            return [image];
        int top = borders.Min(border => border.Top), bottom = borders.Max(border => border.Bottom);
        var panes = new List<GreyImage>();
        if (top >= LeastRun)
            panes.Add(Cut(image, 0, 0, image.Width, top));
        else
            top = 0;
        var hasFooter = image.Height - bottom >= LeastRun;
        if (!hasFooter)
            bottom = image.Height;
        var left = 0;
        foreach (var x in borders.Select(border => border.X).Append(image.Width))
        {
            panes.Add(Cut(image, left, top, x, bottom));
            left = x;
        }

        if (hasFooter)
            panes.Add(Cut(image, 0, bottom, image.Width, image.Height));
        return [.. panes.Where(pane => !pane.IsBlank)];
    }

    private static List<Border> Borders(GreyImage image)
    {
        var borders = new List<Border>();
        foreach (var border in Edges(image))
        {
            if (border.X < NarrowestPane || image.Width - border.X < NarrowestPane)
                continue;
            if (borders.Count > 0 && border.X - borders[^1].X < NarrowestPane)
                borders[^1] = borders[^1] with { Top = Math.Min(borders[^1].Top, border.Top), Bottom = Math.Max(borders[^1].Bottom, border.Bottom) };
            else
                borders.Add(border);
        }

        return borders;
    }

    /// <summary>Columns whose pixels differ from those to their left along most of the height, in runs that are longer than a letter.</summary>
    private static List<Border> Edges(GreyImage image)
    {
        var (width, pixels) = (image.Width, image.Pixels);
        var (running, along, tops, bottoms) = (new int[width], new int[width], new int[width], new int[width]);
        for (var y = 0; y <= image.Height; y++)
        {
            for (var x = 1; x < width; x++)
            {
                if (y < image.Height && Math.Abs(pixels[(y * width) + x] - pixels[(y * width) + x - 1]) >= LeastStep)
                {
                    running[x]++;
                    continue;
                }

                if (running[x] >= LeastRun)
                {
                    if (along[x] == 0)
                        tops[x] = y - running[x];
                    along[x] += running[x];
                    bottoms[x] = y;
                }

                running[x] = 0;
            }
        }

        return [.. Enumerable.Range(0, width).Where(x => along[x] >= BorderShare * image.Height).Select(x => new Border(x, tops[x], bottoms[x]))];
    }

    private static GreyImage Cut(GreyImage image, int left, int top, int right, int bottom)
    {
        var pane = new GreyImage(right - left, bottom - top, new byte[(right - left) * (bottom - top)]);
        for (var y = top; y < bottom; y++)
            image.Pixels.AsSpan((y * image.Width) + left, pane.Width).CopyTo(pane.Pixels.AsSpan((y - top) * pane.Width));
        return pane;
    }

    private readonly record struct Border(int X, int Top, int Bottom);
}
