namespace Dlp.Engine.Validation;

/// <summary>
/// A value in bech32: a name, the digit 1, and characters of an alphabet of 32 whose last six are a checksum of them all; in one case.
/// Source: BIP-173. age's identities (C2SP, age.md) and Nostr's keys (NIP-19) are written so.
/// </summary>
internal static class Bech32
{
    private const string Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private const int Checksum = 6;
    private const int Longest = 1023;

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        var separator = value.LastIndexOf('1');
        if (separator < 1 || value.Length - separator - 1 < Checksum || value.Length > Longest || IsMixed(value))
            return false;

        var state = 1U;
        foreach (var character in value[..separator])
        {
            if (character is < '!' or > '~')
                return false;
            state = Next(state, char.ToLowerInvariant(character) >> 5);
        }

        state = Next(state, 0);
        foreach (var character in value[..separator])
            state = Next(state, char.ToLowerInvariant(character) & 31);
        foreach (var character in value[(separator + 1)..])
        {
            var digit = Alphabet.IndexOf(char.ToLowerInvariant(character));
            if (digit < 0)
                return false;
            state = Next(state, digit);
        }

        return state == 1;
    }

    private static bool IsMixed(ReadOnlySpan<char> value) =>
        value.ContainsAnyInRange('a', 'z') && value.ContainsAnyInRange('A', 'Z');

    private static uint Next(uint state, int digit)
    {
        ReadOnlySpan<uint> generators = [0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3];
        var top = state >> 25;
        state = ((state & 0x1FFFFFF) << 5) ^ (uint)digit;
        for (var bit = 0; bit < generators.Length; bit++)
        {
            if ((top >> bit & 1) != 0)
                state ^= generators[bit];
        }

        return state;
    }
}
