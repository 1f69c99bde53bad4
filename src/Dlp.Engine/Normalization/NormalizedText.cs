using System.Text;

namespace Dlp.Engine.Normalization;

/// <summary>
/// A text as its reader sees it, folded so that spellings of one thing are equal (<see cref="CharacterFolding"/>), with the
/// way back: every range of it maps to the range of the original that it came from.
/// </summary>
internal sealed class NormalizedText
{
    // Per unit of Text, the original range it came from; null when position i came from position i.
    private readonly int[]? _starts;
    private readonly int[]? _ends;

    private NormalizedText(string text, int[]? starts, int[]? ends)
    {
        Text = text;
        _starts = starts;
        _ends = ends;
    }

    /// <summary>The folded text.</summary>
    public string Text { get; }

    /// <summary>Whether every unit of the folded text stands at the place of the original that it came from.</summary>
    public bool IsInPlace => _starts is null;

    /// <summary>Folds any string, lone surrogates included.</summary>
    public static NormalizedText Of(string original)
    {
        if (Ascii.IsValid(original) && !original.Contains('#'))
            return new NormalizedText(LowerAscii(original), null, null);

        var builder = new NormalizedTextBuilder(original.Length);
        var inHashtag = false;
        var previous = '\0';
        for (var i = 0; i < original.Length;)
        {
            if (!inHashtag && original[i] < 128 && original[i] != '#')
            {
                previous = original[i];
                builder.Append(char.IsAsciiLetterUpper(previous) ? (char)(previous | 0x20) : previous, i++);
                continue;
            }

            var read = Rune.DecodeFromUtf16(original.AsSpan(i), out var rune, out var length) == System.Buffers.OperationStatus.Done;
            var folded = read ? CharacterFolding.Fold(rune) : original.Substring(i, length);

            inHashtag = original[i] is '#' or '＃' || (inHashtag && (Hashtag.Holds(original[i]) || folded.Length == 0));
            if (inHashtag && Hashtag.WordStartsAt(original, i, previous))
                builder.Insert(' ', i);
            if (folded.Length > 0)
                previous = original[i];
            builder.Append(folded, i, i + length);
            i += length;
        }

        return builder.IsInPlace
            ? new NormalizedText(builder.Text(), null, null)
            : new NormalizedText(builder.Text(), builder.Starts(), builder.Ends());
    }

    /// <summary>The original range that a range of the folded text came from.</summary>
    public TextSpan ToOriginal(TextSpan normalized)
    {
        if (_starts is null || _ends is null || normalized.Length == 0 && normalized.Start >= Text.Length)
            return normalized;
        return normalized.Length == 0
            ? new TextSpan(_starts[normalized.Start], _starts[normalized.Start])
            : new TextSpan(_starts[normalized.Start], Math.Max(_starts[normalized.Start], _ends[normalized.End - 1]));
    }

    /// <summary>The range of the folded text that came from an original range; empty when all of it was dropped.</summary>
    public TextSpan FromOriginal(TextSpan original)
    {
        if (_starts is null || _ends is null)
            return original;
        var start = FirstAtLeast(_ends, original.Start + 1);
        var end = FirstAtLeast(_starts, original.End);
        return new TextSpan(Math.Min(start, end), end);
    }

    private static string LowerAscii(string text) =>
        text.AsSpan().ContainsAnyInRange('A', 'Z')
            ? string.Create(text.Length, text, static (lower, source) => Ascii.ToLower(source, lower, out _))
            : text;

    private static int FirstAtLeast(int[] sorted, int value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < value)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
