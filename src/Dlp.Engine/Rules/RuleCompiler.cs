using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Dlp.Engine.Detection;
using Dlp.Engine.Detection.Patterns;
using Dlp.Engine.Detection.Terms;
using Dlp.Engine.Evidence;
using Dlp.Engine.Rules.WordLists;

namespace Dlp.Engine.Rules;

/// <summary>Turns a rule as written into a rule as run, and reports everything that is wrong with it.</summary>
/// <param name="file">Where the rule is written.</param>
/// <param name="written">The rule as written.</param>
/// <param name="definition">The same with its patterns written out.</param>
/// <param name="wordLists">Word lists by path below the rules folder.</param>
/// <param name="faults">Takes the faults of the rule's file.</param>
internal sealed partial class RuleCompiler(RuleFile file, RuleDefinition written, RuleDefinition definition, IReadOnlyDictionary<string, WordList> wordLists, FaultList faults)
{
    private const int LongestDistance = 500;
    private const int LongestWithin = 2000;

    /// <summary>The rule as run; meaningless, and not to be used, when there are faults.</summary>
    public Rule Compile()
    {
        CheckIdentity(out var category);
        CheckHotwords();
        CheckExclusions();
        CheckExamples();

        var detectors = new List<RuleDetector>();
        var composites = new List<RuleComposite>();
        if (definition.Detect.Count == 0)
            faults.In("detect", "nothing proposes a candidate; add a regex, terms, a termsFile, a recognizer, a signal or allOf");
        foreach (var (index, detect) in definition.Detect.Index())
            CompileDetect(detect, $"detect[{index}]", detectors, composites);

        var parts = new RuleParts(definition.Id, definition.InfoType, definition.Status, category)
        {
            Version = definition.Version,
            Severity = definition.Severity,
            Title = definition.Title,
            Aliases = definition.Aliases,
            Message = definition.Message,
            Replacement = definition.Replacement,
            OnValid = definition.OnValid,
            ValidFrom = definition.ValidFrom,
            ValidUntil = definition.ValidUntil,
            Audiences = definition.Audiences,
            Exclusions = definition.Exclusions,
            Detectors = detectors,
            Composites = composites,
            Validators = Validators(),
            // In the order in which they count, so that the last step of a trace is the one that decided.
            Hotwords = [.. definition.Hotwords.OrderBy(hotwords => hotwords.LowersTo switch { null => 0, LoweredConfidence.Low => 1, _ => 2 }).Select(HotwordGroup.Of)],
        };
        return new Rule(parts, file, written);
    }

    private void CheckIdentity(out Category category)
    {
        var idOfPath = RuleFolder.IdOf(faults.File);
        if (definition.Id != idOfPath)
            faults.In("id", $"the id is '{definition.Id}' but the file's path says '{idOfPath}'; make them the same");
        var folder = faults.File.Split('/')[0];
        var folders = Enum.GetNames<Category>().Select(name => name.ToLowerInvariant()).ToList();
        if (!folders.Contains(folder) || !faults.File.Contains('/'))
            faults.In("id", $"'{folder}' is not a category; put the file into one of {string.Join(", ", folders)}");
        category = (Category)Math.Max(0, folders.IndexOf(folder));
        if (definition.Version < 1)
            faults.In("version", "versions start at 1; write 1 or more");
        if (!InfoTypeForm().IsMatch(definition.InfoType))
            faults.In("infoType", $"'{definition.InfoType}' is not an info type id; use small letters, digits, dots, dashes and underscores: fr.nir, secret.github-token");
        if (definition.ValidFrom >= definition.ValidUntil)
            faults.In("validUntil", "validUntil is not after validFrom; mend one of them");
    }

    private void CheckHotwords()
    {
        foreach (var (index, hotwords) in definition.Hotwords.Index())
        {
            var path = $"hotwords[{index}]";
            if (hotwords.RaisesTo is null == hotwords.LowersTo is null)
                faults.In(path, "hotwords either raise or lower; give exactly one of raisesTo and lowersTo");
            if (hotwords.Before is < 0 or > LongestDistance)
                faults.In($"{path}.before", $"'before' must be 0 to {LongestDistance} characters");
            if (hotwords.After is < 0 or > LongestDistance)
                faults.In($"{path}.after", $"'after' must be 0 to {LongestDistance} characters");
            CheckTerms([.. hotwords.Words.All], $"{path}.words");
        }
    }

    private void CheckExclusions()
    {
        foreach (var (index, exclusion) in definition.Exclusions.Index())
        {
            if (exclusion.Values.Count == 0 == exclusion.Regex is null)
                faults.In($"exclusions[{index}]", "an exclusion covers values or a pattern; give exactly one of values and regex");
            if (exclusion.Regex is { } pattern)
                CheckPattern(pattern, definition.View, $"exclusions[{index}].regex", out _);
        }
    }

    private void CheckExamples()
    {
        if (definition.Examples.Match.Count == 0)
            faults.In("examples.match", "there is no example of what the rule finds; add one, its span between ⟦ and ⟧");
        if (definition.Examples.NoMatch.Count == 0)
            faults.In("examples.noMatch", "there is no example of what the rule leaves alone; add a near miss");
        foreach (var (index, example) in definition.Examples.Match.Index())
        {
            if (MarkedText.Parse(example.Text) is not { Spans.Count: > 0 })
                faults.In($"examples.match[{index}].text", "no span is marked, or a mark is not closed; put what must be found between ⟦ and ⟧");
        }
    }

    private void CompileDetect(DetectDefinition detect, string path, List<RuleDetector> detectors, List<RuleComposite> composites)
    {
        var ways = new[] { detect.Regex is not null, detect.Terms.Count > 0, detect.TermsFile is not null, detect.Recognizer is not null, detect.Signal is not null, detect.AllOf.Count > 0 }.Count(given => given);
        if (ways != 1)
        {
            faults.In(path, "a detector proposes candidates in one way; give exactly one of regex, terms, termsFile, recognizer, signal and allOf");
            return;
        }

        if (detect.AllOf.Count > 0)
        {
            CheckComposite(detect, path);
            var pieces = detect.AllOf.Index().Select(piece => Source(piece.Item, $"{path}.allOf[{piece.Index}]")).ToList();
            var counterEvidence = detect.NoneOf.Index().Select(piece => Source(piece.Item, $"{path}.noneOf[{piece.Index}]")).ToList();
            composites.Add(new RuleComposite(new Composite(pieces, counterEvidence, detect.Within ?? 1), path, detect.Confidence));
            return;
        }

        if (detect.Within is not null || detect.NoneOf.Count > 0)
            faults.In(path, "within and noneOf go with allOf; remove them or write allOf");
        if (detect.Service.Count > 0 || detect.AssignedTo.Count > 0)
        {
            CompileNamedValue(detect, path, detectors);
            return;
        }

        foreach (var detector in Detectors(detect.Regex, definition.View, detect.Terms, detect.TermsFile, path))
            detectors.Add(new RuleDetector(detector, path, detect.Confidence));
        if (detect.Recognizer is { } kind)
            detectors.Add(new RuleDetector(new RecognizerDetector(kind), path, detect.Confidence));
        if (detect.Signal is { } signal)
            detectors.Add(new RuleDetector(new SignalDetector(signal), path, detect.Confidence));
    }

    // A value that is told by the name before it.
    private void CompileNamedValue(DetectDefinition detect, string path, List<RuleDetector> detectors)
    {
        if (detect.Regex is not { } value || definition.View != TextView.Original || (detect.Service.Count > 0 && detect.AssignedTo.Count > 0))
        {
            faults.In(path, "service and assignedTo each name a value that a regex describes, in the text as it was typed; give one of them, regex and view: original");
            return;
        }

        if (!CheckNames(detect.Service, $"{path}.service") | !CheckNames(detect.AssignedTo, $"{path}.assignedTo") || !CheckPattern(value, definition.View, $"{path}.regex", out _))
            return;
        foreach (var name in detect.AssignedTo)
            Add(Assignment.Pattern(name, value));
        if (detect.Service.Count > 0)
            Add(ServiceSecret.Pattern(detect.Service, value));

        void Add(string pattern)
        {
            if (CheckPattern(pattern, definition.View, $"{path}.regex", out var analysis))
                detectors.Add(new RuleDetector(new RegexDetector(definition.Id, pattern, definition.View, PatternPlan.Of(analysis)), path, detect.Confidence) { NamesService = detect.Service.Count > 0 });
        }
    }

    private bool CheckNames(IReadOnlyList<string> names, string path)
    {
        var wrong = names.Where(name => !NameForm().IsMatch(name)).ToList();
        foreach (var name in wrong)
            faults.In(path, $"'{name}' is no name of three small letters and digits or more, with single spaces between words; write new relic");
        return wrong.Count == 0;
    }

    private void CheckComposite(DetectDefinition detect, string path)
    {
        if (detect.Within is null)
            faults.In(path, "allOf needs a distance; add within: 200");
        else if (detect.Within is < 1 or > LongestWithin)
            faults.In($"{path}.within", $"'within' must be 1 to {LongestWithin} characters");
        if (detect.AllOf.Count < 2)
            faults.In($"{path}.allOf", "one piece of evidence proves nothing; give at least two");
        if (detect.AllOf.Count(piece => piece.Value) > 1)
            faults.In($"{path}.allOf", "only one piece can be the value; remove the other value: true");
    }

    private EvidenceSource Source(EvidenceDefinition evidence, string path)
    {
        if (evidence.InfoType is null && evidence.Regex is null && evidence.Terms.Count == 0 && evidence.TermsFile is null
            && evidence.Recognizer is null && evidence.Period.Count == 0)
            faults.In(path, "this piece of evidence says nothing; give infoType, regex, terms, termsFile, recognizer or period");
        return new EvidenceSource(evidence, path, [.. Detectors(evidence.Regex, TextView.Normalized, evidence.Terms, evidence.TermsFile, path)]);
    }

    private List<Detector> Detectors(string? regex, TextView view, IReadOnlyList<string> terms, string? termsFile, string path)
    {
        var detectors = new List<Detector>();
        if (regex is not null && CheckPattern(regex, view, $"{path}.regex", out var analysis))
            detectors.Add(new RegexDetector(definition.Id, regex, view, PatternPlan.Of(analysis)));
        if (terms.Count > 0 && CheckTerms(terms, $"{path}.terms"))
            detectors.Add(new TermDetector(TermSet.Of(terms)));
        if (termsFile is null)
            return detectors;
        if (!wordLists.TryGetValue(termsFile, out var list))
            faults.In($"{path}.termsFile", $"there is no word list '{termsFile}'; give a path below the rules folder, such as words/code-names.txt");
        else if (list.Terms.Count == 0 && list.Faults.Count == 0)
            faults.In($"{path}.termsFile", $"there are no words in '{termsFile}'; add at least one");
        else
            detectors.Add(new TermDetector(list.Terms));
        return detectors;
    }

    private bool CheckPattern(string pattern, TextView view, string path, [NotNullWhen(true)] out PatternAnalysis? analysis)
    {
        var found = PatternInspection.Faults(pattern, view, out analysis);
        foreach (var fault in found)
            faults.In(path, fault);
        return analysis is not null && found.Count == 0;
    }

    private bool CheckTerms(IReadOnlyList<string> terms, string path)
    {
        if (terms.Count == 0)
            faults.In(path, "there are no words; add at least one");
        var empty = terms.Where(term => !new TermPacker().Add(term)).ToList();
        foreach (var term in empty)
            faults.In(path, $"'{term}' has no letter and no digit, so it is never found; use a regex for signs");
        return terms.Count > 0 && empty.Count == 0;
    }

    private List<NamedValidator> Validators()
    {
        var validators = new List<NamedValidator>();
        foreach (var (index, name) in definition.Validators.Index())
        {
            if (Validation.Validators.TryGet(name, out var isValid))
                validators.Add(new NamedValidator(name, isValid));
            else
                faults.In($"validators[{index}]", $"there is no validator '{name}'; `dlp rules validators` lists those there are");
        }

        if (definition.OnValid is not null && definition.Validators.Count == 0)
            faults.In("onValid", "onValid needs validators; add some or remove it");
        return validators;
    }

    [GeneratedRegex(@"^(?=(?:.*[a-z0-9à-ÿ]){3})[a-z0-9à-ÿ']+(?: [a-z0-9à-ÿ']+)*$")]
    private static partial Regex NameForm();

    [GeneratedRegex(@"^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$")]
    private static partial Regex InfoTypeForm();
}
