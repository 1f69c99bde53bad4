using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Dlp.Documents.Pdf.Filters;

/// <summary>
/// PdfPig's filters, but what decompresses is ours: it ends at a limit, with what came out until then. PdfPig's own decompress a stream whole, so that
/// 1 MB of PDF takes gigabytes.
/// </summary>
internal sealed class LimitedFilterProvider : IFilterProvider
{
    /// <summary>Honest streams have one filter or two; each may multiply what the one before gave.</summary>
    private const int MostFilters = 4;

    private readonly DecodingLimit _limit;
    private readonly FlateFilter _flate;
    private readonly LzwFilter _lzw;
    private readonly RunLengthFilter _runLength;
    private readonly FaxFilter _fax;

    public LimitedFilterProvider(DecodingLimit limit)
    {
        _limit = limit;
        (_flate, _lzw, _runLength, _fax) = (new(limit), new(limit), new(limit), new(limit));
    }

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Limited(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Limited(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Limited(DefaultFilterProvider.Instance.GetAllFilters(), int.MaxValue);

    private IFilter[] Limited(IReadOnlyList<IFilter> filters, int most = MostFilters)
    {
        _limit.Token.ThrowIfCancellationRequested();
        if (filters.Count > most)
        {
            _limit.Exceed(new($"a stream in it is compressed more than {MostFilters} times, one over another", $"un de ses flux est compressé plus de {MostFilters} fois de suite"));
            throw new InvalidDataException("too many filters");
        }

        return [.. filters.Select(filter => filter switch
        {
            UglyToad.PdfPig.Filters.FlateFilter => _flate,
            UglyToad.PdfPig.Filters.LzwFilter => _lzw,
            UglyToad.PdfPig.Filters.RunLengthFilter => _runLength,
            CcittFaxDecodeFilter => _fax,
            _ => filter,
        })];
    }
}
