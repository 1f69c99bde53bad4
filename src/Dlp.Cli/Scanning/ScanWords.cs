using Dlp.Engine;
using Dlp.Engine.Policies;

namespace Dlp.Cli.Scanning;

/// <summary>The program's own words around a scan, for people; the rules bring theirs.</summary>
internal sealed class ScanWords(Language language)
{
    public string VerdictTitle => Say("Verdict", "Verdict");

    public string FindingTitle => Say("What was found", "Ce qui a été trouvé");

    public string WhereTitle => Say("Where", "Où");

    public string Severity => Say("severity", "gravité");

    public string Confidence => Say("confidence", "confiance");

    public string Line => Say("line", "ligne");

    public string Characters => Say("characters", "caractères");

    public string Instead => Say("Write instead:", "Écrivez plutôt :");

    public string KnownFalsePositive => Say("Known false alarm:", "Fausse alerte connue :");

    public string NotScanned => Say("Not wholly scanned:", "Pas entièrement analysé :");

    public string Shadow => Say("In shadow (changed nothing):", "En observation (sans effet) :");

    public string Trace => Say("Trace:", "Trace :");

    public string Dropped => Say("dropped", "écarté");

    public string Of(Verdict verdict) => verdict switch
    {
        Verdict.Allow => Say("ALLOW", "PERMIS"),
        Verdict.Warn => Say("WARN", "ATTENTION"),
        Verdict.Justify => Say("JUSTIFY", "À JUSTIFIER"),
        _ => Say("BLOCK", "BLOQUÉ"),
    };

    /// <summary>What a verdict means for the author.</summary>
    public string MeaningOf(Verdict verdict) => verdict switch
    {
        Verdict.Allow => Say("Nothing keeps you from publishing this.", "Rien ne s'oppose à la publication."),
        Verdict.Warn => Say("Look again before you publish this.", "Relisez avant de publier."),
        Verdict.Justify => Say("Publishing this needs a reason.", "Il faut un motif pour publier ceci."),
        _ => Say("Do not publish this as it stands.", "Ne publiez pas ceci en l'état."),
    };

    public string Of(Severity severity) => severity switch
    {
        Engine.Severity.Low => Say("low", "faible"),
        Engine.Severity.Medium => Say("medium", "moyenne"),
        Engine.Severity.High => Say("high", "élevée"),
        _ => Say("critical", "critique"),
    };

    public string Of(Confidence confidence) => confidence switch
    {
        Engine.Confidence.Low => Say("low", "faible"),
        Engine.Confidence.Medium => Say("medium", "moyenne"),
        _ => Say("high", "élevée"),
    };

    public string Of(PartStatus status) => status switch
    {
        PartStatus.Scanned => Say("scanned", "analysé"),
        PartStatus.Partial => Say("read in part", "lu en partie"),
        PartStatus.Unreadable => Say("unreadable", "illisible"),
        PartStatus.Encrypted => Say("encrypted", "chiffré"),
        PartStatus.TooLarge => Say("too large", "trop grand"),
        _ => Say("of an unsupported kind", "d'un type non pris en charge"),
    };

    private string Say(string english, string french) => language == Language.Fr ? french : english;
}
