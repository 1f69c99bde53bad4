using System.Globalization;
using System.Numerics;

namespace Dlp.Benchmarks.Texts;

/// <summary>Sentences that hold one thing that the shipped rules find, with values made for it: right check digits, nobody's numbers.</summary>
internal static class Leaks
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string Base62 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>The rules that find them.</summary>
    public static IReadOnlyList<string> Rules { get; } =
    [
        "identity/fr/nir", "financial/iban", "financial/card", "credentials/google-api-key", "credentials/aws-access-key", "credentials/gitlab-token",
    ];

    /// <summary>A sentence and the one finding in it.</summary>
    public static LabelledText Make(Random random) => random.Next(6) switch
    {
        0 => Sentence("fr.nir", "puisque vous insistez, voilà : mon numéro de sécu est le ", Nir(random)),
        1 => Sentence("iban", "pour participer, IBAN : ", Iban(random)),
        2 => Sentence("card", "in case the bank is shut tomorrow, my credit card is ", Card(random)),
        3 => Sentence("secret.google-api-key", "pour la carte du site, la clé est ", "AIza" + Pick(random, Base62, 35)),
        4 => Sentence("secret.aws-access-key", "export AWS_ACCESS_KEY_ID=", "AKIA" + Pick(random, Base32, 8) + Pick(random, "234567", 1) + Pick(random, Base32, 7)),
        _ => Sentence("secret.gitlab-token", "this one still works, do not tell: ", "glpat-" + Pick(random, Base62, 20)),
    };

    private static LabelledText Sentence(string infoType, string before, string value) =>
        new($"{before}{value}, merci", [new Label(infoType, before.Length, before.Length + value.Length)]);

    private static string Nir(Random random)
    {
        var body = string.Create(CultureInfo.InvariantCulture,
            $"{random.Next(1, 3)}{random.Next(40, 99)}{random.Next(1, 13):00}{random.Next(21, 90)}{random.Next(100, 500)}{random.Next(100, 900)}");
        var key = (97 - long.Parse(body, CultureInfo.InvariantCulture) % 97).ToString("00", CultureInfo.InvariantCulture);
        return $"{body[0]} {body[1..3]} {body[3..5]} {body[5..7]} {body[7..10]} {body[10..13]} {key}";
    }

    private static string Iban(Random random)
    {
        var account = Digits(random, 23);
        // "FR00" in digits, the letters as 15 and 27.
        var key = (int)(98 - BigInteger.Parse(account + "152700", CultureInfo.InvariantCulture) % 97);
        return string.Join(' ', $"FR{key:00}{account}".Chunk(4).Select(group => new string(group)));
    }

    private static string Card(Random random)
    {
        var digits = "4972" + Digits(random, 11);
        var sum = digits.Reverse().Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 2 : 1)).Sum(value => value > 9 ? value - 9 : value);
        return string.Join(' ', $"{digits}{(10 - sum % 10) % 10}".Chunk(4).Select(group => new string(group)));
    }

    private static string Digits(Random random, int count) => Pick(random, "0123456789", count);

    private static string Pick(Random random, string alphabet, int count) => new(random.GetItems<char>(alphabet, count));
}
