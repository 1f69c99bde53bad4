using System.Text.RegularExpressions;
using Dlp.Engine.Rules;

namespace Dlp.Engine.Detection;

/// <summary>Finds a pattern; its group <c>value</c>, when there is one, is the place.</summary>
internal sealed class RegexDetector(string ruleId, string pattern, TextView view) : Detector
{
    /// <summary>Longest time one pattern may take on one window; only a text made for it comes near.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private readonly Lazy<Regex> _regex = new(() => new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.Compiled, Timeout));

    public override TextView View => view;

    public override IReadOnlyList<TextSpan> Detect(WindowText text, ScanBudget budget)
    {
        var found = new List<TextSpan>();
        try
        {
            foreach (Match match in _regex.Value.Matches(text.In(view)))
            {
                Group value = match.Groups["value"];
                if (!value.Success)
                    value = match;
                if (value.Length > 0)
                    found.Add(new TextSpan(value.Index, value.Index + value.Length));
            }
        }
        catch (RegexMatchTimeoutException)
        {
            budget.GiveUp(ruleId);
        }

        return found;
    }
}
