namespace Dlp.Documents;

/// <content>The places that have no number and no name of their own: one of each is enough.</content>
internal sealed partial record Place
{
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

    // Beside a file, in its own bytes.
    public static Place BeforeTheArchive { get; } = new("before the archive", "avant l'archive");

    public static Place BehindTheArchive { get; } = new("behind the archive", "derrière l'archive");

    public static Place BeforeTheDocument { get; } = new("before the document", "avant le document");

    public static Place BehindTheDocument { get; } = new("behind the document", "derrière le document");

    public static Place BehindTheImage { get; } = new("behind the image", "derrière l'image");

    // What a file says of itself.
    public static Place People { get; } = new("people", "personnes");

    public static Place SensitivityLabel { get; } = new("sensitivity label", "étiquette de confidentialité");

    public static Place RemovedSensitivityLabel { get; } = new("removed sensitivity label", "étiquette de confidentialité retirée");

    public static Place SomeMetadata { get; } = new("metadata", "métadonnées");

    public static Place SomeProperty { get; } = new("property", "propriété");

    public static Place Properties { get; } = new("properties", "propriétés");
}
