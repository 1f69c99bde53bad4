using System.Buffers;

namespace Dlp.Documents.Pdf.Filters;

/// <summary>How much a stream of a PDF document may become, and who hears of more.</summary>
/// <param name="maxBytes">Most bytes of one stream.</param>
/// <param name="exceeded">Hears what was left out.</param>
/// <param name="token">Looked at while decompressing: PdfPig itself cannot be interrupted.</param>
internal sealed class DecodingLimit(int maxBytes, Action<LocalizedText> exceeded, CancellationToken token)
{
    public int MaxBytes { get; } = maxBytes;

    public CancellationToken Token { get; } = token;

    public void Exceed(LocalizedText detail) => exceeded(detail);

    /// <summary>Takes bytes until there are too many; false then.</summary>
    public bool Take(ArrayBufferWriter<byte> target, ReadOnlySpan<byte> bytes)
    {
        Token.ThrowIfCancellationRequested();
        var room = MaxBytes - target.WrittenCount;
        target.Write(bytes.Length <= room ? bytes : bytes[..room]);
        if (bytes.Length <= room)
            return true;
        Exceed(new(
            $"a stream in it decompresses to more than the limit of {Format.Count(MaxBytes)} bytes; the rest of it was not read",
            $"un de ses flux dépasse, décompressé, la limite de {Format.Count(MaxBytes, Language.Fr)} octets ; le reste n'en a pas été lu"));
        return false;
    }

    public void Damaged() => Exceed(new("a compressed stream in it is damaged and was read in part", "un de ses flux compressés est endommagé et a été lu en partie"));
}
