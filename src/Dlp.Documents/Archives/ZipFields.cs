using System.Text;

namespace Dlp.Documents.Archives;

/// <summary>What the fields of a header of a ZIP archive mean: names in their character sets, extra fields, sizes that do not fit.</summary>
internal static class ZipFields
{
    /// <summary>Stands for a size that does not fit 32 bits.</summary>
    public const uint Saturated = uint.MaxValue;

    private const ushort Zip64Field = 0x0001;
    private const ushort UnicodePathField = 0x7075;

    private static readonly Encoding CodePage437 = CodePagesEncodingProvider.Instance.GetEncoding(437)!;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether the entry needs a password: bit 0 or 6 of the flags, or AES.</summary>
    public static bool IsEncrypted(int flags, ZipMethod method) => (flags & 0x41) != 0 || method == ZipMethod.Aes;

    /// <summary>Whether what LZMA made has a mark at its end: bit 1 of the flags (APPNOTE 4.4.4).</summary>
    public static bool HasEndMark(int flags) => (flags & 2) != 0;

    /// <summary>Whether names and comments are said to be UTF-8: bit 11 of the flags (APPNOTE appendix D).</summary>
    public static bool IsUtf8(int flags) => (flags & 0x800) != 0;

    /// <summary>Without bit 11, a name that is UTF-8 all the same is read as such, as macOS writes it.</summary>
    public static string NameOf(ReadOnlySpan<byte> name, ReadOnlySpan<byte> extra, int flags)
    {
        // Version, checksum of the other name, name (4.6.9).
        var unicodePath = ExtraField(extra, UnicodePathField);
        return unicodePath.Length > 5 && !IsUtf8(flags) ? Text(unicodePath[5..], isUtf8: true) : Text(name, IsUtf8(flags));
    }

    /// <summary>A text of the archive: UTF-8 when it is valid, else the character set of DOS.</summary>
    public static string Text(ReadOnlySpan<byte> bytes, bool isUtf8)
    {
        if (isUtf8)
            return Encoding.UTF8.GetString(bytes);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePage437.GetString(bytes);
        }
    }

    /// <summary>The extra field with the sizes that do not fit 32 bits (4.5.3).</summary>
    public static ReadOnlySpan<byte> Zip64Of(ReadOnlySpan<byte> extra) => ExtraField(extra, Zip64Field);

    private static ReadOnlySpan<byte> ExtraField(ReadOnlySpan<byte> extra, ushort id)
    {
        while (extra.Length >= 4)
        {
            int length = extra.UInt16At(2);
            if (4 + length > extra.Length)
                break;
            if (extra.UInt16At(0) == id)
                return extra.Slice(4, length);
            extra = extra[(4 + length)..];
        }

        return [];
    }

    /// <summary>A size; one that does not fit is the next of the ZIP64 field.</summary>
    public static long Widen(long value, ref ReadOnlySpan<byte> zip64)
    {
        if (value != Saturated || zip64.Length < 8)
            return value;
        var wide = (long)Math.Min(zip64.UInt64At(0), long.MaxValue / 2);
        zip64 = zip64[8..];
        return wide;
    }
}
