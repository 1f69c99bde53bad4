using System.Net;
using System.Net.Sockets;

namespace Dlp.Engine.Validation;

/// <summary>
/// IP address: version 4 as four decimal numbers up to 255 without leading zeros (RFC 6943, section 3.1.1, strict form), version 6 as in
/// RFC 4291, section 2.2. A version 6 address without a digit is more often a name of a program (<c>abc::def</c>) and is refused. Either may be
/// followed by the length of a network's prefix (<c>/24</c>, RFC 4632).
/// </summary>
internal static class InternetAddress
{
    private const int Longest = 49;

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        if (value.Length is < 3 or > Longest)
            return false;
        var isVersion6 = value.Contains(':');
        var slash = value.IndexOf('/');
        if (slash >= 0 && !IsPrefixLength(value[(slash + 1)..], isVersion6 ? 128 : 32))
            return false;
        var hasDigit = value.ContainsAnyInRange('0', '9');
        if (slash >= 0)
            value = value[..slash];
        return isVersion6
            ? hasDigit && !value.ContainsAny('[', ']', '%')
                && IPAddress.TryParse(value, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
            : IsVersion4(value);
    }

    private static bool IsPrefixLength(ReadOnlySpan<char> value, int most) =>
        value.Length is >= 1 and <= 3 && !value.ContainsAnyExceptInRange('0', '9') && CompactValue.Number(value) <= most;

    private static bool IsVersion4(ReadOnlySpan<char> value)
    {
        var octets = 0;
        foreach (var range in value.Split('.'))
        {
            var octet = value[range];
            if (octet.Length is 0 or > 3 || octet.ContainsAnyExceptInRange('0', '9')
                || (octet.Length > 1 && octet[0] == '0') || CompactValue.Number(octet) > 255)
                return false;
            octets++;
        }

        return octets == 4;
    }
}
