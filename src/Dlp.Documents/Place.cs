using Dlp.Documents.Office;

namespace Dlp.Documents;

/// <summary>
/// Where text stands in a file, in both languages. Every wording is in here and readers can make no other, so that no place has a name in one language only. What a file
/// itself calls something (a sheet, a property, a macro) stays as it is.
/// </summary>
internal sealed record Place
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

    // The document.
    public static Place Body { get; } = new("body", "corps du texte");

    public static Place Header { get; } = new("header", "en-tête");

    public static Place Footer { get; } = new("footer", "pied de page");

    public static Place HeaderOrFooter { get; } = new("header or footer", "en-tête ou pied de page");

    public static Place Footnote { get; } = new("footnote", "note de bas de page");

    public static Place Endnote { get; } = new("endnote", "note de fin");

    public static Place Comment { get; } = new("comment", "commentaire");

    public static Place Note { get; } = new("note", "note");

    public static Place Table { get; } = new("table", "tableau");

    public static Place TextBox { get; } = new("text box", "zone de texte");

    public static Place TextBoxInHeader { get; } = new("text box in a header", "zone de texte d'un en-tête");

    public static Place HiddenText { get; } = new("hidden text", "texte masqué");

    public static Place DeletedText { get; } = new("deleted text", "texte supprimé");

    public static Place EarlierVersion { get; } = new("earlier version", "version antérieure");

    public static Place Field { get; } = new("field", "champ");

    public static Place FormField { get; } = new("form field", "champ de formulaire");

    public static Place GivenName { get; } = new("name", "nom");

    public static Place Bookmark { get; } = new("bookmark", "signet");

    public static Place Link { get; } = new("link", "lien");

    public static Place IndexEntry { get; } = new("index entry", "entrée d'index");

    public static Place TableOfContents { get; } = new("table of contents", "table des matières");

    public static Place TableOfContentsEntry { get; } = new("table of contents entry", "entrée de table des matières");

    public static Place Section { get; } = new("section", "section");

    public static Place Numbering { get; } = new("numbering", "numérotation");

    public static Place BuildingBlock { get; } = new("building block", "bloc de construction");

    public static Place DocumentVariable { get; } = new("document variable", "variable de document");

    public static Place MailMerge { get; } = new("mail merge", "publipostage");

    public static Place CustomXml { get; } = new("custom XML", "XML personnalisé");

    public static Place SettingsOfProgram { get; } = new("settings of a program", "réglages d'un programme");

    public static Place Macro { get; } = new("macro", "macro");

    public static Place MacroProject { get; } = new("macro project", "projet de macros");

    // What is drawn, and what lies in the document.
    public static Place Image { get; } = new("image", "image");

    public static Place Picture { get; } = new("picture", "image");

    public static Place PictureOfObject { get; } = new("picture of an embedded object", "image d'un objet incorporé");

    public static Place QrCode { get; } = new("QR code", "code QR");

    public static Place BarCode { get; } = new("bar code", "code-barres");

    public static Place Shape { get; } = new("shape", "forme");

    public static Place Drawing { get; } = new("drawing", "dessin");

    public static Place Diagram { get; } = new("diagram", "diagramme");

    public static Place Chart { get; } = new("chart", "graphique");

    public static Place AltText { get; } = new("alt text", "texte de remplacement");

    public static Place Watermark { get; } = new("watermark", "filigrane");

    public static Place EmbeddedFile { get; } = new("embedded file", "fichier incorporé");

    public static Place EmbeddedObject { get; } = new("embedded object", "objet incorporé");

    public static Place LinkedObject { get; } = new("linked object", "objet lié");

    // Slides.
    public static Place SomeSlide { get; } = new("slide", "diapositive");

    public static Place UnlistedSlide { get; } = new("unlisted slide", "diapositive non listée");

    public static Place UnlistedOrEarlierSlide { get; } = new("unlisted or earlier slide", "diapositive non listée ou antérieure");

    public static Place SpeakerNotes { get; } = new("notes", "notes du présentateur");

    public static Place Presentation { get; } = new("presentation", "présentation");

    public static Place Master { get; } = new("master", "masque");

    public static Place MasterPage { get; } = new("master page", "page maîtresse");

    public static Place SlideMaster { get; } = new("slide master", "masque des diapositives");

    public static Place SlideLayout { get; } = new("slide layout", "disposition de diapositive");

    public static Place HandoutMaster { get; } = new("handout master", "masque du document");

    public static Place Tag { get; } = new("tag", "balise");

    // Workbooks.
    public static Place Workbook { get; } = new("workbook", "classeur");

    public static Place SomeSheet { get; } = new("sheet", "feuille");

    public static Place UnlistedSheet { get; } = new("unlisted sheet", "feuille non listée");

    public static Place SheetName { get; } = new("sheet name", "nom de feuille");

    public static Place SomeCell { get; } = new("cell", "cellule");

    public static Place StringOfNoCell { get; } = new("string of no cell", "texte qu'aucune cellule ne montre");

    public static Place Formula { get; } = new("formula", "formule");

    public static Place Prompt { get; } = new("prompt", "message de saisie");

    public static Place DataValidation { get; } = new("data validation", "validation des données");

    public static Place ConditionalFormat { get; } = new("conditional format", "mise en forme conditionnelle");

    public static Place Scenario { get; } = new("scenario", "scénario");

    public static Place Filter { get; } = new("filter", "filtre");

    public static Place ProtectedRange { get; } = new("protected range", "plage protégée");

    public static Place Control { get; } = new("control", "contrôle");

    public static Place DefinedName { get; } = new("defined name", "nom défini");

    public static Place ExternalName { get; } = new("external name", "nom externe");

    public static Place ExternalLink { get; } = new("external link", "lien externe");

    public static Place ExternalValues { get; } = new("external values", "valeurs externes");

    public static Place Connection { get; } = new("connection", "connexion");

    public static Place DataConnection { get; } = new("data connection", "connexion de données");

    public static Place PivotCache { get; } = new("pivot cache", "cache de tableau croisé dynamique");

    public static Place PhoneticGuide { get; } = new("phonetic guide", "guide phonétique");

    public static Place PhoneticText { get; } = new("phonetic text", "texte phonétique");

    // PDF.
    public static Place Annotation { get; } = new("annotation", "annotation");

    public static Place JavaScript { get; } = new("JavaScript", "JavaScript");

    public static Place XfaForm { get; } = new("XFA form", "formulaire XFA");

    public static Place PageLabel { get; } = new("page label", "étiquette de page");

    // Messages, calendars and contacts.
    public static Place Subject { get; } = new("subject", "objet");

    public static Place From { get; } = new("from", "expéditeur");

    public static Place To { get; } = new("to", "destinataire");

    public static Place Cc { get; } = new("cc", "copie");

    public static Place Bcc { get; } = new("bcc", "copie cachée");

    public static Place Headers { get; } = new("headers", "en-têtes");

    public static Place Attachment { get; } = new("attachment", "pièce jointe");

    public static Place DeliveryReport { get; } = new("delivery report", "avis de remise");

    public static Place PartDescription { get; } = new("part description", "description d'une partie");

    public static Place TextBeforeParts { get; } = new("text before the parts", "texte avant les parties");

    public static Place TextBehindParts { get; } = new("text behind the parts", "texte après les parties");

    // Web pages.
    public static Place Title { get; } = new("title", "titre");

    public static Place Attribute { get; } = new("attribute", "attribut");

    public static Place Script { get; } = new("script", "script");

    public static Place Style { get; } = new("style", "style");

    // What a file says of itself.
    public static Place People { get; } = new("people", "personnes");

    public static Place SensitivityLabel { get; } = new("sensitivity label", "étiquette de confidentialité");

    public static Place RemovedSensitivityLabel { get; } = new("removed sensitivity label", "étiquette de confidentialité retirée");

    public static Place SomeMetadata { get; } = new("metadata", "métadonnées");

    public static Place SomeProperty { get; } = new("property", "propriété");

    public static Place Properties { get; } = new("properties", "propriétés");

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

/// <summary>Whether a sheet, a slide or a cell is seen.</summary>
internal enum Visibility
{
    Shown,
    Hidden,

    /// <summary>Only a macro can show it.</summary>
    VeryHidden,
    HiddenRow,
    HiddenColumn,
}
