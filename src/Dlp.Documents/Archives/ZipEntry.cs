namespace Dlp.Documents.Archives;

/// <summary>One file in a ZIP archive, as its headers tell it (APPNOTE 4.3.7, 4.3.12). What they say of sizes need not be true.</summary>
internal sealed record ZipEntry
{
    /// <summary>As the archive spells it; may hold any character, be no sane path, or be that of another entry too.</summary>
    public required string Name { get; init; }

    /// <summary>How its bytes are compressed (APPNOTE 4.4.5).</summary>
    public required ZipMethod Method { get; init; }

    /// <summary>Whether a password is needed: bit 0 or 6 of the flags, or AES (method 99).</summary>
    public required bool IsEncrypted { get; init; }

    /// <summary>Where its stored bytes begin; -1 when its local header is not where the directory says.</summary>
    public required int DataOffset { get; init; }

    /// <summary>How many bytes are stored, as said; -1 when nothing says.</summary>
    public required long StoredSize { get; init; }

    /// <summary>How many bytes they become, as said; -1 when nothing says.</summary>
    public required long DeclaredSize { get; init; }

    /// <summary>Whether a mark stands at the end of what LZMA made of it: bit 1 of the flags (APPNOTE 4.4.4).</summary>
    public bool HasEndMark { get; init; }

    /// <summary>Whether the central directory lists it; otherwise it was found by its local header alone, as some programs find it.</summary>
    public required bool IsListed { get; init; }

    /// <summary>Whether the local header tells another name or method than the directory does.</summary>
    public bool IsContradicted { get; init; }

    /// <summary>The method of the local header, where it tells another one.</summary>
    public ZipMethod LocalMethod { get; init; }

    /// <summary>A folder, of which there is nothing to read.</summary>
    public bool IsFolder => Name.EndsWith('/') && DeclaredSize <= 0 && StoredSize <= 0;
}

/// <summary>Methods of compression (APPNOTE 4.4.5).</summary>
internal enum ZipMethod
{
    /// <summary>As it is.</summary>
    Stored = 0,

    /// <summary>Deflate (RFC 1951).</summary>
    Deflate = 8,

    /// <summary>Deflate with a window of 64 KiB.</summary>
    Deflate64 = 9,

    /// <summary>bzip2.</summary>
    Bzip2 = 12,

    /// <summary>LZMA (APPNOTE 5.8).</summary>
    Lzma = 14,

    /// <summary>Zstandard, by its first number.</summary>
    OldZstandard = 20,

    /// <summary>Zstandard.</summary>
    Zstandard = 93,

    /// <summary>xz.</summary>
    Xz = 95,

    /// <summary>PPMd, version I, revision 1 (APPNOTE 5.10).</summary>
    Ppmd = 98,

    /// <summary>Encrypted by AES; the true method stands in an extra field.</summary>
    Aes = 99,
}
