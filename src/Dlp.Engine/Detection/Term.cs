using Dlp.Engine.Normalization;

namespace Dlp.Engine.Detection;

/// <summary>A word or phrase, folded and cut into tokens; <paramref name="Joints"/> are the characters between them.</summary>
internal sealed record Term(IReadOnlyList<string> Tokens, IReadOnlyList<string> Joints)
{
    private const int LongestJoint = 3;

    /// <summary>A term as written; null when it has no letter and no digit, without which it cannot be found.</summary>
    public static Term? Parse(string written)
    {
        var text = NormalizedText.Of(written).Text;
        var (tokens, joints) = (new List<string>(), new List<string>());
        var end = 0;
        while (Detection.Tokens.Next(text, end) is { } token)
        {
            if (tokens.Count > 0)
                joints.Add(text[end..token.Start]);
            tokens.Add(text[token.Start..token.End]);
            end = token.End;
        }

        return tokens.Count > 0 ? new Term(tokens, joints) : null;
    }

    /// <summary>Where the term ends whose first token stands in a text; null when another text follows.</summary>
    public int? EndAfter(ReadOnlySpan<char> text, TextSpan firstToken)
    {
        var end = firstToken.End;
        for (var i = 1; i < Tokens.Count; i++)
        {
            if (Detection.Tokens.Next(text, end) is not { } next
                || !Joins(text[end..next.Start], Joints[i - 1])
                || !WordForms.Same(text[next.Start..next.End], Tokens[i]))
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
}
