namespace Dlp.Engine.Detection.Terms;

/// <summary>What stands between two words of a term.</summary>
internal static class Joint
{
    /// <summary>Most characters of a joint, unless more are written in the term.</summary>
    public const int Longest = 3;

    private const string Common = "-_'/:";

    /// <summary>Whether what stands between two words of a text joins them as is written in a term.</summary>
    public static bool Fits(ReadOnlySpan<char> joint, ReadOnlySpan<char> written)
    {
        // A blank line parts two thoughts, and two posts of a thread.
        if (joint.Length > Math.Max(Longest, written.Length) || joint.Count('\n') > 1)
            return false;
        foreach (var character in joint)
        {
            if (!IsCommon(character) && !written.Contains(character))
                return false;
        }

        return true;
    }

    /// <summary>A space for every joint that fits what a space does; else the joint.</summary>
    public static ReadOnlySpan<char> Shortened(ReadOnlySpan<char> written)
    {
        if (written.Length > Longest)
            return written;
        foreach (var character in written)
        {
            if (!IsCommon(character))
                return written;
        }

        return " ";
    }

    private static bool IsCommon(char character) => char.IsWhiteSpace(character) || Common.Contains(character);
}
