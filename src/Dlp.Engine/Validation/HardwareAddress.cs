namespace Dlp.Engine.Validation;

/// <summary>
/// Address of a network interface (MAC address, EUI-48 or EUI-64): six or eight octets of two hexadecimal digits, with one kind of separator
/// throughout (<c>:</c>, <c>-</c>, a space or none), or groups of four with dots. Sources: IEEE 802, clause 8; IEEE Registration Authority,
/// "Guidelines for Use of EUI". Nothing but zeros and the broadcast address are nobody's, but still addresses: the rule judges them.
/// </summary>
internal static class HardwareAddress
{
    public static bool IsValid(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        Span<char> buffer = stackalloc char[16];
        var length = 0;
        var group = 0;
        var groups = '\0';
        var size = 0;
        foreach (var character in value)
        {
            if (char.IsAsciiHexDigit(character))
            {
                if (length == buffer.Length)
                    return false;
                buffer[length++] = character;
                group++;
                continue;
            }

            if (character is not (':' or '-' or '.' or ' ') || (groups != '\0' && groups != character) || (size != 0 && size != group))
                return false;
            groups = character;
            size = group;
            group = 0;
        }

        if (length is not (12 or 16) || (size != 0 && size != group))
            return false;
        return groups switch
        {
            '\0' => true,
            '.' => size == 4,
            _ => size == 2,
        };
    }
}
