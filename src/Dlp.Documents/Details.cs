namespace Dlp.Documents;

/// <summary>Wordings that several readers need.</summary>
internal static class Details
{
    public static LocalizedText NeedsPassword { get; } = new("it needs a password", "il faut un mot de passe pour l'ouvrir");

    public static LocalizedText AllNeedPassword { get; } = new("every file in it needs a password", "il faut un mot de passe pour ouvrir chacun de ses fichiers");

    public static LocalizedText CannotBeOpened { get; } = new("it could not be opened: the file is damaged", "il n'a pas pu être ouvert : le fichier est endommagé");

    public static LocalizedText ReadingFailed { get; } = new("reading it failed: the file is damaged", "sa lecture a échoué : le fichier est endommagé");

    public static LocalizedText TooMuchMemory { get; } = new("it asks for more memory than there is", "il demande plus de mémoire qu'il n'y en a");

    public static LocalizedText TooMuchDecoded { get; } = new(
        "the attachment holds more than the limit of decompressed bytes; the rest was not read",
        "la pièce jointe dépasse la limite d'octets décompressés ; le reste n'a pas été lu");

    public static LocalizedText UnreadMethod { get; } = new("it is compressed by a method that is not read", "il est compressé par une méthode qui n'est pas lue");

    public static LocalizedText NoTextRecognition { get; } = new("no text recognition (OCR) is installed", "aucune reconnaissance de texte (OCR) n'est installée");

    /// <summary>Of an archive, or of what else holds files.</summary>
    public static LocalizedText TooManyFiles(AttachmentOptions options) => new(
        $"it holds more than the limit of {Format.Count(options.MaxEntries)} files; the others were not read",
        $"il contient plus de fichiers que la limite de {Format.Count(options.MaxEntries, Language.Fr)} ; les autres n'ont pas été lus");

    /// <summary>Of a document.</summary>
    public static LocalizedText TooManyParts(AttachmentOptions options) => new(
        $"it holds more than the limit of {Format.Count(options.MaxEntries)} parts; the others were not read",
        $"il contient plus d'éléments que la limite de {Format.Count(options.MaxEntries, Language.Fr)} ; les autres n'ont pas été lus");

    /// <summary>Something about a part of a document.</summary>
    public static LocalizedText OfPart(LocalizedText detail) => new($"of a part of it: {detail.En}", $"un de ses éléments : {detail.Fr}");

    /// <summary>Something about an entry of an archive.</summary>
    public static LocalizedText OfEntry(LocalizedText detail) => new($"of an entry: {detail.En}", $"un de ses fichiers : {detail.Fr}");

    /// <summary>Something about a thing that is named first.</summary>
    public static LocalizedText Of(LocalizedText thing, LocalizedText detail) => new($"{thing.En}: {detail.En}", $"{thing.Fr} : {detail.Fr}");
}
