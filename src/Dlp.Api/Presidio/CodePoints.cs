namespace Dlp.Api.Presidio;

/// <summary>Counts UTF-16 offsets in code points; a lone surrogate counts as one, as in Python.</summary>
internal sealed class CodePoints(string text)
{
    /// <summary>Offsets of the second halves of characters that take two.</summary>
    private readonly int[] _secondHalves = [.. Enumerable.Range(0, text.Length).Where(at => at > 0 && char.IsSurrogatePair(text[at - 1], text[at]))];

    /// <summary>Code points that begin before a UTF-16 offset.</summary>
    public int Before(int offset) => offset - (Array.BinarySearch(_secondHalves, offset) is var at && at >= 0 ? at : ~at);
}
