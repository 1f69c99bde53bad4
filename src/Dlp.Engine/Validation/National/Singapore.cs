namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Singapore issues.</summary>
internal static class Singapore
{
    /// <summary>
    /// Identity card or foreign identification number (NRIC, FIN): S, T, F, G or M, seven digits, a check letter. Source: Immigration and Checkpoints
    /// Authority, National Registration Act 1965, and "New M FIN series" (2022); the check is commonly published: weights 2, 7, 6, 5, 4, 3, 2, plus 4 for T and G and 3 for M.
    /// </summary>
    public static bool IsNric(ReadOnlySpan<char> value)
    {
        var nric = CompactValue.Of(value, stackalloc char[9]);
        if (nric.Length != 9 || nric[1..8].ContainsAnyExceptInRange('0', '9'))
            return false;
        var (letters, offset) = nric[0] switch
        {
            'S' => ("JZIHGFEDCBA", 0),
            'T' => ("JZIHGFEDCBA", 4),
            'F' => ("XWUTRQPNMLK", 0),
            'G' => ("XWUTRQPNMLK", 4),
            'M' => ("XWUTRQPNJLK", 3),
            _ => ("", 0),
        };
        return letters.Length > 0 && letters[(CheckDigits.WeightedSum(nric[1..8], [2, 7, 6, 5, 4, 3, 2]) + offset) % 11] == nric[8];
    }

    /// <summary>
    /// Unique entity number (UEN): a business (eight digits), a company (year and five digits) or another entity (T, S or R, year, two letters, four digits), each with a check
    /// letter. Source: Accounting and Corporate Regulatory Authority, "UEN formats"; the check is commonly published.
    /// </summary>
    public static bool IsUen(ReadOnlySpan<char> value)
    {
        var uen = CompactValue.Of(value, stackalloc char[10]);
        return uen.Length switch
        {
            9 => !uen[..8].ContainsAnyExceptInRange('0', '9')
                && "XMKECAWLJDB"[CheckDigits.WeightedSum(uen[..8], [10, 4, 9, 3, 8, 2, 7, 1]) % 11] == uen[8],
            10 when char.IsAsciiDigit(uen[0]) => !uen[..9].ContainsAnyExceptInRange('0', '9')
                && CompactValue.Number(uen[..4]) is >= 1800 and <= 2099
                && "ZKCMDNERGWH"[CheckDigits.WeightedSum(uen[..9], [10, 8, 6, 4, 9, 7, 5, 3, 1]) % 11] == uen[9],
            10 => IsOtherEntity(uen),
            _ => false,
        };
    }

    private static bool IsOtherEntity(ReadOnlySpan<char> uen)
    {
        const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWX0123456789";
        const string Kinds = "CC CD CH CL CM CP CS CX DP FB FC FM FN GA GB GS HS LL LP MB MC MD MH MM MQ NB NR PA PB PF RF RP SM SS TC TU VH XL";
        if (uen[0] is not 'R' and not 'S' and not 'T' || uen[1..3].ContainsAnyExceptInRange('0', '9') || uen[5..9].ContainsAnyExceptInRange('0', '9'))
            return false;
        if (!char.IsAsciiLetter(uen[3]) || !char.IsAsciiLetter(uen[4]) || !Kinds.AsSpan().Contains(uen[3..5], StringComparison.Ordinal))
            return false;

        ReadOnlySpan<int> weights = [4, 3, 5, 3, 10, 2, 2, 5, 7];
        var sum = -5;
        for (var i = 0; i < 9; i++)
            sum += Alphabet.IndexOf(uen[i], StringComparison.Ordinal) * weights[i];
        return Alphabet[(sum % 11 + 11) % 11] == uen[9];
    }

    /// <summary>
    /// Registration number of a vehicle: letters without I and O, up to four digits, a check letter. Source: Land Transport Authority, "Vehicle registration numbers"; the
    /// check is commonly published: the last two letters of the prefix count from 1, and the sum weighted 9, 4, 5, 4, 3, 2 is taken modulo 19.
    /// </summary>
    public static bool IsPlate(ReadOnlySpan<char> value)
    {
        var plate = CompactValue.Of(value, stackalloc char[8]);
        var letters = plate.IndexOfAnyInRange('0', '9');
        if (letters is < 1 or > 3 || plate.Length - letters is < 2 or > 5 || plate[letters..^1].ContainsAnyExceptInRange('0', '9') || plate[letters] == '0')
            return false;

        // A single letter stands in the second place.
        var first = letters == 1 ? 0 : plate[letters - 2] - 'A' + 1;
        var sum = first * 9 + (plate[letters - 1] - 'A' + 1) * 4;
        ReadOnlySpan<int> weights = [2, 3, 4, 5];
        for (var i = 0; i < plate.Length - letters - 1; i++)
            sum += (plate[^(i + 2)] - '0') * weights[i];
        return "AZYXUTSRPMLKJHGEDCB"[sum % 19] == plate[^1];
    }
}
