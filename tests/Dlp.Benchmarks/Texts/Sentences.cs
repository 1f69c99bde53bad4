using System.Globalization;
using System.Text;

namespace Dlp.Benchmarks.Texts;

/// <summary>Sentences of one language, made from a list of patterns with slots.</summary>
internal sealed class Sentences
{
    private readonly List<string> _sentences = [];
    private readonly List<string> _closings = [];
    private readonly Dictionary<string, string[]> _words = new(StringComparer.Ordinal);

    /// <summary>Reads <c>sentences-&lt;language&gt;.txt</c>: sentences, then words by slot, then closings.</summary>
    public Sentences(string language)
    {
        using var reader = new StreamReader(typeof(Sentences).Assembly.GetManifestResourceStream($"sentences-{language}.txt")!);
        var sentences = _sentences;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal) || line.Length == 0)
                continue;
            if (line[0] == '@')
            {
                var slot = line[1..line.IndexOf(' ')];
                _words[slot] = line[(slot.Length + 2)..].Split('|');
                sentences = _closings;
            }
            else
                sentences.Add(line);
        }
    }

    /// <summary>A sentence of the body of a post.</summary>
    public string Sentence(Random random) => Fill(_sentences[random.Next(_sentences.Count)], random);

    /// <summary>What a post ends with: a question, hashtags.</summary>
    public string Closing(Random random) => Fill(_closings[random.Next(_closings.Count)], random);

    private string Fill(string pattern, Random random)
    {
        var text = new StringBuilder();
        for (var at = 0; at < pattern.Length;)
        {
            var open = pattern.IndexOf('{', at);
            var close = open < 0 ? -1 : pattern.IndexOf('}', open);
            text.Append(pattern, at, (open < 0 ? pattern.Length : open) - at);
            if (open < 0)
                break;
            text.Append(Word(pattern[(open + 1)..close], random));
            at = close + 1;
        }

        return text.ToString();
    }

    private string Word(string slot, Random random) => slot switch
    {
        "nombre" or "number" => random.Next(2, 90).ToString(CultureInfo.InvariantCulture),
        "annee" or "year" => random.Next(1985, 2024).ToString(CultureInfo.InvariantCulture),
        "quantieme" or "day" => random.Next(1, 28).ToString(CultureInfo.InvariantCulture),
        "heure" => $"{random.Next(7, 22)} h {random.Next(6)}0",
        "time" => $"{random.Next(7, 22)}:{random.Next(6)}0",
        "version" => $"{random.Next(1, 9)}.{random.Next(20)}.{random.Next(9)}",
        "commande" or "order" => random.Next(1_000_000, 9_999_999).ToString(CultureInfo.InvariantCulture),
        _ => _words[slot] is var words ? words[random.Next(words.Length)] : "",
    };
}
