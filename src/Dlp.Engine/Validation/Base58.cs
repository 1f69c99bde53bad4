using System.Security.Cryptography;

namespace Dlp.Engine.Validation;

/// <summary>
/// Numbers written in base 58, without the digits and letters that look alike (0, O, I, l). Sources: Bitcoin's reference implementation
/// (base58.cpp); Monero's, which writes eight bytes at a time as eleven characters (base58.cpp).
/// </summary>
internal static class Base58
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const int ChecksumSize = 4;

    /// <summary>
    /// Whether characters write as many bytes as there is room for, the last four of them the start of the double SHA-256 of the others
    /// (Base58Check).
    /// </summary>
    public static bool IsChecked(ReadOnlySpan<char> characters, Span<byte> bytes)
    {
        if (!TryDecode(characters, bytes) || LeadingOnes(characters) != LeadingZeros(bytes))
            return false;

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..^ChecksumSize], hash);
        SHA256.HashData(hash, hash);
        return hash[..ChecksumSize].SequenceEqual(bytes[^ChecksumSize..]);
    }

    /// <summary>The bytes that characters write as one big number, when it has room in them.</summary>
    public static bool TryDecode(ReadOnlySpan<char> characters, Span<byte> bytes)
    {
        bytes.Clear();
        foreach (var character in characters)
        {
            var carry = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (carry < 0)
                return false;
            for (var i = bytes.Length - 1; i >= 0; i--)
            {
                carry += bytes[i] * 58;
                bytes[i] = (byte)carry;
                carry >>= 8;
            }

            if (carry != 0)
                return false;
        }

        return characters.Length > 0;
    }

    // Each zero byte at the start is written as a 1.
    private static int LeadingOnes(ReadOnlySpan<char> characters) => characters.IndexOfAnyExcept('1') is >= 0 and var ones ? ones : characters.Length;

    private static int LeadingZeros(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept((byte)0) is >= 0 and var zeros ? zeros : bytes.Length;
}
