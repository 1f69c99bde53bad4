using System.Text;

namespace Dlp.Documents.Mail;

/// <summary>The plain body of a message, which its HTML body most often says again: what is in both is given once.</summary>
internal sealed class PlainBody(string text)
{
    /// <summary>Where the next line is looked for, behind the last one that was found: bounds the cost for bodies that have nothing in common.</summary>
    private const int Window = 4096;

    private readonly string _words = Words(text);

    /// <summary>The lines that the plain body does not have, in its order and but for white space.</summary>
    public string Without(string other)
    {
        var rest = new StringBuilder();
        var at = 0;
        foreach (var line in other.AsSpan().EnumerateLines())
        {
            var words = Words(line);
            if (words.Length == 0)
                continue;
            var found = _words.AsSpan(at, Math.Min(_words.Length - at, Window + words.Length)).IndexOf(words, StringComparison.Ordinal);
            if (found >= 0)
                at += found + words.Length;
            else
                rest.Append(line).Append('\n');
        }

        return rest.ToString();
    }

    private static string Words(ReadOnlySpan<char> text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character))
                words.Append(character);
        }

        return words.ToString();
    }
}
