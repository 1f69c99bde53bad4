using System.Text;

namespace Dlp.Documents.Mail;

/// <summary>Text whose lines are joined again where only the mail program broke them: those that end in a space (RFC 3676, 4.1 to 4.5).</summary>
internal static class Flowed
{
    /// <param name="text">The body.</param>
    /// <param name="deletesSpace">Whether that space is the mail program's too (<c>DelSp=yes</c>): then a word may go on in the next line.</param>
    public static string Join(string text, bool deletesSpace)
    {
        var joined = new StringBuilder(text.Length);
        var (flows, lastDepth) = (false, 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var depth = line.IndexOfAnyExcept('>') is >= 0 and var quotes ? quotes : line.Length;
            var words = line[depth..];
            if (words.StartsWith(' '))
                words = words[1..];
            if (!flows || depth != lastDepth)
            {
                if (joined.Length > 0)
                    joined.Append('\n');
                joined.Append(line[..depth]).Append(depth > 0 ? " " : "");
            }

            (flows, lastDepth) = (words.EndsWith(' ') && !words.SequenceEqual("-- "), depth);
            joined.Append(flows && deletesSpace ? words[..^1] : words);
        }

        return joined.Append('\n').ToString();
    }
}
