namespace Dlp.Engine.Validation.National;

/// <summary>Numbers of Andorra.</summary>
internal static class Andorra
{
    private const int NrtLength = 8;

    /// <summary>
    /// Tax register number (NRT), 8 characters: a letter for the kind of taxpayer (E and F are people), six digits, a control letter whose
    /// reckoning is not published. A resident's digits are below 700 000, a company's (A, L) below 800 000 and not below that.
    /// Source: Reglament de l'aplicació dels tributs (21/2014), article 14; OECD, "Andorra: Information on Tax Identification Numbers".
    /// </summary>
    public static bool IsNrt(ReadOnlySpan<char> value)
    {
        var nrt = CompactValue.Of(value, stackalloc char[NrtLength]);
        if (nrt.Length != NrtLength || !char.IsAsciiLetter(nrt[^1]) || nrt[1..^1].ContainsAnyExceptInRange('0', '9'))
            return false;
        var number = CompactValue.Number(nrt[1..^1]);
        return nrt[0] switch
        {
            'F' => number is > 0 and < 700_000,
            'A' or 'L' => number is >= 700_000 and < 800_000,
            'C' or 'D' or 'E' or 'G' or 'O' or 'P' or 'U' => number > 0,
            _ => false,
        };
    }
}
