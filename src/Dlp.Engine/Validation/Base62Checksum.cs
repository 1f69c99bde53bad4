using System.Buffers;

namespace Dlp.Engine.Validation;

/// <summary>
/// The checksum with which GitHub's tokens and those that follow them end: the CRC-32 of the characters before, written in base 62 with
/// leading zeros. Source: GitHub, "Behind GitHub's new authentication token formats" (2021).
/// </summary>
internal static class Base62Checksum
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>Letters without accents and digits.</summary>
    public static SearchValues<char> Alphabet { get; } = SearchValues.Create(Digits);

    /// <summary>Whether digits of base 62 are the checksum of a body.</summary>
    public static bool Holds(ReadOnlySpan<char> body, ReadOnlySpan<char> checksum)
    {
        if (checksum.ContainsAnyExcept(Alphabet))
            return false;
        var number = 0UL;
        foreach (var digit in checksum)
            number = number * 62 + (ulong)Digits.IndexOf(digit);
        return number == CheckDigits.Crc32(body);
    }
}
