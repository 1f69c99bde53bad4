namespace Dlp.Documents.Images;

/// <summary>
/// Underscores, raised to the line of writing. In some fonts (DejaVu Sans Mono) they lie lower than any letter, and Tesseract cuts lines at the letters: it saw
/// <c>sk live</c> where <c>sk_live_</c> stood, which is the beginning that a key is known by.
/// </summary>
internal static class Underscores
{
    /// <summary>Of a letter of 9 pixels, and of several letters of a large font in a row; what is longer underlines.</summary>
    private const int Shortest = 5;
    private const int Longest = 40;
    private const int Thickest = 3;

    /// <summary>How far up they go: that is enough for Tesseract, and they come to no letter.</summary>
    private const int Raise = 2;

    /// <summary>Blank rows above it, which tell it from the foot of a letter.</summary>
    private const int BlankAbove = 4;

    /// <summary>What is to be blank beside it in the rows next to it, which tells it from the bottom of a bowl.</summary>
    private const int BlankBeside = 2;

    /// <summary>Rows below it in which there is no ink, near by either: letters reach below a dash.</summary>
    private const int BlankBelow = 3;

    /// <summary>There are letters beside it, so much higher at most, so near.</summary>
    private const int LetterHeight = 8;
    private const int Near = 5;

    private const int LeastContrast = 60;

    /// <summary>The same image where there are none.</summary>
    /// <param name="image">Dark on light, as large as on the screen.</param>
    public static GreyImage Raised(GreyImage image)
    {
        byte[]? raised = null;
        for (var y = LetterHeight; y < image.Height - Thickest - BlankBelow; y++)
        {
            for (var x = 1; x < image.Width - 1; x++)
            {
                var ink = new Ink(image, image.Pixels[(y * image.Width) + x - 1]);
                if (!ink.IsAt(x, y))
                    continue;
                var left = x;
                while (x < image.Width && ink.IsAt(x, y))
                    x++;
                if (x - left is < Shortest or > Longest || Height(ink, left, x, y) is not { } height)
                    continue;
                raised ??= [.. image.Pixels];
                Move(image, raised, left - 1, Math.Min(x + 1, image.Width), y - 1, y + height + 1, ink.Background);
            }
        }

        return raised is null ? image : image with { Pixels = raised };
    }

    /// <summary>How thick the underscore is that begins in a row; null when it is none.</summary>
    private static int? Height(Ink ink, int left, int right, int y)
    {
        var height = 1;
        while (height <= Thickest && ink.IsAllOver(left + 1, right - 1, y + height))
            height++;
        var isUnderscore = height <= Thickest
            && ink.IsNone(left, right, y - BlankAbove, y)
            && ink.IsNone(left - BlankBeside, right + BlankBeside, y - BlankBeside, y)
            && ink.IsNone(left - Near, right + Near, y + height + 1, y + height + 1 + BlankBelow)
            && !(ink.IsNone(left - Near, left, y - LetterHeight, y - 1) && ink.IsNone(right, right + Near, y - LetterHeight, y - 1));
        return isUnderscore ? height : null;
    }

    private static void Move(GreyImage from, byte[] to, int left, int right, int top, int bottom, byte background)
    {
        for (var y = top; y < bottom; y++)
            to.AsSpan((y * from.Width) + left, right - left).Fill(background);
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                ref var pixel = ref to[((y - Raise) * from.Width) + x];
                pixel = Math.Min(pixel, from.Pixels[(y * from.Width) + x]);
            }
        }
    }

    /// <summary>What is darker than a background.</summary>
    private readonly record struct Ink(GreyImage Image, byte Background)
    {
        public bool IsAt(int x, int y) => x >= 0 && x < Image.Width && Background - Image.Pixels[(y * Image.Width) + x] > LeastContrast;

        public bool IsNone(int left, int right, int top, int bottom)
        {
            for (var y = top; y < bottom; y++)
            {
                for (var x = left; x < right; x++)
                {
                    if (IsAt(x, y))
                        return false;
                }
            }

            return true;
        }

        public bool IsAllOver(int left, int right, int y)
        {
            for (var x = left; x < right; x++)
            {
                if (!IsAt(x, y))
                    return false;
            }

            return true;
        }
    }
}
