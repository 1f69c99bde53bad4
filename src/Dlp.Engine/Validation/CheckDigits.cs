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
