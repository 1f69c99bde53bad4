using UglyToad.PdfPig.Tokens;

namespace Dlp.Documents.Pdf.Filters;

/// <summary>Undoes the predictors of Flate and LZW (ISO 32000-1, 7.4.4.4): those of PNG, and TIFF's for samples of 8 bits.</summary>
internal static class Predictor
{
    private const int Tiff = 2;
    private const int FirstOfPng = 10;

    public static Memory<byte> Undo(byte[] data, DictionaryToken parameters)
    {
        var predictor = Number(parameters, NameToken.Predictor, 1);
        if (predictor < Tiff)
            return data;
        int colors = Math.Clamp(Number(parameters, NameToken.Colors, 1), 1, 32), bits = Math.Clamp(Number(parameters, NameToken.BitsPerComponent, 8), 1, 16);
        var columns = Math.Clamp(Number(parameters, NameToken.Columns, 1), 1, 10_000_000);
        var pixel = Math.Max(1, colors * bits / 8);
        var row = (int)((((long)columns * colors * bits) + 7) / 8);
        if (predictor >= FirstOfPng)
            return UndoPng(data, row, pixel);
        if (bits == 8)
        {
            for (var at = 0; at < data.Length; at++)
            {
                if (at % row >= colors)
                    data[at] += data[at - colors];
            }
        }

        return data;
    }

    private static int Number(DictionaryToken parameters, NameToken key, int otherwise) =>
        parameters.TryGet(key, out var token) && token is NumericToken number ? number.Int : otherwise;

    /// <summary>A byte before each row says how it was predicted (ISO/IEC 15948, 9.2). The last row may be cut short.</summary>
    private static Memory<byte> UndoPng(byte[] data, int row, int pixel)
    {
        var rows = (data.Length + row) / (row + 1);
        var output = new byte[Math.Max(0, data.Length - rows)];
        var above = new byte[row].AsSpan();
        for (int r = 0, from = 0, to = 0; r < rows; r++)
        {
            var kind = data[from++];
            var length = Math.Min(row, data.Length - from);
            var source = data.AsSpan(from, length);
            var target = output.AsSpan(to, length);
            source.CopyTo(target);
            switch (kind)
            {
                case 1:
                    for (var i = pixel; i < length; i++)
                        target[i] += target[i - pixel];
                    break;
                case 2:
                    for (var i = 0; i < length; i++)
                        target[i] += above[i];
                    break;
                case 3:
                    for (var i = 0; i < length; i++)
                        target[i] += (byte)(((i >= pixel ? target[i - pixel] : 0) + above[i]) / 2);
                    break;
                case 4:
                    for (var i = 0; i < length; i++)
                        target[i] += i >= pixel ? Paeth(target[i - pixel], above[i], above[i - pixel]) : above[i];
                    break;
                default:
                    break;
            }

            from += length;
            to += length;
            if (length == row)
                above = target;
        }

        return output;
    }

    private static byte Paeth(byte left, byte above, byte corner)
    {
        var estimate = left + above - corner;
        int toLeft = Math.Abs(estimate - left), toAbove = Math.Abs(estimate - above), toCorner = Math.Abs(estimate - corner);
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
