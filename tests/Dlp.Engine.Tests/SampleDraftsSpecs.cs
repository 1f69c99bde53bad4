using System.Globalization;
using System.Text.Json;
using Dlp.Engine.Policies;
using Dlp.Engine.Rules;
using YamlDotNet.RepresentationModel;

namespace Dlp.Engine.Tests;

/// <summary>Every labelled draft of <c>samples/drafts</c> gets the decision and the findings that its label says, of the shipped rules and policy.</summary>
public class SampleDraftsSpecs
{
    public static TheoryData<string> Drafts =>
        [.. Directory.EnumerateFiles(Folder, "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "samples", "drafts");

    [Theory]
    [MemberData(nameof(Drafts))]
    public void A_labelled_draft_is_judged_as_its_label_says(string name)
    {
        var label = Read(Path.Combine(Folder, name + ".yaml"));
        var parts = Items(label["parts"]).Select(part => (Name: Text(part["name"]), Marked: MarkedText.Parse(Text(part["text"]))!)).ToList();
        var spans = parts.SelectMany(part => part.Marked.Spans.Select(span => (part.Name, span)));
        var expected = spans.Zip(Items(label["findings"]), (place, finding) => Told(
            Text(finding["infoType"]), place.Name, place.span, finding.Children.TryGetValue("confidence", out var confidence) ? Text(confidence) : null));
        var destination = (YamlMappingNode)label["destination"];
        var options = new ScanOptions
        {
            PublishAt = DateTimeOffset.Parse(Text(label["publishAt"]), CultureInfo.InvariantCulture),
            Destination = new Destination(Text(destination["site"]), Enum.Parse<Audience>(Text(destination["audience"]), ignoreCase: true)),
            Language = Enum.Parse<Language>(Text(label["language"]), ignoreCase: true),
        };
        var scanner = new DraftScanner(ShippedRules.RuleSet);
        var draft = new Draft([.. parts.Select(part => new DraftPart(part.Name, KindOf(part.Name), part.Marked.Text))]);

        var result = scanner.Scan(draft, options);

        var labels = Items(label["findings"]).ToList();
        spans.Should().HaveSameCount(labels, "each marked span has a label");
        var found = result.Findings.Select((finding, index) => Told(finding.Rule.InfoType, finding.Part, finding.Span,
            index < labels.Count && !labels[index].Children.ContainsKey("confidence") ? null : JsonNamingPolicy.CamelCase.ConvertName(finding.Confidence.ToString())));
        found.Should().Equal(expected, Text(label["title"]));
        result.Verdict.Should().Be(Enum.Parse<Verdict>(Text(label["verdict"]), ignoreCase: true), Text(label["title"]));

        var redacted = result.Redacted.ToDictionary(part => part.Part, part => part.Text, StringComparer.Ordinal);
        var clean = draft.Parts.Select(part => part with { Text = redacted.GetValueOrDefault(part.Name, part.Text) });
        scanner.Scan(new Draft([.. clean]), options).Findings.Should().BeEmpty("a redacted draft holds no finding");
    }

    private static string Told(string infoType, string part, TextSpan span, string? confidence) => $"{infoType} in {part} at {span} {confidence}".TrimEnd();

    private static DraftPartKind KindOf(string name) => name.Split('-')[0] switch
    {
        "title" => DraftPartKind.Title,
        "post" => DraftPartKind.Post,
        "link" => DraftPartKind.Link,
        "image" => DraftPartKind.ImageDescription,
        "text" => DraftPartKind.Text,
        _ => throw new ArgumentException($"A draft has no part of kind '{name}'.", nameof(name)),
    };

    private static YamlMappingNode Read(string path)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(path)));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static IEnumerable<YamlMappingNode> Items(YamlNode node) => ((YamlSequenceNode)node).Children.Cast<YamlMappingNode>();

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;
}
