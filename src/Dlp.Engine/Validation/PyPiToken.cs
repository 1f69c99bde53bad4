using System.Buffers;
using System.Buffers.Text;

namespace Dlp.Engine.Validation;

/// <summary>
/// Token of the Python Package Index: <c>pypi-</c> and a macaroon of version 2 in base64url, which starts with its location,
/// <c>pypi.org</c> or <c>test.pypi.org</c>. Sources: PyPI's help page on API tokens; libmacaroons, format.txt.
/// </summary>
internal static class PyPiToken
{
    private const string Prefix = "pypi-";
    private const int Header = 32;
    private const byte Version = 2;
    private const byte LocationField = 1;

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        if (!value.StartsWith(Prefix, StringComparison.Ordinal) || value.Length < Prefix.Length + Header)
            return false;
        Span<byte> header = stackalloc byte[Header / 4 * 3];
        return Base64Url.DecodeFromChars(value.Slice(Prefix.Length, Header), header, out _, out _) == OperationStatus.Done
            && header[0] == Version
            && header[1] == LocationField
            && (Starts(header[2..], "pypi.org"u8) || Starts(header[2..], "test.pypi.org"u8));
    }

    private static bool Starts(ReadOnlySpan<byte> fields, ReadOnlySpan<byte> location) =>
        fields[0] == location.Length && fields[1..].StartsWith(location);
}
