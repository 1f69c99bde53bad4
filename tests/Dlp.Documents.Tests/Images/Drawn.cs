using SkiaSharp;

namespace Dlp.Documents.Tests.Images;

/// <summary>Images drawn by the tests, with letters as a screen shows them.</summary>
internal static class Drawn
{
    /// <summary>The font of Debian's fonts-dejavu-core; whatever there is elsewhere.</summary>
    private static readonly SKTypeface Regular = Face("DejaVuSans.ttf");
    private static readonly SKTypeface Bold = Face("DejaVuSans-Bold.ttf");

    public static byte[] Lines(IReadOnlyList<string> lines, float size = 15, bool dark = false, SKEncodedImageFormat format = SKEncodedImageFormat.Png, int quality = 90)
    {
        using var font = new SKFont(Regular, size);
        var width = (int)lines.Max(line => font.MeasureText(line)) + 60;
        var height = (int)(lines.Count * size * 1.6) + 60;
        return Image(
            width,
            height,
            canvas =>
            {
                canvas.Clear(dark ? new SKColor(0x1E, 0x1F, 0x24) : SKColors.White);
                for (var i = 0; i < lines.Count; i++)
                    canvas.Text(lines[i], 30, 30 + size + (i * size * 1.6f), size, dark ? new SKColor(0xE6, 0xE6, 0xE6) : SKColors.Black);
            },
            format,
            quality);
    }

    public static byte[] Image(int width, int height, Action<SKCanvas> draw, SKEncodedImageFormat format = SKEncodedImageFormat.Png, int quality = 90)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
            draw(canvas);
        using var data = bitmap.Encode(format, quality);
        return data.ToArray();
    }

    public static void Text(this SKCanvas canvas, string text, float x, float y, float size, SKColor color, bool bold = false)
    {
        using var font = new SKFont(bold ? Bold : Regular, size) { Edging = SKFontEdging.Antialias };
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawText(text, x, y, SKTextAlign.Left, font, paint);
    }

    private static SKTypeface Face(string file) =>
        SKTypeface.FromFile("/usr/share/fonts/truetype/dejavu/" + file) ?? SKTypeface.Default;
}
