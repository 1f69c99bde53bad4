using System.Globalization;
using System.Text;

namespace Dlp.Documents;

/// <summary>Numbers as the details write them.</summary>
internal static class Format
{
    private const int MostRanges = 20;

    // Not of the system's culture, which may be absent, and whose narrow space is none to a terminal.
    private static readonly NumberFormatInfo French = new() { NumberGroupSeparator = "\u00A0", NumberDecimalSeparator = "," };

    /// <summary><c>10,000,000</c>, in French <c>10 000 000</c>.</summary>
    public static string Count(int number, Language language = Language.En) => number.ToString("N0", In(language));

    /// <summary><c>2.5</c>, in French <c>2,5</c>.</summary>
    public static string Seconds(TimeSpan time, Language language = Language.En) => time.TotalSeconds.ToString("0.###", In(language));

    /// <summary><c>page 3</c>, <c>pages 1-4, 7</c>; after twenty ranges <c>…</c>. The numbers ascend. French has the same words.</summary>
    public static string Pages(IReadOnlyList<int> numbers)
    {
        var list = new StringBuilder(numbers.Count == 1 ? "page " : "pages ");
        for (int i = 0, ranges = 0; i < numbers.Count; i++, ranges++)
        {
            if (ranges == MostRanges)
                return list.Append(", …").ToString();
            var first = numbers[i];
            while (i + 1 < numbers.Count && numbers[i + 1] == numbers[i] + 1)
                i++;
            list.Append(list[^1] == ' ' ? "" : ", ").Append(first);
            if (numbers[i] != first)
                list.Append('-').Append(numbers[i]);
        }

        return list.ToString();
    }

    private static NumberFormatInfo In(Language language) => language == Language.Fr ? French : NumberFormatInfo.InvariantInfo;
}
