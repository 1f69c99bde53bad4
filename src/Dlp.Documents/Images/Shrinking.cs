using System.Numerics;

namespace Dlp.Documents.Images;

/// <summary>
/// Makes an image smaller, or hardly larger: each pixel is the average of the area that it covers. Skia makes a pyramid of ever smaller images first, which takes ten times as long.
/// </summary>
internal static class Shrinking
{
    /// <param name="image">The image.</param>
    /// <param name="width">Above 0.</param>
    /// <param name="height">Above 0.</param>
    public static GreyImage To(GreyImage image, int width, int height)
    {
        var result = new GreyImage(width, height, new byte[checked(width * height)]);
        var columns = Cover(image.Width, width);
        var (row, sum) = (new float[width], new float[width]);
        var rows = Cover(image.Height, height);
        var inRow = -1;
        for (var y = 0; y < height; y++)
        {
            Array.Clear(sum);
            for (var from = rows[y].First; from <= rows[y].Last; from++)
            {
                // The row in which two areas meet belongs to both.
                if (from != inRow)
                    Narrow(image.Pixels.AsSpan(from * image.Width, image.Width), columns, row);
                inRow = from;
                Add(row, rows[y].Share(from), sum);
            }

            var target = result.Pixels.AsSpan(y * width, width);
            for (var x = 0; x < width; x++)
                target[x] = (byte)(sum[x] + 0.5f);
        }

        return result;
    }

    private static void Narrow(ReadOnlySpan<byte> pixels, Area[] columns, float[] row)
    {
        for (var x = 0; x < row.Length; x++)
        {
            ref readonly var area = ref columns[x];
            var sum = pixels[area.First] * area.FirstShare;
            for (var i = area.First + 1; i < area.Last; i++)
                sum += pixels[i] * area.Whole;
            row[x] = area.Last > area.First ? sum + (pixels[area.Last] * area.LastShare) : sum;
        }
    }

    private static void Add(float[] row, float share, float[] sum)
    {
        var x = 0;
        for (var by = new Vector<float>(share); x <= row.Length - Vector<float>.Count; x += Vector<float>.Count)
            (new Vector<float>(sum, x) + (new Vector<float>(row, x) * by)).CopyTo(sum, x);
        for (; x < row.Length; x++)
            sum[x] += row[x] * share;
    }

    private static Area[] Cover(int from, int to)
    {
        var areas = new Area[to];
        var length = from / (double)to;
        for (var i = 0; i < to; i++)
        {
            double start = i * length, end = Math.Min((i + 1) * length, from);
            int first = (int)start, last = Math.Min(from - 1, (int)Math.Ceiling(end) - 1);
            areas[i] = first >= last
                ? new(first, first, 1, 0, 0)
                : new(first, last, (float)((first + 1 - start) / length), (float)(1 / length), (float)((end - last) / length));
        }

        return areas;
    }

    /// <summary>The pixels that one covers, the first and the last of them in part.</summary>
    private readonly record struct Area(int First, int Last, float FirstShare, float Whole, float LastShare)
    {
        public float Share(int at) => at == First ? FirstShare : at == Last ? LastShare : Whole;
    }
}
