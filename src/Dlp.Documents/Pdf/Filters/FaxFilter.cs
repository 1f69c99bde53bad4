using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Dlp.Documents.Pdf.Filters;

/// <summary>Fax compression (ISO 32000-1, 7.4.6), decoded by PdfPig when the size that it states is within the limit.</summary>
internal sealed class FaxFilter(DecodingLimit limit) : IFilter
{
    private const int UsualColumns = 1728;

    private readonly CcittFaxDecodeFilter _decoder = new();

    public bool IsSupported => true;

    public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
    {
        var parameters = DecodeParameterResolver.GetFilterParameters(streamDictionary, filterIndex);
        long columns = Number(parameters, NameToken.Columns, UsualColumns);
        long rows = Math.Max(Number(parameters, NameToken.Rows, 0), Math.Max(Number(streamDictionary, NameToken.Height, 0), Number(streamDictionary, NameToken.H, 0)));
        if (columns < 1 || rows < 0 || columns * rows / 8 > limit.MaxBytes)
        {
            limit.Exceed(new(
                $"an image in it decompresses to more than the limit of {Format.Count(limit.MaxBytes)} bytes and was not read",
                $"une de ses images dépasse, décompressée, la limite de {Format.Count(limit.MaxBytes, Language.Fr)} octets et n'a pas été lue"));
            throw new InvalidDataException("too large");
        }

        return _decoder.Decode(input, streamDictionary, filterProvider, filterIndex);
    }

    private static int Number(DictionaryToken dictionary, NameToken key, int otherwise) =>
        dictionary.TryGet(key, out var token) && token is NumericToken number ? number.Int : otherwise;
}
