namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that New Zealand issues.</summary>
internal static class NewZealand
{
    /// <summary>
    /// Inland Revenue number, eight or nine digits between 10 and 200 million, the last a check digit. Source: Inland Revenue, "Resident withholding tax and
    /// non-resident withholding tax specification document": weights 3, 2, 7, 6, 5, 4, 3, 2, and 7, 4, 3, 2, 5, 2, 7, 6 when those give ten.
    /// </summary>
    public static bool IsIrd(ReadOnlySpan<char> value)
    {
        Span<char> buffer = stackalloc char[9];
        var number = CompactValue.DigitsOf(value, buffer);
        if (number.Length == 8)
        {
            buffer[..8].CopyTo(buffer[1..]);
            buffer[0] = '0';
            number = buffer;
        }

        if (number.Length != 9 || CompactValue.Number(number) is < 10_000_000 or >= 200_000_000)
            return false;
        var check = CheckOf(number, [3, 2, 7, 6, 5, 4, 3, 2]);
        if (check == 10)
            check = CheckOf(number, [7, 4, 3, 2, 5, 2, 7, 6]);
        return check == number[8] - '0';

        static int CheckOf(ReadOnlySpan<char> number, ReadOnlySpan<int> weights) => (11 - CheckDigits.WeightedSum(number[..8], weights) % 11) % 11;
    }

    /// <summary>
    /// Bank account: bank (two digits), branch (up to four), account (up to eight), suffix (up to four), with a dash or a space between; two, four, seven and two or three
    /// when written as one. Source: Inland Revenue, same document, "Bank account number validation": the branch is in a range of its bank, which tells the algorithm.
    /// </summary>
    public static bool IsBankAccount(ReadOnlySpan<char> value)
    {
        Span<char> account = stackalloc char[18];
        return TryRead(value, account)
            && AlgorithmOf(CompactValue.Number(account[..2]), CompactValue.Number(account[2..6]), CompactValue.Number(account[6..14])) is { } algorithm
            && account[6..14].ContainsAnyExcept('0')
            && IsRight(account, algorithm);
    }

    // Puts bank, branch, account and suffix into fields of 2, 4, 8 and 4 digits.
    private static bool TryRead(ReadOnlySpan<char> value, Span<char> account)
    {
        account.Fill('0');
        Span<int> starts = stackalloc int[4];
        Span<int> lengths = stackalloc int[4];
        var (part, previous) = (-1, ' ');
        for (var i = 0; i < value.Length; i++)
        {
            var digit = char.IsAsciiDigit(value[i]);
            if (!digit && !char.IsWhiteSpace(value[i]) && value[i] is not '-' and not '‐' and not '‑' and not '–')
                return false;
            if (digit && !char.IsAsciiDigit(previous) && ++part < 4)
                starts[part] = i;
            if (part > 3)
                return TryReadCompact(value, account);
            lengths[Math.Max(part, 0)] += digit ? 1 : 0;
            previous = value[i];
        }

        if (part != 3)
            return TryReadCompact(value, account);

        ReadOnlySpan<int> ends = [2, 6, 14, 18];
        ReadOnlySpan<int> sizes = [2, 4, 8, 4];
        for (var i = 0; i < 4; i++)
        {
            if (lengths[i] > sizes[i])
                return false;
            value.Slice(starts[i], lengths[i]).CopyTo(account[(ends[i] - lengths[i])..]);
        }

        return true;
    }

    // Two, four, seven and two or three digits, wherever the separators stand.
    private static bool TryReadCompact(ReadOnlySpan<char> value, Span<char> account)
    {
        var digits = CompactValue.DigitsOf(value, stackalloc char[16]);
        if (digits.Length is not 15 and not 16)
            return false;
        digits[..6].CopyTo(account);
        digits[6..13].CopyTo(account[7..]);
        digits[13..].CopyTo(account[(18 - (digits.Length - 13))..]);
        return true;
    }

    private static char? AlgorithmOf(long bank, long branch, long account) => (bank, branch) switch
    {
        (8, >= 6500 and <= 6599) => 'D',
        (9, 0) => 'E',
        (25, >= 2500 and <= 2599) or (33, >= 6700 and <= 6799) => 'F',
        (26, >= 2600 and <= 2699) or (28, >= 2100 and <= 2149) or (29, >= 2150 and <= 2299) => 'G',
        (31, >= 2800 and <= 2849) => 'X',
        (1, >= 1 and <= 999 or >= 1100 and <= 1199 or >= 1800 and <= 1899)
            or (2, >= 1 and <= 999 or >= 1200 and <= 1299)
            or (3, >= 1 and <= 999 or >= 1300 and <= 1399 or >= 1500 and <= 1599 or >= 1700 and <= 1799 or >= 1900 and <= 1999 or >= 7350 and <= 7399)
            or (4, >= 2020 and <= 2024)
            or (6, >= 1 and <= 999 or >= 1400 and <= 1499)
            or (10, >= 5165 and <= 5169)
            or (11, >= 5000 and <= 6499 or >= 6600 and <= 8999)
            or (12, >= 3000 and <= 3299 or >= 3400 and <= 3499 or >= 3600 and <= 3699)
            or (13, >= 4900 and <= 4999)
            or (14, >= 4700 and <= 4799)
            or (15, >= 3900 and <= 3999)
            or (16, >= 4400 and <= 4499)
            or (17, >= 3300 and <= 3399)
            or (18, >= 3500 and <= 3599)
            or (19, >= 4600 and <= 4649)
            or (20, >= 4100 and <= 4199)
            or (21, >= 4800 and <= 4899)
            or (22, >= 4000 and <= 4049)
            or (23, >= 3700 and <= 3799)
            or (24, >= 4300 and <= 4349)
            or (27, >= 3800 and <= 3849)
            or (30, >= 2900 and <= 2949)
            or (35, >= 2400 and <= 2499)
            or (38, >= 9000 and <= 9499)
            or (88, >= 8800 and <= 8805) => account < 990_000 ? 'A' : 'B',
        _ => null,
    };

    private static bool IsRight(ReadOnlySpan<char> account, char algorithm) => algorithm switch
    {
        'A' => CheckDigits.WeightedSum(account, [0, 0, 6, 3, 7, 9, 0, 0, 10, 5, 8, 4, 2, 1, 0, 0, 0, 0]) % 11 == 0,
        'B' => CheckDigits.WeightedSum(account, [0, 0, 0, 0, 0, 0, 0, 0, 10, 5, 8, 4, 2, 1, 0, 0, 0, 0]) % 11 == 0,
        'D' => CheckDigits.WeightedSum(account, [0, 0, 0, 0, 0, 0, 0, 7, 6, 5, 4, 3, 2, 1, 0, 0, 0, 0]) % 11 == 0,
        'E' => SumOfDigits(account, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 4, 3, 2, 0, 0, 0, 1]) % 11 == 0,
        'F' => CheckDigits.WeightedSum(account, [0, 0, 0, 0, 0, 0, 0, 1, 7, 3, 1, 7, 3, 1, 0, 0, 0, 0]) % 10 == 0,
        'G' => SumOfDigits(account, [0, 0, 0, 0, 0, 0, 0, 1, 3, 7, 1, 3, 7, 1, 0, 3, 7, 1]) % 10 == 0,
        _ => true,
    };

    // As the document says for E and G: each product is reduced to the sum of its digits, twice.
    private static int SumOfDigits(ReadOnlySpan<char> account, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < account.Length; i++)
        {
            var product = (account[i] - '0') * weights[i];
            product = product / 10 + product % 10;
            sum += product / 10 + product % 10;
        }

        return sum;
    }

    /// <summary>
    /// National Health Index number: three letters without I and O, three digits and a check digit; or, since 2022, two digits and two letters, the last the check.
    /// Source: HISO 10046:2025 (Health New Zealand): letters count from 1, the sum is weighted 7 to 2; the check is eleven less the sum modulo eleven (10 is written 0),
    /// or the letter of 23 less the sum modulo 23.
    /// </summary>
    public static bool IsNhi(ReadOnlySpan<char> value)
    {
        const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
        var nhi = CompactValue.Of(value, stackalloc char[7]);
        if (nhi.Length != 7)
            return false;
        var sum = 0;
        for (var i = 0; i < 6; i++)
        {
            var letter = i < 3 || i == 5 && char.IsAsciiLetter(nhi[6]);
            var number = letter ? Letters.IndexOf(nhi[i], StringComparison.Ordinal) + 1 : nhi[i] - '0';
            if (letter ? number == 0 : number is < 0 or > 9)
                return false;
            sum += number * (7 - i);
        }

        return char.IsAsciiLetter(nhi[6])
            ? Letters.IndexOf(nhi[6], StringComparison.Ordinal) + 1 == 23 - sum % 23
            : sum % 11 != 0 && (11 - sum % 11) % 10 == nhi[6] - '0';
    }
}
