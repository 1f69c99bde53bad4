namespace Dlp.Benchmarks.Texts;

/// <summary>Terms of a company's word list: customers, products, projects; one to three words, some of which begin as ordinary speech does.</summary>
internal static class MadeTerms
{
    private static readonly string[] Heads = ["projet", "opération", "société", "client", "dossier", "project", "team", "order", "atelier", "plan"];
    private static readonly string[] Tails = ["group", "holding", "conseil", "services", "industries", "partners", "france", "lab", "frères", "x2"];

    private const int Shortest = 8;

    /// <summary>As many different terms as asked for.</summary>
    public static IReadOnlyList<string> Make(int count, int seed)
    {
        var random = new Random(seed);
        var terms = new HashSet<string>(count, StringComparer.Ordinal);
        while (terms.Count < count)
        {
            terms.Add(random.Next(10) switch
            {
                < 4 => LongName(random),
                < 7 => $"{MadeNames.Next(random)} {Tails[random.Next(Tails.Length)]}",
                < 9 => $"{Heads[random.Next(Heads.Length)]} {MadeNames.Next(random)}",
                _ => $"{MadeNames.Next(random)} {MadeNames.Next(random)} {Tails[random.Next(Tails.Length)]}",
            });
        }

        return [.. terms];
    }

    // Of a million names many are words (« qui », "plus") when they are short; nobody puts those on a list.
    private static string LongName(Random random)
    {
        string name;
        do
            name = MadeNames.Next(random);
        while (name.Length < Shortest);
        return name;
    }
}
