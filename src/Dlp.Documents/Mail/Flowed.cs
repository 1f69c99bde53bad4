using System.Text;

namespace Dlp.Documents.Mail;

/// <summary>Text whose lines are joined again where only the mail program broke them: those that end in a space (RFC 3676, 4.1).</summary>
internal static class Flowed
{
    public static string Join(string text)
    {
        var joined = new StringBuilder(text.Length);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            joined.Append(line);
            if (!line.EndsWith(' ') || line.SequenceEqual("-- "))
                joined.Append('\n');
        }

        return joined.ToString();
    }
}
