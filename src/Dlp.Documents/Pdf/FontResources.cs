using System.Diagnostics.CodeAnalysis;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Dlp.Documents.Pdf;

/// <summary>
/// The resources of a page or form, with what its fonts need to name their characters: an embedded font without an /Encoding has the one that is built into it
/// (ISO 32000-1, table 111 and 9.6.6.1), which PdfPig follows for compact fonts (CFF) only where the entry is there. Patterns and shadings are left out: they bear no
/// text, and a fault in one would cost the page.
/// </summary>
internal sealed class FontResources(IResourceStore store, IPdfTokenScanner scanner, ILookupFilterProvider filters) : IResourceStore
{
    /// <summary>Each is tried several times.</summary>
    private const int MostMended = 200;

    private static readonly DictionaryToken BuiltIn = new(new Dictionary<NameToken, IToken> { [NameToken.Type] = NameToken.Encoding });

    // By identity: to compare two dictionaries is to compare all that they hold.
    private readonly Dictionary<DictionaryToken, DictionaryToken> _prepared = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<IType3Font, DrawnFont> _drawn = [];
    private readonly Stack<DictionaryToken> _loaded = [];
    private readonly Dictionary<IndirectReference, IFont?> _mended = [];

    public void LoadResourceDictionary(DictionaryToken resourceDictionary)
    {
        if (!_prepared.TryGetValue(resourceDictionary, out var prepared))
            _prepared[resourceDictionary] = prepared = Prepare(resourceDictionary);
        store.LoadResourceDictionary(prepared);
        _loaded.Push(prepared);
    }

    public void UnloadResourceDictionary()
    {
        store.UnloadResourceDictionary();
        _loaded.TryPop(out _);
    }

    public IFont? GetFont(NameToken name)
    {
        var font = store.GetFont(name) ?? Mended(name);
        if (font is not IType3Font drawn)
            return font;
        if (!_drawn.TryGetValue(drawn, out var known))
            _drawn[drawn] = known = new DrawnFont(drawn);
        return known;
    }

    public IFont GetFontDirectly(IndirectReferenceToken fontReferenceToken) => store.GetFontDirectly(fontReferenceToken);

    public bool TryGetXObject(NameToken name, [NotNullWhen(true)] out StreamToken? stream) => store.TryGetXObject(name, out stream);

    public bool TryGetXObjectReference(NameToken name, out IndirectReference reference) => store.TryGetXObjectReference(name, out reference);

    public DictionaryToken? GetExtendedGraphicsStateDictionary(NameToken name) => store.GetExtendedGraphicsStateDictionary(name);

    public bool TryGetNamedColorSpace(NameToken name, out ResourceColorSpace namedColorSpace) => store.TryGetNamedColorSpace(name, out namedColorSpace);

    public ColorSpaceDetails GetColorSpaceDetails(NameToken? name, DictionaryToken? dictionary) => store.GetColorSpaceDetails(name, dictionary);

    public ColorSpaceDetails GetDeviceColorSpaceDetails(ColorSpace deviceColorSpace) => store.GetDeviceColorSpaceDetails(deviceColorSpace);

    public DictionaryToken? GetMarkedContentPropertiesDictionary(NameToken name) => store.GetMarkedContentPropertiesDictionary(name);

    public IReadOnlyDictionary<NameToken, PatternColor> GetPatterns() => store.GetPatterns();

    public Shading GetShading(NameToken name) => store.GetShading(name);

    /// <summary>A font that PdfPig leaves out because something in it is broken, without what is.</summary>
    private IFont? Mended(NameToken name)
    {
        if (!_loaded.TryPeek(out var resources)
            || resources.Find<DictionaryToken>(NameToken.Font, scanner)?.TryGet(name, out var entry) != true
            || entry is not IndirectReferenceToken reference)
            return null;
        if (!_mended.TryGetValue(reference.Data, out var mended) && _mended.Count < MostMended)
            _mended[reference.Data] = mended = Mend(reference);
        return mended;
    }

    private IFont? Mend(IndirectReferenceToken reference)
    {
        if (!reference.Is<DictionaryToken>(scanner, out var font))
            return null;
        foreach (var mended in BrokenFonts.Mend(font, scanner, filters))
        {
            scanner.ReplaceToken(reference.Data, mended);
            try
            {
                return store.GetFontDirectly(reference);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // What is broken is still in it.
            }
        }

        return null;
    }

    private DictionaryToken Prepare(DictionaryToken resources)
    {
        foreach (var (_, entry) in resources.Find<DictionaryToken>(NameToken.Font, scanner)?.Data ?? new Dictionary<string, IToken>())
        {
            if (entry is IndirectReferenceToken reference && reference.Is<DictionaryToken>(scanner, out var font) && IsCompactWithoutEncoding(font))
                scanner.ReplaceToken(reference.Data, font.With(NameToken.Encoding, BuiltIn));
        }

        return resources.Without(NameToken.Pattern).Without(NameToken.Shading);
    }

    private bool IsCompactWithoutEncoding(DictionaryToken font) =>
        !font.ContainsKey(NameToken.Encoding)
        && font.Find<NameToken>(NameToken.Subtype, scanner)?.Equals(NameToken.Type1) == true
        && font.Find<DictionaryToken>(NameToken.FontDescriptor, scanner)?.ContainsKey(NameToken.FontFile3) == true;
}
