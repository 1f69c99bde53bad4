using System.Text;

namespace Dlp.Benchmarks;

/// <summary>Texts made with a fixed seed, and how many findings each must give.</summary>
internal sealed class SampleTexts(int seed)
{
    private static readonly string[] Openings =
    [
        "Ravi d'avoir passé deux jours au salon avec l'équipe !", "What a week: three workshops and one very long train ride.", "Merci à tous ceux qui sont venus nous voir hier soir.",
        "We are hiring in Leeds, and yes, remote is fine.", "Petite pensée pour celles et ceux qui tiennent le standard.", "Ten years ago today I wrote my first line of code.",
    ];

    private static readonly string[] Middles =
    [
        "On a beaucoup ri, un peu travaillé, et surtout appris à régler la machine à café.", "The demo broke twice and nobody minded, because the question round was better than the slides.",
        "Notre dîner du 12 mars affiche complet, il reste des places le 19.", "If you only read one book this summer, let it be about soil.", "J'ai retrouvé mes notes de 2019 : tout était déjà là, sauf le temps de le faire.",
        "Version 2.4.1 is out, the release notes are short and honest.", "Le prix est resté à 25 € depuis 2022, et nous y tenons.", "Our order 1000482 finally arrived, with the wrong colour of rope.",
    ];

    private static readonly string[] Endings = ["#équipe #métier", "#work #team", "À très vite !", "See you there 🎉", "Et vous, comment faites-vous ?", "Thoughts?"];

    // One finding each, of medium or high confidence.
    private static readonly string[] Leaks =
    [
        "mon numéro de sécu est le 1 84 12 76 451 089 46", "IBAN : FR76 3007 6029 1400 5872 1364 027", "la clé est AKIAQ3EGRI7XKPLW2M5D", "my card 4972 0338 1645 7201, please", "écrivez à jean.dupont@societe-exemple.fr", "this is TLP:RED, keep it here",
    ];

    private readonly Random _random = new(seed);

    /// <summary>Posts of about 500 characters, three in a hundred with one leak in them.</summary>
    public IReadOnlyList<(string Text, int Findings)> Posts(int count) => [.. Enumerable.Range(0, count).Select(_ => Post(_random.Next(100) < 3))];

    /// <summary>A long text in which every third sentence leaks.</summary>
    public (string Text, int Findings) Dense(int length)
    {
        var text = new StringBuilder(length);
        var findings = 0;
        for (var sentence = 0; text.Length < length; sentence++)
        {
            text.Append(sentence % 3 == 0 ? Pick(Leaks) : Pick(Middles)).Append(".\n\n");
            findings += sentence % 3 == 0 ? 1 : 0;
        }

        return (text.ToString(), findings);
    }

    /// <summary>Texts made to be costly: what rules wait for, over and over, and never what they find.</summary>
    public static IReadOnlyList<(string Name, string Text)> Hostile(int length) =>
    [
        .. new (string Name, string Unit)[]
        {
            ("digits", "1234567890"), ("groups of digits", "4111 1111 1111 1112 "), ("at signs", "a.b@"), ("first lines of keys", "-----BEGIN PRIVATE KEY-----"),
            ("passwords", "password password "), ("plus signs", "+33 +33 "), ("dots", "1.1.1.1."), ("hashtags", "#aA"), ("amounts", "4 M€ "), ("country codes", "fr76 "), ("addresses", "https://a:"),
        }.Select(text => (text.Name, new StringBuilder().Insert(0, text.Unit, length / text.Unit.Length).ToString())),
    ];

    private (string Text, int Findings) Post(bool leaks)
    {
        var text = new StringBuilder(Pick(Openings));
        while (text.Length < 450)
            text.Append(_random.Next(3) == 0 ? "\n\n" : " ").Append(Pick(Middles));
        if (leaks)
            text.Append("\n\n").Append(Pick(Leaks)).Append(".\n\n");
        return (text.Append(' ').Append(Pick(Endings)).ToString(), leaks ? 1 : 0);
    }

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];
}
