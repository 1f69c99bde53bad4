using System.Globalization;
using Dlp.Engine.Rules;

namespace Dlp.Benchmarks.Texts;

/// <summary>
/// Rules like the shipped ones, as many as asked for: of twenty, ten tokens with a prefix, four values behind a service's name and two
/// addresses (rare literals), three numbers (shapes of digits, every other with a check digit), one short reference without any literal.
/// </summary>
internal sealed class MadeRules(int seed)
{
    private const string Base62 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";

    private readonly Random _random = new(seed);
    private int _made;

    /// <summary>The next rules.</summary>
    public IReadOnlyList<MadeRule> Make(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];

    private MadeRule Next() => (_made++ % 20) switch
    {
        < 10 => Token(),
        < 14 => NamedValue(),
        < 16 => Address(),
        < 19 => Number(),
        _ => Reference(),
    };

    private MadeRule Token()
    {
        var prefix = Pick(Letters, _random.Next(2, 6)) + "_-"[_random.Next(2)] + (_random.Next(3) == 0 ? $"{Pick(Letters, 3)}_" : "");
        var length = _random.Next(20, 60);
        return Secret($"(?<![A-Za-z0-9]){prefix}[A-Za-z0-9]{{{length}}}(?![A-Za-z0-9])", "", prefix + Pick(Base62, length));
    }

    private MadeRule NamedValue()
    {
        var name = MadeNames.Next(_random);
        var length = _random.Next(24, 64);
        // As a variable of a program: ACME_PROD_TOKEN=…; half of them with words before the name.
        var before = _made % 2 == 0 ? "(?<![a-z])(?:[a-z0-9]{1,24}[_.-]){0,3}" : "(?<![a-z0-9])";
        return Secret(
            $@"(?i:{before}{name}[a-z0-9_. -]{{0,20}}(?:key|token|secret)[""']?\s{{0,3}}(?:=>|[:=])\s{{0,3}}[""']?)(?<value>[A-Za-z0-9]{{{length}}})(?![A-Za-z0-9])",
            $"{name}_api_key = ", Pick(Base62, length));
    }

    private MadeRule Address()
    {
        var host = $"hooks.{MadeNames.Next(_random)}.com";
        return Secret($@"https?://{host.Replace(".", @"\.", StringComparison.Ordinal)}/[a-z]{{2,12}}/[A-Z0-9]{{8,12}}/[A-Za-z0-9]{{20,32}}(?![A-Za-z0-9])", "", $"https://{host}/services/{Pick("ABCDEFGH0123456789", 10)}/{Pick(Base62, 24)}");
    }

    private MadeRule Number()
    {
        var groups = Enumerable.Range(0, _random.Next(3, 6)).Select(_ => _random.Next(2, 5)).ToList();
        var pattern = string.Join("[ .-]?", groups.Select(length => $"[0-9]{{{length}}}"));
        var digits = Pick(Digits, groups.Sum() - 1);
        digits += CheckDigit(digits);
        var hotword = MadeNames.Next(_random);
        var hasCheckDigit = _made % 2 == 0;
        return Rule("identity", "normalized", $"(?<![0-9a-z])(?<![0-9][ .-]){pattern}(?![ .-]?[0-9])(?![a-z])", "low", hasCheckDigit ? "[luhn]" : "[]", hotword, $"{hotword} ", Grouped(digits, groups));
    }

    private MadeRule Reference()
    {
        var (letters, digits) = (_random.Next(2, 4), _random.Next(6, 9));
        var hotword = MadeNames.Next(_random);
        return Rule("identity", "normalized", $@"\b[a-z]{{{letters}}}[ .-]?[0-9]{{{digits}}}[a-z]?\b", "low", "[]", hotword, $"{hotword} ", Pick(Letters, letters) + Pick(Digits, digits));
    }

    private MadeRule Secret(string pattern, string before, string value) => Rule("credentials", "original", pattern, "high", "[random]", MadeNames.Next(_random), before, value);

    private MadeRule Rule(string category, string view, string pattern, string confidence, string validators, string hotword, string before, string value)
    {
        var name = $"made-{_made.ToString("00000", CultureInfo.InvariantCulture)}";
        var yaml = $$"""
            id: {{category}}.{{name}}
            version: 1
            status: live
            title: {en: Made key {{name}}, fr: Clé inventée {{name}}}
            infoType: secret.{{name}}
            severity: critical
            message:
              en: "This is a key that was made for a measurement. Leave it out, and revoke it under Settings if anyone has seen it."
              fr: "C'est une clé inventée pour une mesure. Retirez-la et, si quelqu'un l'a vue, révoquez-la dans les réglages."
            replacement: {en: "[made]", fr: "[inventé]"}
            view: {{view}}
            detect:
              - regex: '{{pattern.Replace("'", "''", StringComparison.Ordinal)}}'
                confidence: {{confidence}}
            validators: {{validators}}
            hotwords:
              - {words: {en: [{{hotword}}], fr: [{{hotword}}]}, before: 40, after: 0, raisesTo: high}
            examples:
              match:
                - {text: '{{before.Replace("'", "''", StringComparison.Ordinal)}}⟦{{value}}⟧', confidence: high}
              noMatch:
                - {text: "Nothing to see here.", because: an ordinary sentence}
            falsePositives: ["None: nobody issues such keys"]
            references: []
            """;
        return new MadeRule(new RuleFile($"{category}/{name}.yaml", yaml), new LabelledText(before + value, [new Label($"secret.{name}", before.Length, before.Length + value.Length)]));
    }

    private static string Grouped(string digits, List<int> groups)
    {
        var at = 0;
        return string.Join(' ', groups.Select(length => digits[at..(at += length)]));
    }

    private static int CheckDigit(string digits)
    {
        var sum = digits.Reverse().Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 2 : 1)).Sum(value => value > 9 ? value - 9 : value);
        return (10 - sum % 10) % 10;
    }

    private string Pick(string alphabet, int count) => new(_random.GetItems<char>(alphabet, count));
}

/// <summary>A rule that was made, and a text in which it finds something.</summary>
internal sealed record MadeRule(RuleFile File, LabelledText Example);
