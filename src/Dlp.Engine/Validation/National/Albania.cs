namespace Dlp.Engine.Validation.National;

/// <summary>Numbers of Albania.</summary>
internal static class Albania
{
    private const int Length = 10;

    /// <summary>
    /// Identification number of a taxpayer (NIPT, now NUIS), 10 characters: a letter for the decade (M is 2020 to 2029), its year and seven
    /// more digits, a letter whose reckoning is not published.
    /// Source: Qendra Kombëtare e Biznesit; OECD, "Albania: Information on Tax Identification Numbers".
    /// </summary>
    public static bool IsNipt(ReadOnlySpan<char> value)
    {
        var nipt = IssuedDigits.Without("AL", CompactValue.Of(value, stackalloc char[Length + 2]));
        return nipt.Length == Length
            && nipt[0] is >= 'A' and <= 'M'
            && char.IsAsciiLetter(nipt[^1])
            && !nipt[1..^1].ContainsAnyExceptInRange('0', '9')
            && nipt[1..^1].ContainsAnyExcept('0');
    }
}
