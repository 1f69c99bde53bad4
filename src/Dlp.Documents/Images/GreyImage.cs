namespace Dlp.Documents.Images;

/// <summary>An image as text recognition wants it: 8 bits a pixel, 0 is black, the rows without gaps, from the top.</summary>
/// <param name="Width">In pixels; above 0.</param>
/// <param name="Height">In pixels; above 0.</param>
/// <param name="Pixels"><paramref name="Width"/> times <paramref name="Height"/> bytes.</param>
internal sealed record GreyImage(int Width, int Height, byte[] Pixels)
{
    /// <summary>Whether it is all of one shade, so that nothing can be read in it.</summary>
    public bool IsBlank => !Pixels.AsSpan().ContainsAnyExcept(Pixels[0]);

    public double Megapixels => (double)Width * Height / 1_000_000;
}
