using Dlp.Engine.Detection;
using Dlp.Engine.Detection.Patterns;
using Dlp.Engine.Detection.Terms;
using Dlp.Engine.Evidence;
using Dlp.Engine.Rules.WordLists;

namespace Dlp.Engine.Rules.Compiled;

/// <summary>Reads the parts of rules that <see cref="RuleWriter"/> has written.</summary>
/// <param name="reader">Where they stand.</param>
/// <param name="wordLists">The word lists of the folder, by path.</param>
internal sealed class RuleReader(BinaryReader reader, IReadOnlyDictionary<string, WordList> wordLists)
{
    private string _ruleId = "";

    /// <summary>The next rule; null when a word list that it names is not there, or is empty.</summary>
    public RuleParts? Read()
    {
        try
        {
            _ruleId = reader.ReadString();
            return new RuleParts(_ruleId, reader.ReadString(), (RuleStatus)reader.ReadByte(), (Category)reader.ReadByte())
            {
                Version = reader.ReadInt32(),
                Severity = (Severity)reader.ReadByte(),
                Title = ReadText(),
                Aliases = ReadAliases(),
                Message = ReadText(),
                Replacement = ReadText(),
                OnValid = (Confidence?)reader.ReadOptional(),
                ValidFrom = ReadInstant(),
                ValidUntil = ReadInstant(),
                Audiences = reader.ReadAll(() => (Audience)reader.ReadByte()),
                Exclusions = reader.ReadAll(ReadExclusion),
                Detectors = reader.ReadAll(ReadRuleDetector),
                Composites = reader.ReadAll(ReadComposite),
                Validators = reader.ReadAll(ReadValidator),
                Hotwords = reader.ReadAll(ReadHotwords),
            };
        }
        catch (KeyNotFoundException)
        {
            return null;
        }
    }

    private LocalizedText ReadText() => new() { En = reader.ReadString(), Fr = reader.ReadString() };

    private Dictionary<string, string> ReadAliases()
    {
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var count = reader.Read7BitEncodedInt(); count > 0; count--)
            aliases.Add(reader.ReadString(), reader.ReadString());
        return aliases;
    }

    private DateTimeOffset? ReadInstant() => reader.ReadBoolean() ? new DateTimeOffset(reader.ReadInt64(), new TimeSpan(reader.ReadInt64())) : null;

    private ExclusionDefinition ReadExclusion() => new()
    {
        Values = reader.ReadAll(reader.ReadString),
        Regex = reader.ReadBoolean() ? reader.ReadString() : null,
        LowersTo = (LoweredConfidence)reader.ReadByte(),
        Because = reader.ReadString(),
    };

    private RuleDetector ReadRuleDetector()
    {
        var (name, confidence, namesService) = (reader.ReadString(), (Confidence)reader.ReadByte(), reader.ReadBoolean());
        return new RuleDetector(ReadDetector(), name, confidence) { NamesService = namesService };
    }

    private RuleComposite ReadComposite()
    {
        var (name, confidence) = (reader.ReadString(), (Confidence)reader.ReadByte());
        return new RuleComposite(new Composite(reader.ReadAll(ReadSource), reader.ReadAll(ReadSource), reader.ReadInt32()), name, confidence);
    }

    private EvidenceSource ReadSource()
    {
        var name = reader.ReadString();
        var detectors = reader.ReadAll(ReadDetector);
        var definition = new EvidenceDefinition
        {
            InfoType = reader.ReadString() is { Length: > 0 } infoType ? infoType : null,
            Period = reader.ReadAll(() => (PeriodState)reader.ReadByte()),
            Recognizer = reader.ReadOptional() is { } recognizer ? (RecognizerKind)recognizer : null,
            Value = reader.ReadBoolean(),
        };
        return new EvidenceSource(definition, name, detectors);
    }

    private NamedValidator ReadValidator()
    {
        var name = reader.ReadString();
        return Validation.Validators.TryGet(name, out var isValid) ? new NamedValidator(name, isValid) : throw new KeyNotFoundException();
    }

    private HotwordGroup ReadHotwords()
    {
        var words = ReadTerms();
        var (longest, before, after) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        return new HotwordGroup(words, longest, before, after, (Confidence?)reader.ReadOptional(), (LoweredConfidence?)reader.ReadOptional());
    }

    private Detector ReadDetector() => (WrittenDetector)reader.ReadByte() switch
    {
        WrittenDetector.Pattern => new RegexDetector(_ruleId, reader.ReadString(), (TextView)reader.ReadByte(), ReadPlan()),
        WrittenDetector.Terms => new TermDetector(ReadTerms()),
        WrittenDetector.WordList => wordLists[reader.ReadString()].Terms is { Count: > 0 } terms ? new TermDetector(terms) : throw new KeyNotFoundException(),
        WrittenDetector.Signal => new SignalDetector((PartSignal)reader.ReadByte()),
        _ => new RecognizerDetector((RecognizerKind)reader.ReadByte()),
    };

    private PatternPlan ReadPlan() => new(
        (PatternAnchor)reader.ReadByte(),
        reader.ReadDouble(),
        new PatternHead(reader.ReadAll(() => CharacterSet.Read(reader))),
        reader.ReadBoolean() ? CharacterSet.Read(reader) : null,
        reader.ReadBoolean() ? new DigitChain(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32()) : null)
    {
        Most = reader.ReadInt32() is var most and >= 0 ? most : null,
        Literals = reader.ReadAll(reader.ReadString),
        LeastBefore = reader.ReadInt32(),
        MostBefore = reader.ReadInt32(),
        Run = reader.ReadBoolean() ? new SymbolRun(reader.ReadInt32(), reader.ReadInt32(), reader.ReadBoolean()) : null,
        NotAfterPair = reader.ReadBoolean() ? new CharacterPair(CharacterSet.Read(reader), CharacterSet.Read(reader)) : null,
        DigitWithin = reader.ReadBoolean() ? reader.ReadInt32() : null,
    };

    private TermSet ReadTerms()
    {
        var (count, words, commonness) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadDouble());
        return new TermSet(count, words, commonness, reader.ReadBytes(reader.ReadInt32()));
    }
}
