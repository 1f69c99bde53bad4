using Dlp.Engine.Detection;
using Dlp.Engine.Detection.Terms;
using Dlp.Engine.Evidence;

namespace Dlp.Engine.Rules.Compiled;

/// <summary>Writes the parts of rules as <see cref="RuleReader"/> reads them.</summary>
/// <param name="writer">Takes them.</param>
/// <param name="wordLists">The paths of the terms that word lists hold; those are written as their path.</param>
internal sealed class RuleWriter(BinaryWriter writer, IReadOnlyDictionary<TermSet, string> wordLists)
{
    /// <summary>Whether a rule can be written: all but the one with thousands of terms of its own.</summary>
    public bool CanWrite(Rule rule) =>
        rule.Hotwords.Select(hotwords => hotwords.Words).Concat(rule.AllDetectors.OfType<TermDetector>().Select(detector => detector.Terms))
            .All(terms => terms.Table is null || wordLists.ContainsKey(terms));

    public void Write(Rule rule)
    {
        writer.Write(rule.Id);
        writer.Write(rule.InfoType);
        writer.WriteValue(rule.Status);
        writer.WriteValue(rule.Category);
        writer.Write(rule.Version);
        writer.WriteValue(rule.Severity);
        Write(rule.Title);
        Write(rule.Aliases);
        Write(rule.Message);
        Write(rule.Replacement);
        writer.WriteOptional(rule.Parts.OnValid);
        Write(rule.Parts.ValidFrom);
        Write(rule.Parts.ValidUntil);
        writer.WriteAll(rule.Audiences, writer.WriteValue);
        writer.WriteAll(rule.Parts.Exclusions, Write);
        writer.WriteAll(rule.Detectors, Write);
        writer.WriteAll(rule.Composites, Write);
        writer.WriteAll(rule.Validators, validator => writer.Write(validator.Name));
        writer.WriteAll(rule.Hotwords, Write);
    }

    private void Write(LocalizedText text)
    {
        writer.Write(text.En);
        writer.Write(text.Fr);
    }

    private void Write(IReadOnlyDictionary<string, string> aliases)
    {
        writer.Write7BitEncodedInt(aliases.Count);
        foreach (var (product, alias) in aliases)
        {
            writer.Write(product);
            writer.Write(alias);
        }
    }

    private void Write(DateTimeOffset? instant)
    {
        writer.Write(instant is not null);
        if (instant is { } given)
        {
            writer.Write(given.Ticks);
            writer.Write(given.Offset.Ticks);
        }
    }

    private void Write(ExclusionDefinition exclusion)
    {
        writer.WriteAll(exclusion.Values, writer.Write);
        writer.Write(exclusion.Regex is not null);
        if (exclusion.Regex is { } pattern)
            writer.Write(pattern);
        writer.WriteValue(exclusion.LowersTo);
        writer.Write(exclusion.Because);
    }

    private void Write(RuleDetector detector)
    {
        writer.Write(detector.Name);
        writer.WriteValue(detector.Confidence);
        writer.Write(detector.NamesService);
        Write(detector.Detector);
    }

    private void Write(RuleComposite composite)
    {
        writer.Write(composite.Name);
        writer.WriteValue(composite.Confidence);
        writer.WriteAll(composite.Composite.Pieces, Write);
        writer.WriteAll(composite.Composite.CounterEvidence, Write);
        writer.Write(composite.Composite.Within);
    }

    private void Write(EvidenceSource source)
    {
        writer.Write(source.Name);
        writer.WriteAll(source.Detectors, Write);
        writer.Write(source.InfoType ?? "");
        writer.WriteAll(source.Periods, writer.WriteValue);
        writer.WriteOptional(source.Recognizer);
        writer.Write(source.IsValue);
    }

    private void Write(HotwordGroup hotwords)
    {
        Write(hotwords.Words);
        writer.Write(hotwords.Longest);
        writer.Write(hotwords.Before);
        writer.Write(hotwords.After);
        writer.WriteOptional(hotwords.RaisesTo);
        writer.WriteOptional(hotwords.LowersTo);
    }

    private void Write(Detector detector)
    {
        switch (detector)
        {
            case RegexDetector pattern:
                writer.WriteValue(WrittenDetector.Pattern);
                writer.Write(pattern.Pattern);
                writer.WriteValue(pattern.View);
                Write(pattern.Plan);
                break;
            case TermDetector terms when wordLists.TryGetValue(terms.Terms, out var path):
                writer.WriteValue(WrittenDetector.WordList);
                writer.Write(path);
                break;
            case TermDetector terms:
                writer.WriteValue(WrittenDetector.Terms);
                Write(terms.Terms);
                break;
            case RecognizerDetector recognizer:
                writer.WriteValue(WrittenDetector.Recognizer);
                writer.WriteValue(recognizer.Kind);
                break;
            case SignalDetector file:
                writer.WriteValue(WrittenDetector.Signal);
                writer.WriteValue(file.Signal);
                break;
        }
    }

    private void Write(PatternPlan plan)
    {
        writer.WriteValue(plan.Anchor);
        writer.Write(plan.Cost);
        writer.WriteAll(plan.Head.Places, place => place.Write(writer));
        writer.Write(plan.NotAfter is not null);
        plan.NotAfter?.Write(writer);
        writer.Write(plan.Digits is not null);
        if (plan.Digits is { } digits)
        {
            writer.Write(digits.Digits);
            writer.Write(digits.LeastBefore);
            writer.Write(digits.MostBefore);
        }

        writer.Write(plan.Most ?? -1);
        writer.WriteAll(plan.Literals, writer.Write);
        writer.Write(plan.LeastBefore);
        writer.Write(plan.MostBefore);
        writer.Write(plan.Run is not null);
        if (plan.Run is { } run)
        {
            writer.Write(run.Least);
            writer.Write(run.MostBefore);
            writer.Write(run.HasDigit);
        }

        writer.Write(plan.NotAfterPair is not null);
        plan.NotAfterPair?.First.Write(writer);
        plan.NotAfterPair?.Second.Write(writer);
        writer.Write(plan.DigitWithin is not null);
        if (plan.DigitWithin is { } within)
            writer.Write(within);
    }

    private void Write(TermSet terms)
    {
        writer.Write(terms.Count);
        writer.Write(terms.Words);
        writer.Write(terms.Commonness);
        writer.Write(terms.Packed.Length);
        writer.Write(terms.Packed.Span);
    }
}

/// <summary>What stands before a detector that was written.</summary>
internal enum WrittenDetector
{
    /// <summary>A pattern.</summary>
    Pattern,

    /// <summary>Terms of the rule.</summary>
    Terms,

    /// <summary>The path of a word list.</summary>
    WordList,

    /// <summary>A model of Microsoft.Recognizers.</summary>
    Recognizer,

    /// <summary>What a file gives away.</summary>
    Signal,
}
