namespace Dlp.Engine.Validation;

/// <summary>
/// Address of a segregated witness output: a network's prefix, 1, a version, a program of 2 to 40 bytes and a checksum of six characters, all
/// in small letters or all in capitals (BIP 173; for versions above 0 with the constant of BIP 350). Versions above 1, which nobody uses yet,
/// were written with the constant of BIP 173 before 2021.
/// </summary>
internal static class SegregatedWitness
{
    private const string Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private const int Longest = 90;
    private const int ChecksumLength = 6;
    private const uint Bech32 = 1;
    private const uint Bech32m = 0x2BC830A3;

    /// <summary>Whether a value is such an address on the network of a prefix, which is given in small letters.</summary>
    public static bool IsValid(ReadOnlySpan<char> value, ReadOnlySpan<char> prefix)
    {
        if (value.Length > Longest || value.Length < prefix.Length + 2 + ChecksumLength || !value.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            || value[prefix.Length] != '1' || IsOfMixedCase(value))
            return false;

        var data = value[(prefix.Length + 1)..];
        var checksum = Prefixed(prefix);
        foreach (var character in data)
        {
            var five = Alphabet.IndexOf(char.ToLowerInvariant(character), StringComparison.Ordinal);
            if (five < 0)
                return false;
            checksum = Next(checksum, five);
        }

        var version = Alphabet.IndexOf(char.ToLowerInvariant(data[0]), StringComparison.Ordinal);
        return version <= 16
            && (checksum == (version == 0 ? Bech32 : Bech32m) || (version > 1 && checksum == Bech32))
            && HasProgram(data[1..^ChecksumLength], version);
    }

    // Five bits a character make whole bytes; what is left over is fewer than five bits, all zero.
    private static bool HasProgram(ReadOnlySpan<char> program, int version)
    {
        var bits = program.Length * 5;
        var bytes = bits / 8;
        var spare = bits % 8;
        if (spare >= 5 || bytes is < 2 or > 40 || (version == 0 && bytes is not (20 or 32)))
            return false;
        var last = Alphabet.IndexOf(char.ToLowerInvariant(program[^1]), StringComparison.Ordinal);
        return (last & ((1 << spare) - 1)) == 0;
    }

    private static bool IsOfMixedCase(ReadOnlySpan<char> value) => value.ContainsAnyInRange('a', 'z') && value.ContainsAnyInRange('A', 'Z');

    private static uint Prefixed(ReadOnlySpan<char> prefix)
    {
        var checksum = 1u;
        foreach (var character in prefix)
            checksum = Next(checksum, character >> 5);
        checksum = Next(checksum, 0);
        foreach (var character in prefix)
            checksum = Next(checksum, character & 31);
        return checksum;
    }

    // One step of the BCH code.
    private static uint Next(uint checksum, int five)
    {
        var top = checksum >> 25;
        checksum = ((checksum & 0x1FFFFFF) << 5) ^ (uint)five;
        checksum ^= (top & 1) == 0 ? 0 : 0x3B6A57B2u;
        checksum ^= (top & 2) == 0 ? 0 : 0x26508E6Du;
        checksum ^= (top & 4) == 0 ? 0 : 0x1EA119FAu;
        checksum ^= (top & 8) == 0 ? 0 : 0x3D4233DDu;
        checksum ^= (top & 16) == 0 ? 0 : 0x2A1462B3u;
        return checksum;
    }
}
