using System.Buffers;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Dlp.Documents.Pdf.Filters;

/// <summary>ISO 32000-1, 7.4.5.</summary>
internal sealed class RunLengthFilter(DecodingLimit limit) : IFilter
{
    private const byte End = 128;

    public bool IsSupported => true;

    public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
    {
        var output = new ArrayBufferWriter<byte>(Math.Max(256, input.Length));
        Span<byte> run = stackalloc byte[End];
        for (var rest = (ReadOnlySpan<byte>)input.Span; rest.Length > 1 && rest[0] != End;)
        {
            bool room;
            if (rest[0] < End)
            {
                var length = Math.Min(rest[0] + 1, rest.Length - 1);
                room = limit.Take(output, rest.Slice(1, length));
                rest = rest[(1 + length)..];
            }
            else
            {
                var same = run[..(257 - rest[0])];
                same.Fill(rest[1]);
                room = limit.Take(output, same);
                rest = rest[2..];
            }

            if (!room)
                break;
        }

        return output.WrittenSpan.ToArray();
    }
}
