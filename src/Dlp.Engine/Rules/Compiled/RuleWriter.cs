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
        WriteValue(rule.Status);
        WriteValue(rule.Category);
        WriteAll(rule.Detectors, Write);
        WriteAll(rule.Composites, Write);
        WriteAll(rule.Validators, validator => writer.Write(validator.Name));
        WriteAll(rule.Hotwords, Write);
    }

    private void Write(RuleDetector detector)
    {
        writer.Write(detector.Name);
        WriteValue(detector.Confidence);
        Write(detector.Detector);
    }

    private void Write(RuleComposite composite)
    {
        writer.Write(composite.Name);
        WriteValue(composite.Confidence);
        WriteAll(composite.Composite.Pieces, Write);
        WriteAll(composite.Composite.CounterEvidence, Write);
        writer.Write(composite.Composite.Within);
    }

    private void Write(EvidenceSource source)
    {
        writer.Write(source.Name);
        WriteAll(source.Detectors, Write);
        writer.Write(source.InfoType ?? "");
        WriteAll(source.Periods, WriteValue);
        WriteOptional(source.Recognizer);
        writer.Write(source.IsValue);
    }

    private void Write(HotwordGroup hotwords)
    {
        Write(hotwords.Words);
        writer.Write(hotwords.Longest);
        writer.Write(hotwords.Before);
        writer.Write(hotwords.After);
        WriteOptional(hotwords.RaisesTo);
        WriteOptional(hotwords.LowersTo);
    }

    private void Write(Detector detector)
    {
        switch (detector)
        {
            case RegexDetector pattern:
                WriteValue(WrittenDetector.Pattern);
                writer.Write(pattern.Pattern);
                WriteValue(pattern.View);
                Write(pattern.Plan);
                break;
            case TermDetector terms when wordLists.TryGetValue(terms.Terms, out var path):
                WriteValue(WrittenDetector.WordList);
                writer.Write(path);
                break;
            case TermDetector terms:
                WriteValue(WrittenDetector.Terms);
                Write(terms.Terms);
                break;
            case RecognizerDetector recognizer:
                WriteValue(WrittenDetector.Recognizer);
                WriteValue(recognizer.Kind);
                break;
        }
    }

    private void Write(PatternPlan plan)
    {
        WriteValue(plan.Anchor);
        writer.Write(plan.Cost);
        WriteAll(plan.Head.Places, place => place.Write(writer));
        writer.Write(plan.NotAfter is not null);
        plan.NotAfter?.Write(writer);
        writer.Write(plan.Digits is not null);
        if (plan.Digits is { } digits)
        {
            writer.Write(digits.Digits);
            writer.Write(digits.LeastBefore);
            writer.Write(digits.MostBefore);
        }

        WriteAll(plan.Literals, writer.Write);
        writer.Write(plan.LeastBefore);
        writer.Write(plan.MostBefore);
    }

    private void Write(TermSet terms)
    {
        writer.Write(terms.Count);
        writer.Write(terms.Words);
        writer.Write(terms.Commonness);
        writer.Write(terms.Packed.Length);
        writer.Write(terms.Packed.Span);
    }

    private void WriteAll<T>(IReadOnlyList<T> items, Action<T> write)
    {
        writer.Write7BitEncodedInt(items.Count);
        foreach (var item in items)
            write(item);
    }

    private void WriteOptional<T>(T? value)
        where T : struct, Enum
    {
        writer.Write(value is not null);
        if (value is { } given)
            WriteValue(given);
    }

    private void WriteValue<T>(T value)
        where T : struct, Enum => writer.Write(Convert.ToByte(value, null));
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
}
