using System.Buffers;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Dlp.Documents.Pdf.Filters;

/// <summary>ISO 32000-1, 7.4.4.2.</summary>
internal sealed class LzwFilter(DecodingLimit limit) : IFilter
{
    private const int Clear = 256;
    private const int End = 257;
    private const int MostCodes = 4096;

    private static readonly NameToken EarlyChange = NameToken.Create("EarlyChange");

    public bool IsSupported => true;

    public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
    {
        var parameters = DecodeParameterResolver.GetFilterParameters(streamDictionary, filterIndex);
        var early = parameters.TryGet(EarlyChange, out var token) && token is NumericToken { Int: 0 } ? 0 : 1;
        return Predictor.Undo(Decode(input.Span, early), parameters);
    }

    private byte[] Decode(ReadOnlySpan<byte> input, int early)
    {
        var output = new ArrayBufferWriter<byte>(Math.Clamp(input.Length * 3, 256, limit.MaxBytes));

        // Each code is a string that was already written: where, and how long.
        var starts = new int[MostCodes];
        var lengths = new int[MostCodes];
        int next = End + 1, width = 9, before = -1, beforeStart = 0, beforeLength = 0;
        var single = new byte[1];
        for (long bit = 0; bit + width <= input.Length * 8L; bit += width)
        {
            if (next > MostCodes)
                break;
            var code = Bits(input, bit, width);
            if (code == End)
                break;
            if (code == Clear)
            {
                bit += width;
                (next, width, before) = (End + 1, 9, -1);
                bit -= width;
                continue;
            }

            var start = output.WrittenCount;
            int length;
            if (code < Clear)
            {
                single[0] = (byte)code;
                length = 1;
                if (!limit.Take(output, single))
                    break;
            }
            else if (code < next || (code == next && before >= 0))
            {
                // The code that is just being made: the string before, and its first byte again.
                var known = code < next;
                length = known ? lengths[code] : beforeLength + 1;
                var copy = ArrayPool<byte>.Shared.Rent(length);
                output.WrittenSpan.Slice(known ? starts[code] : beforeStart, known ? length : beforeLength).CopyTo(copy);
                if (!known)
                    copy[length - 1] = copy[0];
                var room = limit.Take(output, copy.AsSpan(0, length));
                ArrayPool<byte>.Shared.Return(copy);
                if (!room)
                    break;
            }
            else
            {
                limit.Damaged();
                break;
            }

            if (before >= 0 && next < MostCodes)
            {
                starts[next] = beforeStart;
                lengths[next] = beforeLength + 1;
                next++;
            }

            (before, beforeStart, beforeLength) = (code, start, length);
            var bits = WidthFor(next + early);
            if (bits != width)
            {
                bit += width;
                width = bits;
                bit -= width;
            }
        }

        return output.WrittenSpan.ToArray();
    }

    private static int WidthFor(int codes) => codes switch { < 512 => 9, < 1024 => 10, < 2048 => 11, _ => 12 };

    private static int Bits(ReadOnlySpan<byte> input, long bit, int width)
    {
        var value = 0;
        for (var i = 0; i < width; i++, bit++)
            value = (value << 1) | ((input[(int)(bit >> 3)] >> (int)(7 - (bit & 7))) & 1);
        return value;
    }
}
