namespace Dlp.Engine.Validation;

/// <summary>Addresses of crypto-currencies, each with the checksum that its network computes.</summary>
internal static class CoinAddress
{
    private const int HashAddressSize = 25;

    /// <summary>
    /// Bitcoin: a key's or a script's hash in Base58Check with version 0 or 5 (111 or 196 on the test network), or a segregated witness
    /// address that starts with bc1 (tb1). Sources: Bitcoin's reference implementation (chainparams.cpp), BIP 173, BIP 350.
    /// </summary>
    public static bool IsBitcoin(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        return value.Length > 0 && (value[0] is 'b' or 'B' or 't' or 'T'
            ? SegregatedWitness.IsValid(value, "bc") || SegregatedWitness.IsValid(value, "tb")
            : IsHash(value, [0, 5, 111, 196]));
    }

    /// <summary>
    /// Litecoin: as Bitcoin, with versions 48 and 50 (5 in the old form, which is Bitcoin's own too and is left to it), and ltc1. Source:
    /// Litecoin's reference implementation (chainparams.cpp).
    /// </summary>
    public static bool IsLitecoin(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        return SegregatedWitness.IsValid(value, "ltc") || IsHash(value, [48, 50]);
    }

    /// <summary>
    /// Ethereum: 0x and forty hexadecimal digits; when its letters are of both cases, they spell a checksum (EIP-55). Nothing but zeros, or
    /// one digit repeated, is nobody's.
    /// </summary>
    public static bool IsEthereum(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        if (value.Length != 42 || !value.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            return false;
        value = value[2..];
        Span<byte> small = stackalloc byte[40];
        for (var i = 0; i < small.Length; i++)
        {
            if (!char.IsAsciiHexDigit(value[i]))
                return false;
            small[i] = (byte)char.ToLowerInvariant(value[i]);
        }

        if (!small.ContainsAnyExcept(small[0]))
            return false;
        return !value.ContainsAnyInRange('a', 'f') || !value.ContainsAnyInRange('A', 'F') || SpellsChecksum(value, small);
    }

    /// <summary>
    /// Monero: a network byte, two public keys (and a payment id in an integrated address), and the first four bytes of their Keccak-256, in
    /// blocks of eleven characters for eight bytes. Source: Monero's reference implementation (cryptonote_config.h, base58.cpp).
    /// </summary>
    public static bool IsMonero(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        // 69 bytes, or 77 with a payment id, are 8 or 9 blocks of eight bytes and five bytes, which seven characters write.
        if (value.Length is not (95 or 106))
            return false;

        Span<byte> bytes = stackalloc byte[value.Length == 95 ? 69 : 77];
        var rest = bytes;
        for (; value.Length > 7; value = value[11..], rest = rest[8..])
        {
            if (!Base58.TryDecode(value[..11], rest[..8]))
                return false;
        }

        if (!Base58.TryDecode(value, rest))
            return false;

        // Main network, its integrated addresses and sub-addresses; the same of the stage and test networks.
        var isIntegrated = bytes.Length == 77;
        var isOfNetwork = isIntegrated ? bytes[0] is 19 or 25 or 54 : bytes[0] is 18 or 42 or 24 or 36 or 53 or 63;
        Span<byte> hash = stackalloc byte[Keccak256.Size];
        Keccak256.Hash(bytes[..^4], hash);
        return isOfNetwork && hash[..4].SequenceEqual(bytes[^4..]);
    }

    private static bool IsHash(ReadOnlySpan<char> value, ReadOnlySpan<byte> versions)
    {
        Span<byte> bytes = stackalloc byte[HashAddressSize];
        return value.Length is >= 25 and <= 36 && Base58.IsChecked(value, bytes) && versions.Contains(bytes[0]);
    }

    // A letter is a capital where the digit of the hash in its place is 8 or more.
    private static bool SpellsChecksum(ReadOnlySpan<char> digits, ReadOnlySpan<byte> small)
    {
        Span<byte> hash = stackalloc byte[Keccak256.Size];
        Keccak256.Hash(small, hash);
        for (var i = 0; i < digits.Length; i++)
        {
            var place = i % 2 == 0 ? hash[i / 2] >> 4 : hash[i / 2] & 15;
            if (char.IsAsciiLetter(digits[i]) && char.IsAsciiLetterUpper(digits[i]) != place >= 8)
                return false;
        }

        return true;
    }
}
