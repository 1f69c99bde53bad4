using Dlp.Documents.Office;

namespace Dlp.Documents;

/// <summary>
/// Where text stands in a file, in both languages. Every wording is in here and in the list of those that are always the same, and readers can make no other, so that no
/// place has a name in one language only. What a file itself calls something (a sheet, a property, a macro) stays as it is.
/// </summary>
internal sealed partial record Place
{
    private Place(string en, string fr, string? cell = null)
        : this(new LocalizedText(en, fr), cell)
    {
    }

    private Place(LocalizedText area, string? cell) => (Area, Cell) = (area, cell);

    /// <summary>The place, or the sheet in which <see cref="Cell"/> lies: held once for all its cells.</summary>
    public LocalizedText Area { get; }

    /// <summary><c>B12</c>; null when it is no cell.</summary>
    public string? Cell { get; }

    /// <summary>The whole place: <c>sheet Q3 (hidden), B12</c>.</summary>
    public LocalizedText Name => new PartPlace(0, Area, Cell).Location;

    /// <summary><c>page 3</c>.</summary>
    public static Place Page(int number) => new($"page {number}", $"page {number}");

    /// <summary>One picture of an animation or of an icon: <c>frame 3</c>.</summary>
    public static Place Frame(int number) => new($"frame {number}", $"vue {number}");

    /// <summary>One image of a file that holds several: <c>image 3</c>.</summary>
    public static Place NumberedImage(int number) => new($"image {number}", $"image {number}");

    /// <summary><c>slide 4 (hidden)</c>.</summary>
    public static Place Slide(int number, bool isHidden = false) => new Place($"slide {number}", $"diapositive {number}").Marked(isHidden ? Visibility.Hidden : Visibility.Shown);

    /// <summary><c>sheet Q3 (hidden)</c>.</summary>
    public static Place Sheet(string name, Visibility visibility = Visibility.Shown) => Named("sheet ", "feuille ", name).Marked(visibility);

    /// <summary><c>macro Module1</c>.</summary>
    public static Place MacroModule(string name) => Named("macro ", "macro ", name);

    /// <summary>A part of a document that is none of a known kind, by the name of its file.</summary>
    public static Place Part(string name) => Named("part ", "élément ", name);

    /// <summary><c>metadata: Author</c>, <c>métadonnées : auteur</c>.</summary>
    public static Place Metadata(string name) =>
        MetadataNames.InFrench(name) is { } french ? new($"metadata: {name}", $"métadonnées : {french}") : Named("metadata: ", "métadonnées : ", name);

    /// <summary>A property that the author of a document named.</summary>
    public static Place CustomProperty(string name) => Named("custom property: ", "propriété personnalisée : ", name);

    /// <summary>A property of a message.</summary>
    public static Place Property(string name) => Named("property: ", "propriété : ", name);

    /// <summary>A header of a message: <c>header: Subject</c>.</summary>
    public static Place MailHeader(string field) => Named("header: ", "en-tête : ", field);

    /// <summary>The body in another form than plain text: <c>body (HTML)</c>.</summary>
    public static Place BodyAs(string subtype) => Body.Marked(subtype, subtype);

    /// <summary>A component of a calendar or a contact ([RFC 5545] 3.6; RFC 6350, 6.1.1).</summary>
    public static Place Component(string name, int number) => name.ToUpperInvariant() switch
    {
        "VEVENT" => new($"event {number}", $"événement {number}"),
        "VTODO" => new($"task {number}", $"tâche {number}"),
        "VJOURNAL" => new($"journal {number}", $"journal {number}"),
        "VCARD" => new($"card {number}", $"fiche {number}"),
        _ => new($"entry {number}", $"entrée {number}"),
    };

    /// <summary>A cell of this sheet.</summary>
    public Place At(string cell) => new(Area, cell);

    /// <summary>What it is, in a wider place: <c>slide 4, chart</c>; itself when there is none.</summary>
    public Place In(Place? outer) => outer?.Name is { } wider ? new($"{wider.En}, {Name.En}", $"{wider.Fr}, {Name.Fr}") : this;

    /// <summary>The pixels of what it names: <c>page 3 (image)</c>.</summary>
    public Place AsImage() => Marked("image", "image");

    /// <summary>Says when it is not shown.</summary>
    public Place Marked(Visibility visibility) => visibility switch
    {
        Visibility.Hidden => Marked("hidden", "masquée"),
        Visibility.VeryHidden => Marked("very hidden", "très masquée"),
        Visibility.HiddenRow => Marked("hidden row", "ligne masquée"),
        Visibility.HiddenColumn => Marked("hidden column", "colonne masquée"),
        _ => this,
    };

    /// <summary>With what the file calls it behind.</summary>
    private static Place Named(string en, string fr, string name)
    {
        var clean = PropertiesText.Clean(name);
        return new(en + clean, fr + clean);
    }

    private Place Marked(string en, string fr) => new($"{Name.En} ({en})", $"{Name.Fr} ({fr})");
}
