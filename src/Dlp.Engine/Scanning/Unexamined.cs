using System.Text.RegularExpressions;
using Dlp.Engine.Detection;

namespace Dlp.Engine.Scanning;

/// <summary>What a <see cref="ScanBudget"/> says that it left out, in both languages.</summary>
internal static partial class Unexamined
{
    /// <summary>The wording of one thing that was left out.</summary>
    public static LocalizedText Wording(string said) => new(said, InFrench(said));

    private static string InFrench(string said) => said switch
    {
        _ when Slices().Match(said) is { Success: true } slices => $"seuls les {slices.Groups["count"].Value} premiers montants et dates possibles ont été examinés",
        _ when Depth().Match(said) is { Success: true } depth => $"ce qui est encodé plus de {depth.Groups["count"].Value} fois de suite n'a pas été examiné",
        _ when Tries().Match(said) is { Success: true } tries => $"la règle {tries.Groups["rule"].Value} a demandé trop de temps sur un passage du texte",
        _ when said.StartsWith("only a part of what is encoded", StringComparison.Ordinal) => "une partie seulement de ce qui est encodé a été décodée et examinée",
        _ => said,
    };

    [GeneratedRegex("^only the first (?<count>[0-9]+) possible amounts and dates were examined$", RegexOptions.ExplicitCapture)]
    private static partial Regex Slices();

    [GeneratedRegex("^what is encoded more than (?<count>[0-9]+) times over was not examined$", RegexOptions.ExplicitCapture)]
    private static partial Regex Depth();

    [GeneratedRegex("^rule (?<rule>[^ ]+) took too long on a stretch of the text$", RegexOptions.ExplicitCapture)]
    private static partial Regex Tries();
}
