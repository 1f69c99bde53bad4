using System.Collections.Frozen;
using Dlp.Engine.Normalization;

namespace Dlp.Engine.Detection;

/// <summary>
/// Whole words and phrases, found without regard to case, accents, plural or what joins their words (« l'opération Orion »,
/// "Orion's", <c>diffusion-restreinte</c>). Its cost depends on the text, not on the number of terms.
/// </summary>
internal sealed class TermDictionary
{
    private const int LongestJoint = 3;

    private readonly FrozenDictionary<string, Term[]> _byFirstToken;

    public TermDictionary(IEnumerable<string> terms)
    {
        _byFirstToken = terms.Select(Parse)
            .GroupBy(term => term.Tokens[0], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(term => term.Tokens.Count).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Words with which a term begins.</summary>
    public IEnumerable<string> FirstTokens => _byFirstToken.Keys;

    /// <summary>Whether a term has a letter or a digit, without which it cannot be found.</summary>
    public static bool CanHold(string term) => Tokens.Next(NormalizedText.Of(term).Text, 0) is not null;

    /// <summary>Every place of a term that lies wholly inside a range of a normalised text, the longest at each start; places do not overlap.</summary>
    public List<TextSpan> Find(string text, TextSpan range)
    {
        var found = new List<TextSpan>();
        var index = Tokens.StartAt(text, range.Start);
        while (Tokens.Next(text, index) is { } token && token.End <= range.End)
        {
            index = token.End;
            if (token.Start >= range.Start && LongestAt(text, token, range.End) is { } place)
            {
                found.Add(place);
                index = place.End;
            }
        }

        return found;
    }

    private TextSpan? LongestAt(ReadOnlySpan<char> text, TextSpan token, int limit)
    {
        var lookup = _byFirstToken.GetAlternateLookup<ReadOnlySpan<char>>();
        TextSpan? longest = null;
        Span<char> buffer = stackalloc char[64];
        foreach (var variant in WordForms.Of(text[token.Start..token.End], buffer))
        {
            if (!lookup.TryGetValue(variant, out var terms))
                continue;
            foreach (var term in terms)
            {
                if (EndOf(term, text, token) is { } end && end <= limit && (longest is null || end > longest.Value.End))
                    longest = new TextSpan(token.Start, end);
            }
        }

        return longest;
    }

    private static int? EndOf(Term term, ReadOnlySpan<char> text, TextSpan token)
    {
        var end = token.End;
        for (var i = 1; i < term.Tokens.Count; i++)
        {
            if (Tokens.Next(text, end) is not { } next
                || !Joins(text[end..next.Start], term.Joints[i - 1])
                || !WordForms.Same(text[next.Start..next.End], term.Tokens[i]))
                return null;
            end = next.End;
        }

        return end;
    }

    private static bool Joins(ReadOnlySpan<char> joint, string written)
    {
        // A blank line parts two thoughts, and two posts of a thread.
        if (joint.Length > Math.Max(LongestJoint, written.Length) || joint.Count('\n') > 1)
            return false;
        foreach (var character in joint)
        {
            if (!char.IsWhiteSpace(character) && !"-_'/:".Contains(character) && !written.Contains(character))
                return false;
        }

        return true;
    }

    private static Term Parse(string term)
    {
        var text = NormalizedText.Of(term).Text;
        var (tokens, joints) = (new List<string>(), new List<string>());
        var end = 0;
        while (Tokens.Next(text, end) is { } token)
        {
            if (tokens.Count > 0)
                joints.Add(text[end..token.Start]);
            tokens.Add(text[token.Start..token.End]);
            end = token.End;
        }

        return new Term(tokens, joints);
    }
}
