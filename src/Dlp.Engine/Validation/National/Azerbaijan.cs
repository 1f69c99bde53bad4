namespace Dlp.Engine.Validation.National;

/// <summary>Numbers of Azerbaijan.</summary>
internal static class Azerbaijan
{
    private const int Length = 10;

    /// <summary>
    /// Taxpayer's number (VÖEN), 10 digits: two for the region, six, a check digit (weights 4, 1, 8, 6, 2, 7, 5, 3, modulo 11), and 1 for
    /// a company, 2 for a person. Source: Dövlət Vergi Xidməti; OECD, "Azerbaijan: Information on Tax Identification Numbers".
    /// </summary>
    public static bool IsVoen(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[Length]);
        return digits.Length == Length
            && digits[^1] is '1' or '2'
            && CheckDigits.WeightedSum(digits[..8], [4, 1, 8, 6, 2, 7, 5, 3]) % 11 == digits[8] - '0';
    }
}
