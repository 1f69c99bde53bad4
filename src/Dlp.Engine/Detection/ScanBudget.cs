namespace Dlp.Engine.Detection;

/// <summary>What one scan may spend on the steps whose cost a hostile text can drive up. What was left out is told, never hidden.</summary>
internal sealed class ScanBudget
{
    /// <summary>Slices that Microsoft.Recognizers may see in one scan, at about half a millisecond each.</summary>
    public const int MaximumRecognizerSlices = 200;

    /// <summary>Characters that may be decoded in one scan beyond as many as were read.</summary>
    public const int FreeDecoding = 1 << 14;

    /// <summary>Time that costly patterns may take in one scan, all together; only a text made for it comes near.</summary>
    public static readonly TimeSpan MaximumOnTries = TimeSpan.FromSeconds(5);

    private readonly HashSet<LocalizedText> _exhausted = [];
    private long _decodable = FreeDecoding;
    private int _slices;
    private TimeSpan _onTries;

    /// <summary>What was not examined, for the part's detail; in the order in which it ran out.</summary>
    public IReadOnlyCollection<LocalizedText> Exhausted => _exhausted;

    /// <summary>Takes one slice; false when none is left.</summary>
    public bool TakeSlice()
    {
        if (_slices++ < MaximumRecognizerSlices)
            return true;
        _exhausted.Add(new(
            $"only the first {MaximumRecognizerSlices} possible amounts and dates were examined",
            $"seuls les {MaximumRecognizerSlices} premiers montants et dates possibles ont été examinés"));
        return false;
    }

    /// <summary>Adds to what may be decoded the length of a window in which something is.</summary>
    public void AllowDecoding(int characters) => _decodable += characters;

    /// <summary>Takes the decoding of a stretch; false when it is more than is left.</summary>
    public bool TakeDecoded(int characters)
    {
        if (_decodable >= characters)
        {
            _decodable -= characters;
            return true;
        }

        StopDecoding(new("only a part of what is encoded was decoded and examined", "une partie seulement de ce qui est encodé a été décodée et examinée"));
        return false;
    }

    /// <summary>Records that something encoded was not examined.</summary>
    public void StopDecoding(LocalizedText because) => _exhausted.Add(because);

    /// <summary>What was not examined so far is told of the passage that ends; the budget itself is that of the whole scan.</summary>
    public void EndPassage() => _exhausted.Clear();

    /// <summary>Gives everything back, for another scan.</summary>
    public void Reset()
    {
        (_slices, _decodable, _onTries) = (0, FreeDecoding, TimeSpan.Zero);
        _exhausted.Clear();
    }

    /// <summary>Whether another try of a costly pattern is allowed; when not, its rule is noted.</summary>
    public bool AllowsTry(string ruleId)
    {
        if (_onTries < MaximumOnTries)
            return true;
        _exhausted.Add(new($"rule {ruleId} took too long on a stretch of the text", $"la règle {ruleId} a demandé trop de temps sur un passage du texte"));
        return false;
    }

    /// <summary>Takes the time of a try.</summary>
    public void SpendOnTries(TimeSpan time) => _onTries += time;
}
