namespace Dlp.Engine.Validation.National;

/// <summary>Numbers of Azerbaijan.</summary>
internal static class Azerbaijan
{
    private const int Length = 10;

    /// <summary>
    /// Taxpayer's number (VÖEN), 10 digits: two for the region, six, a check digit (weights 4, 1, 8, 6, 2, 7, 5, 3, modulo 11), and 1 for
    /// a company, 2 for a person. A 0 at the beginning, which spreadsheets lose, may be missing.
    /// Source: Dövlət Vergi Xidməti; OECD, "Azerbaijan: Information on Tax Identification Numbers".
    /// </summary>
    public static bool IsVoen(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[Length]);
        if (digits.Length is not (Length or Length - 1) || digits[^1] is not ('1' or '2'))
            return false;
        ReadOnlySpan<int> weights = [4, 1, 8, 6, 2, 7, 5, 3];
        return CheckDigits.WeightedSum(digits[..^2], weights[(Length - digits.Length)..]) % 11 == digits[^2] - '0';
    }
}
