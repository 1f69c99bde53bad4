using System.Text;

namespace Dlp.Benchmarks.Texts;

/// <summary>Texts made to be costly: what rules wait for, over and over, and never what they find, but for one leak at the end.</summary>
internal static class HostileTexts
{
    private static readonly (string Name, string Unit)[] Kinds =
    [
        ("digits", "1234567890"),
        ("groups of digits", "9111 1111 1111 1112 "),
        ("digits and dashes", "12-34-5-678-"),
        ("letters for digits", "4539 l488 O343 6468. "),
        ("at signs", "a.b@"),
        ("first lines of keys", "-----BEGIN PRIVATE KEY-----"),
        ("prefixes of secrets", "AKIA AIza ghp_ sk-ant-api03- xoxb- eyJ "),
        ("passwords", "password password "),
        ("passwords that never come", "mot de passe du compte de la session de l'admin "),
        ("plus signs", "+33 +33 "),
        ("dots", "1.1.1.1."),
        ("colons", "a:b:c::"),
        ("hashtags", "#aA"),
        ("amounts", "4 M€ "),
        ("results without an amount", "chiffre d'affaires T3 2026 "),
        ("country codes", "fr76 "),
        ("addresses", "https://a:"),
        ("accents on accents", "e\u0301\u0302\u0303\u0304"),
        ("zero-width characters", "a\u200Bb\u200D"),
        ("look-alikes", "раssроrt "),
        ("base64", "Ym9uam91ciBib25q"),
        ("one letter", "aaaaaaaaaa"),
        ("spaces", "          "),
    ];

    /// <summary>One text of each kind.</summary>
    public static IEnumerable<(string Name, LabelledText Text)> Make(int length, int seed)
    {
        var random = new Random(seed);
        return Kinds.Select(kind => (kind.Name, LabelledText.Join(
            [new LabelledText(new StringBuilder().Insert(0, kind.Unit, length / kind.Unit.Length).ToString(), []), Leaks.Make(random)])));
    }
}
