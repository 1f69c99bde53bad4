namespace Dlp.Documents.Images;

/// <summary>An image as text recognition wants it: 8 bits a pixel, 0 is black, the rows without gaps, from the top.</summary>
/// <param name="Width">In pixels; above 0.</param>
/// <param name="Height">In pixels; above 0.</param>
/// <param name="Pixels"><paramref name="Width"/> times <paramref name="Height"/> bytes.</param>
internal sealed record GreyImage(int Width, int Height, byte[] Pixels)
{
    /// <summary>Whether it is all of one shade, so that nothing can be read in it.</summary>
    public bool IsBlank => !Pixels.AsSpan().ContainsAnyExcept(Pixels[0]);

    /// <summary>Whether all but what is written on it is dark. Where light boxes stand on it, its negative would have dark ones.</summary>
    public bool IsDark
    {
        get
        {
            var dark = 0L;
            foreach (var pixel in Pixels)
                dark += pixel < 128 ? 1 : 0;
            return dark > Pixels.Length * 0.85;
        }
    }

    public double Megapixels => (double)Width * Height / 1_000_000;

    /// <summary>Its negative.</summary>
    public GreyImage Inverted()
    {
        var pixels = new byte[Pixels.Length];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)(255 - Pixels[i]);
        return this with { Pixels = pixels };
    }
}
