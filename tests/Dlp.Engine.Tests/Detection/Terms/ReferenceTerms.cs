namespace Dlp.Engine.Tests.Detection.Terms;

/// <summary>The plainest way to find terms: every term is tried at every word. What the index must find, no more and no less.</summary>
internal sealed class ReferenceTerms
{
    private readonly List<(List<string> Words, List<string> Joints)> _terms;

    /// <summary>Of folded terms.</summary>
    public ReferenceTerms(IEnumerable<string> terms) => _terms = [.. terms.Select(Cut).Where(term => term.Words.Count > 0)];

    /// <summary>The longest term at each word of a folded text, none of which overlap.</summary>
    public List<TextSpan> Find(string text)
    {
        var words = Words(text);
        var found = new List<TextSpan>();
        for (var i = 0; i < words.Count; i++)
        {
            var ends = _terms.Select(term => EndOf(term, text, words, i)).OfType<int>().ToList();
            if (ends.Count > 0 && (found.Count == 0 || found[^1].End <= words[i].Start))
                found.Add(new TextSpan(words[i].Start, ends.Max()));
        }

        return found;
    }

    private static (List<string> Words, List<string> Joints) Cut(string term)
    {
        var words = Words(term);
        return ([.. words.Select(word => term[word.Start..word.End])], [.. words.Zip(words.Skip(1), (left, right) => term[left.End..right.Start])]);
    }

    private static List<TextSpan> Words(string text)
    {
        var words = new List<TextSpan>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
                continue;
            if (words.Count > 0 && words[^1].End == i)
                words[^1] = new TextSpan(words[^1].Start, i + 1);
            else
                words.Add(new TextSpan(i, i + 1));
        }

        return words;
    }

    private static int? EndOf((List<string> Words, List<string> Joints) term, string text, List<TextSpan> words, int first)
    {
        if (first + term.Words.Count > words.Count)
            return null;
        var singulars = 0;
        for (var i = 0; i < term.Words.Count; i++)
        {
            var (found, written) = (text[words[first + i].Start..words[first + i].End], term.Words[i]);
            if (i > 0 && !Joins(text[words[first + i - 1].End..words[first + i].Start], term.Joints[i - 1]))
                return null;
            if (found == written || Singulars(found).Contains(written))
                continue;
            if (!Singulars(written).Contains(found))
                return null;
            singulars += written.EndsWith("aux", StringComparison.Ordinal) && found.EndsWith("al", StringComparison.Ordinal) || found.EndsWith('y') && !written.StartsWith(found, StringComparison.Ordinal) ? 2 : 1;
        }

        return singulars == 1 ? null : words[first + term.Words.Count - 1].End;
    }

    private static bool Joins(string joint, string written) =>
        joint.Length <= Math.Max(3, written.Length)
        && joint.Count(character => character == '\n') <= 1
        && joint.All(character => char.IsWhiteSpace(character) || "-_'/:".Contains(character) || written.Contains(character));

    private static IEnumerable<string> Singulars(string plural)
    {
        if (plural.Length >= 4 && plural[^1] is 's' or 'x')
            yield return plural[..^1];
        if (plural.Length < 5)
            yield break;
        if (plural.EndsWith("aux", StringComparison.Ordinal))
            yield return plural[..^3] + "al";
        if (plural.EndsWith("ies", StringComparison.Ordinal))
            yield return plural[..^3] + "y";
        if (new[] { "sses", "xes", "ches", "shes" }.Any(ending => plural.EndsWith(ending, StringComparison.Ordinal)))
            yield return plural[..^2];
    }
}
