namespace Dlp.Engine.Detection;

/// <summary>What one scan may spend on the steps whose cost a hostile text can drive up. What was left out is told, never hidden.</summary>
internal sealed class ScanBudget
{
    /// <summary>Slices that Microsoft.Recognizers may see in one scan, at about half a millisecond each.</summary>
    public const int MaximumRecognizerSlices = 200;

    /// <summary>Time that costly patterns may take in one scan, all together; only a text made for it comes near.</summary>
    public static readonly TimeSpan MaximumOnTries = TimeSpan.FromSeconds(5);

    private readonly HashSet<string> _exhausted = [];
    private int _slices;
    private TimeSpan _onTries;

    /// <summary>What was not examined, for the part's detail; in the order in which it ran out.</summary>
    public IReadOnlyCollection<string> Exhausted => _exhausted;

    /// <summary>Takes one slice; false when none is left.</summary>
    public bool TakeSlice()
    {
        if (_slices++ < MaximumRecognizerSlices)
            return true;
        _exhausted.Add($"only the first {MaximumRecognizerSlices} possible amounts and dates were examined");
        return false;
    }

    /// <summary>What was not examined so far is told of the passage that ends; the budget itself is that of the whole scan.</summary>
    public void EndPassage() => _exhausted.Clear();

    /// <summary>Gives everything back, for another scan.</summary>
    public void Reset()
    {
        (_slices, _onTries) = (0, TimeSpan.Zero);
        _exhausted.Clear();
    }

    /// <summary>Whether another try of a costly pattern is allowed; when not, its rule is noted.</summary>
    public bool AllowsTry(string ruleId)
    {
        if (_onTries < MaximumOnTries)
            return true;
        _exhausted.Add($"rule {ruleId} took too long on a stretch of the text");
        return false;
    }

    /// <summary>Takes the time of a try.</summary>
    public void SpendOnTries(TimeSpan time) => _onTries += time;
}
