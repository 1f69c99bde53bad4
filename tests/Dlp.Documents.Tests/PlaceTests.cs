using System.Reflection;
using Dlp.Documents.Rtf;

namespace Dlp.Documents.Tests;

/// <summary>Readers name places by <see cref="Place"/> only, so that what it can make is all that there is.</summary>
public sealed class PlaceTests
{
    private const BindingFlags Ours = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>What is the same word in both languages.</summary>
    private static readonly string[] Same = ["annotation", "image", "JavaScript", "macro", "note", "script", "section", "style", "macro 3", "page 3", "image 3", "journal 3"];

    [Fact]
    public void Only_the_class_itself_can_make_a_place() => typeof(Place).GetConstructors().Should().BeEmpty();

    [Fact]
    public void Every_place_has_a_name_in_English_and_one_in_French()
    {
        var names = All().Select(place => place.Name).ToList();

        names.Should().HaveCountGreaterThan(100).And.OnlyContain(name => !string.IsNullOrWhiteSpace(name.En) && !string.IsNullOrWhiteSpace(name.Fr));
        names.Where(name => name.En == name.Fr).Select(name => name.En).Distinct().Should().BeEquivalentTo(Same);
        names.Should().OnlyContain(name => name.Fr.Count(letter => letter == ':') == name.Fr.Split(" : ").Length - 1, "a colon has a space before it in French");
    }

    [Theory]
    [InlineData(nameof(Visibility.Hidden), "sheet Q3 (hidden), B12, comment", "feuille Q3 (masquée), cellule B12, commentaire")]
    [InlineData(nameof(Visibility.VeryHidden), "sheet Q3 (very hidden), B12, comment", "feuille Q3 (très masquée), cellule B12, commentaire")]
    [InlineData(nameof(Visibility.HiddenRow), "sheet Q3 (hidden row), B12, comment", "feuille Q3 (ligne masquée), cellule B12, commentaire")]
    [InlineData(nameof(Visibility.HiddenColumn), "sheet Q3 (hidden column), B12, comment", "feuille Q3 (colonne masquée), cellule B12, commentaire")]
    public void A_place_says_what_it_lies_in_and_whether_that_is_seen(string visibility, string english, string french) =>
        Place.Comment.In(Place.Sheet("Q3", Enum.Parse<Visibility>(visibility)).At("B12")).Name.Should().Be(new LocalizedText(english, french));

    [Theory]
    [InlineData("Author", "métadonnées : auteur")]
    [InlineData("author", "métadonnées : auteur")]
    [InlineData("Dossier RH", "métadonnées : Dossier RH")]
    [InlineData("a\nb", "métadonnées : ab")]
    public void Metadata_that_everybody_knows_are_named_in_French_and_others_as_the_file_names_them(string name, string french) =>
        Place.Metadata(name).Name.Fr.Should().Be(french);

    [Fact]
    public void All_metadata_of_rich_text_are_named_in_French() =>
        RtfDestinations.All.Values.Where(destination => destination.Place?.Name.En.StartsWith("metadata: ", StringComparison.Ordinal) == true)
            .Should().NotBeEmpty().And.OnlyContain(destination => MetadataNames.InFrench(destination.Place!.Name.En.Substring("metadata: ".Length)) != null);

    [Fact]
    public async Task Every_place_in_the_samples_has_a_French_name()
    {
        // Named by what is the same in both languages, or by a file.
        string[] same = [.. Same[..^4], "page 1", "page 2", "page 3", "page 2, annotation"];
        var places = new List<LocalizedText>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "samples")))
        {
            foreach (var part in await new AttachmentReader().ReadAsync(Path.GetFileName(path), await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken))
                places.AddRange(part.Places.Select(place => place.Location));
        }

        places.Should().HaveCountGreaterThan(100);
        places.Where(place => place.En == place.Fr).Select(place => place.En).Distinct().Except(same).Should().BeEmpty();
    }

    /// <summary>All properties, and what all methods make of a number or a name.</summary>
    private static IEnumerable<Place> All() =>
        typeof(Place).GetProperties(Ours).Where(property => property.PropertyType == typeof(Place)).Select(property => (Place)property.GetValue(null)!)
            .Concat(typeof(Place).GetMethods(Ours).Where(method => method.ReturnType == typeof(Place) && !method.IsSpecialName).Select(Made))
            .Concat(new[] { "VEVENT", "VTODO", "VJOURNAL", "VCARD" }.Select(component => Place.Component(component, 3)))
            .Append(Place.Page(3).AsImage().In(Place.Body));

    private static Place Made(MethodInfo method) => (Place)method.Invoke(null, [.. method.GetParameters().Select(parameter =>
        parameter.ParameterType == typeof(int) ? 3 : parameter.ParameterType == typeof(string) ? "3" : parameter.ParameterType == typeof(bool) ? true : (object)Visibility.Hidden)])!;
}
