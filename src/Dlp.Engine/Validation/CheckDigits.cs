namespace Dlp.Engine.Validation;

/// <summary>Check digit algorithms that several numbers share.</summary>
internal static class CheckDigits
{
    /// <summary>Whether decimal digits pass the Luhn algorithm (ISO/IEC 7812-1, annex B); false for no digits.</summary>
    public static bool Luhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1)
                digit = digit > 4 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }

        return digits.Length > 0 && sum % 10 == 0;
    }

    /// <summary>Sum of decimal digits, each times the weight in its place; there are at least as many weights as digits.</summary>
    public static int WeightedSum(ReadOnlySpan<char> digits, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
            sum += (digits[i] - '0') * weights[i];
        return sum;
    }

    /// <summary>Whether decimal digits, the last of them the check digit, hold (ISO/IEC 7064, MOD 11,10).</summary>
    public static bool Mod11To10(ReadOnlySpan<char> digits)
    {
        var check = 5;
        foreach (var digit in digits)
            check = ((check == 0 ? 10 : check) * 2 % 11 + (digit - '0')) % 10;
        return digits.Length > 0 && check == 1;
    }

    /// <summary>Whether decimal digits, the last of them the check character (X for ten), hold (ISO/IEC 7064, MOD 11-2).</summary>
    public static bool Mod11To2(ReadOnlySpan<char> digits)
    {
        var check = 0;
        foreach (var digit in digits)
            check = (2 * check + (digit == 'X' ? 10 : digit - '0')) % 11;
        return digits.Length > 0 && check == 1;
    }

    /// <summary>Whether decimal digits, the last of them the check digit, hold (J. Verhoeff, "Error detecting decimal codes", 1969).</summary>
    public static bool Verhoeff(ReadOnlySpan<char> digits)
    {
        var check = 0;
        for (var i = 0; i < digits.Length; i++)
            check = Product(check, Permuted(digits[^(i + 1)] - '0', i % 8));
        return digits.Length > 0 && check == 0;

        // The dihedral group of ten elements: rotations are 0 to 4, reflections 5 to 9.
        static int Product(int a, int b) => a < 5
            ? (b < 5 ? (a + b) % 5 : 5 + (a + b) % 5)
            : (b < 5 ? 5 + (a - b) % 5 : (a - b + 5) % 5);

        static int Permuted(int digit, int times)
        {
            for (; times > 0; times--)
                digit = "1576283094"[digit] - '0';
            return digit;
        }
    }

    /// <summary>Remainder modulo 97 of digits and capital letters, where A is 10 and Z is 35 (ISO/IEC 7064, MOD 97-10).</summary>
    public static int Mod97(ReadOnlySpan<char> characters)
    {
        var remainder = 0;
        foreach (var character in characters)
        {
            remainder = character <= '9'
                ? (remainder * 10 + (character - '0')) % 97
                : (remainder * 100 + (character - 'A' + 10)) % 97;
        }

        return remainder;
    }

    /// <summary>CRC-32 of ASCII characters, as in ISO 3309 and zip files.</summary>
    public static uint Crc32(ReadOnlySpan<char> ascii)
    {
        var crc = uint.MaxValue;
        foreach (var character in ascii)
        {
            crc ^= character;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }
}
