using System.Numerics;
using ZXing.Common;

namespace Dlp.Documents.Images;

/// <summary>What every code has, looked for before anybody tries to read one, which takes ten times as long: corners or bars. Most pages of text and drawings have neither.</summary>
internal sealed class CodeMarks
{
    private readonly BitMatrix _image;
    private BitArray? _row;

    private CodeMarks(BitMatrix image)
    {
        _image = image;
        LookAcross();
        if (!HasBars)
            LookDown();
    }

    /// <summary>Whether something looks like the squares in the corners of a QR code.</summary>
    public bool HasSquares { get; private set; }

    /// <summary>Whether there are bars, upright or lying.</summary>
    public bool HasBars { get; private set; }

    /// <summary>Looks at all lines of an image, black or white.</summary>
    public static CodeMarks Of(BitMatrix image) => new(image);

    private void LookAcross()
    {
        var (corners, bars, edges) = (new QrCorners(_image), new BarLines(_image.Height, EdgesAcross), new List<int>());
        for (var y = 0; y < _image.Height && !(HasSquares && HasBars); y++)
        {
            EdgesAcross(y, edges);
            HasSquares = HasSquares || corners.Take(y, edges);
            HasBars = HasBars || (y % BarLines.Step == 0 && bars.Take(y, edges));
        }
    }

    private void LookDown()
    {
        var (bars, edges) = (new BarLines(_image.Width, EdgesDown), new List<int>());
        for (var x = 0; x < _image.Width && !HasBars; x += BarLines.Step)
        {
            EdgesDown(x, edges);
            HasBars = bars.Take(x, edges);
        }
    }

    /// <summary>The places in a line where black and white meet.</summary>
    private void EdgesAcross(int y, List<int> edges)
    {
        edges.Clear();
        _row = _image.getRow(y, _row);
        var words = _row.Array;
        var before = 0u;
        for (var word = 0; word < words.Length; word++)
        {
            var bits = (uint)words[word];
            for (var changes = bits ^ ((bits << 1) | before); changes != 0; changes &= changes - 1)
            {
                var x = (word * 32) + BitOperations.TrailingZeroCount(changes);
                if (x < _image.Width)
                    edges.Add(x);
            }

            before = bits >> 31;
        }
    }

    private void EdgesDown(int x, List<int> edges)
    {
        edges.Clear();
        var before = false;
        for (var y = 0; y < _image.Height; y++)
        {
            if (_image[x, y] is var now && now != before)
                edges.Add(y);
            before = now;
        }
    }
}
