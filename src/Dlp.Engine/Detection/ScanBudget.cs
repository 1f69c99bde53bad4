namespace Dlp.Engine.Detection;

/// <summary>What one scan may spend on the steps whose cost a hostile text can drive up. What was left out is told, never hidden.</summary>
internal sealed class ScanBudget
{
    /// <summary>Slices that Microsoft.Recognizers may see in one scan, at about half a millisecond each.</summary>
    public const int MaximumRecognizerSlices = 200;

    private readonly HashSet<string> _exhausted = [];
    private int _slices;

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
        _slices = 0;
        _exhausted.Clear();
    }

    /// <summary>Records that a rule was given up on a stretch of text.</summary>
    public void GiveUp(string ruleId) => _exhausted.Add($"rule {ruleId} took too long on a stretch of the text");
}
