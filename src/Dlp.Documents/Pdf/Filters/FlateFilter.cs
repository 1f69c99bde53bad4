using System.Buffers;
using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Dlp.Documents.Pdf.Filters;

/// <summary>ISO 32000-1, 7.4.4. A stream that is cut short or damaged gives what came out before, where PdfPig's own gives the compressed bytes.</summary>
internal sealed class FlateFilter(DecodingLimit limit) : IFilter
{
    private const int ChunkSize = 64 * 1024;

    public bool IsSupported => true;

    public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
    {
        var output = new ArrayBufferWriter<byte>(Math.Clamp(input.Length * 3, 256, limit.MaxBytes));

        // The header of two bytes (RFC 1950) tells nothing; some writers leave it out. The checksum at the end is not looked at.
        var start = input.Length >= 2 && (input.Span[0] & 0x0F) == 8 && (((input.Span[0] << 8) | input.Span[1]) % 31) == 0 ? 2 : 0;
        using var compressed = new Input(input[start..].ToArray());
        using var inflate = new DeflateStream(compressed, CompressionMode.Decompress);
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            int read;
            while ((read = inflate.Read(chunk)) > 0 && limit.Take(output, chunk.AsSpan(0, read)))
            {
            }

            if (compressed.RanOut)
                limit.Damaged();
        }
        catch (InvalidDataException)
        {
            limit.Damaged();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        return Predictor.Undo(output.WrittenSpan.ToArray(), DecodeParameterResolver.GetFilterParameters(streamDictionary, filterIndex));
    }

    /// <summary>Knows when it is asked for more than there is: a stream that says where it ends is not read on.</summary>
    private sealed class Input(byte[] bytes) : MemoryStream(bytes)
    {
        public bool RanOut { get; private set; }

        public override int Read(byte[] buffer, int offset, int count) => Seen(base.Read(buffer, offset, count));

        public override int Read(Span<byte> buffer) => Seen(base.Read(buffer));

        private int Seen(int read)
        {
            RanOut |= read == 0;
            return read;
        }
    }
}
