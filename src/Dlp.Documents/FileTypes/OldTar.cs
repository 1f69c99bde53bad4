namespace Dlp.Documents.FileTypes;

/// <summary>Archives of the tar before POSIX, which have no signature: their first header is proven by its checksum (POSIX.1-1988, 10.1.1).</summary>
internal static class OldTar
{
    private const int HeaderLength = 512;
    private const int ChecksumOffset = 148;
    private const int ChecksumLength = 8;

    public static bool Fits(ReadOnlySpan<byte> content) => content.Length >= HeaderLength && content[0] != 0 && HasChecksum(content[..HeaderLength]);

    /// <summary>Whether the sum of the header's bytes, those of the checksum taken as spaces, is the one that it states. Some sum signed bytes.</summary>
    public static bool HasChecksum(ReadOnlySpan<byte> header)
    {
        int stated = 0, digits = 0;
        foreach (var octal in header.Slice(ChecksumOffset, ChecksumLength))
        {
            if (octal is >= (byte)'0' and <= (byte)'7')
                (stated, digits) = ((stated * 8) + (octal - '0'), digits + 1);
            else if (octal is not ((byte)' ' or 0))
                return false;
        }

        int unsigned = 0, signed = 0;
        for (var i = 0; i < header.Length; i++)
        {
            var value = i is >= ChecksumOffset and < ChecksumOffset + ChecksumLength ? (byte)' ' : header[i];
            unsigned += value;
            signed += (sbyte)value;
        }

        return digits > 0 && (stated == unsigned || stated == signed);
    }
}
