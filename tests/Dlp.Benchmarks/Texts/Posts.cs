using System.Buffers;
using System.Text;

namespace Dlp.Benchmarks.Texts;

/// <summary>Posts and long texts as people write them, English and French, the same in every run.</summary>
internal sealed class Posts(int seed)
{
    /// <summary>Fewest characters of a post.</summary>
    internal const int Length = 520;
    private const int LeakingPercent = 3;

    // What says that a figure near by is that of a job advert.
    private static readonly SearchValues<string> AboutOthers = SearchValues.Create(["hiring", "recrut"], StringComparison.OrdinalIgnoreCase);

    private readonly Random _random = new(seed);
    private readonly Sentences[] _languages = [new("french"), new("english")];

    /// <summary>Posts of about 560 characters, three in a hundred with one leak. No recognizer has anything to weigh in them.</summary>
    public IReadOnlyList<LabelledText> Ordinary(int count) => [.. Enumerable.Range(0, count).Select(_ => Post(leaks: _random.Next(100) < LeakingPercent))];

    /// <summary>Posts of which each has one leak.</summary>
    public IReadOnlyList<LabelledText> Leaking(int count) => [.. Enumerable.Range(0, count).Select(_ => Post(leaks: true))];

    /// <summary>Posts that hold every piece of evidence for unpublished results, so that a recognizer has to look for the amount.</summary>
    public IReadOnlyList<LabelledText> OfResults(int count) => [.. Enumerable.Range(0, count).Select(_ => PostOfResults())];

    /// <summary>A long text like many posts one after the other.</summary>
    public LabelledText Long(int length) => Until(length, () => Post(leaks: _random.Next(100) < LeakingPercent));

    /// <summary>A long text in which every third paragraph leaks.</summary>
    public LabelledText Dense(int length)
    {
        var paragraph = 0;
        return Until(length, () => paragraph++ % 3 == 0 ? Leaks.Make(_random) : new LabelledText(Language().Sentence(_random), []));
    }

    private static LabelledText Until(int length, Func<LabelledText> next)
    {
        var texts = new List<LabelledText>();
        for (var written = 0; written < length; written += texts[^1].Text.Length + 2)
            texts.Add(next());
        return LabelledText.Join(texts);
    }

    private LabelledText Post(bool leaks)
    {
        var language = Language();
        var text = new StringBuilder(language.Sentence(_random));
        while (text.Length < Length)
            text.Append(_random.Next(3) == 0 ? "\n\n" : " ").Append(language.Sentence(_random));
        var body = new LabelledText(text.ToString(), []);
        var closing = new LabelledText(language.Closing(_random), []);
        return leaks ? LabelledText.Join([body, Leaks.Make(_random), closing]) : LabelledText.Join([body, closing]);
    }

    private LabelledText PostOfResults()
    {
        var (before, amount, after) = _random.Next(2) == 0
            ? ("Notre chiffre d'affaires du T3 2026 atteint ", $"{_random.Next(2, 90)},{_random.Next(1, 9)} M€", " !")
            : ("Our Q3 2026 revenue reached ", $"${_random.Next(2, 90)}.{_random.Next(1, 9)} million", "!");
        var results = new LabelledText(before + amount + after, [new Label("business.results", before.Length, before.Length + amount.Length)]);
        LabelledText post;
        do
            post = Post(leaks: false);
        while (post.Text.AsSpan().ContainsAny("€£%") || post.Text.AsSpan().ContainsAny(AboutOthers));
        return LabelledText.Join([post, results]);
    }

    private Sentences Language() => _languages[_random.Next(_languages.Length)];
}
