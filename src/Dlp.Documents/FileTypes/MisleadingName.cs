using System.Buffers;
using System.Collections.Frozen;

namespace Dlp.Documents.FileTypes;

/// <summary>A name that says another kind of file than its content is: by mistake, or to slip past those who look at names.</summary>
internal static class MisleadingName
{
    /// <summary>What to tell of a name that turns the direction of writing.</summary>
    public static readonly LocalizedText Turned = new(
        "its name holds characters that turn the direction of writing, which can hide how it ends",
        "son nom contient des caractères qui inversent le sens de l'écriture, ce qui peut cacher sa fin");

    /// <summary>Kinds that people and programs take for one another without harm.</summary>
    private enum Family
    {
        Pdf,
        Image,
        AudioOrVideo,
        Office,
        Archive,
        Written,

        /// <summary>Programs, databases, fonts: no name of the others is theirs.</summary>
        Other,
    }

    private static readonly SearchValues<char> Turning = SearchValues.Create("\u202A\u202B\u202D\u202E\u2066\u2067\u2068");

    private static readonly FrozenDictionary<string, Family> ByExtension = new Dictionary<Family, string>
    {
        [Family.Pdf] = "pdf",
        [Family.Image] = "png jpg jpeg jpe gif webp tif tiff heic heif avif bmp ico jp2 jxl psd",
        [Family.AudioOrVideo] = "mp3 m4a wav flac ogg oga aac wma aiff mp4 m4v mov avi mkv webm wmv mpg mpeg flv",
        [Family.Office] = "doc dot docx docm dotx dotm xls xlt xlsx xlsm xlsb xltx xltm ppt pps pptx pptm ppsx ppsm potx potm odt ods odp odg ott ots otp rtf msg",
        [Family.Archive] = "zip 7z rar tar gz tgz bz2 tbz tbz2 xz txz zst tzst lz4 lz deb cab iso",
        [Family.Written] = "txt csv tsv md log json yaml yml ini cfg conf sql css js py cs java htm html xhtml xml svg eml mbox ics vcf mht mhtml",
    }.SelectMany(family => family.Value.Split(' ').Select(extension => (extension, family.Key)))
        .ToFrozenDictionary(pair => pair.extension, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>What to tell of a name that says another kind of file; null when it fits, or says nothing.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="type">What it is; null for plain text.</param>
    public static LocalizedText? OtherKind(string name, FileType? type)
    {
        var extension = Path.GetExtension(name).TrimStart('.');
        return ByExtension.TryGetValue(extension, out var named) && Of(type) is { } actual && actual != named
            ? Differs(extension.ToLowerInvariant(), type?.Name ?? new("plain text", "texte brut"))
            : null;
    }

    private static LocalizedText Differs(string extension, LocalizedText kind) => new(
        $"its name ends in .{extension}, but it is another kind of file: {kind.En}",
        $"son nom se termine par .{extension}, mais c'est un autre type de fichier : {kind.Fr}");

    /// <summary>Whether the name holds overrides of Unicode's bidirectional algorithm (UAX #9, 2.2).</summary>
    public static bool TurnsWriting(string name) => name.AsSpan().IndexOfAny(Turning) >= 0;

    private static Family? Of(FileType? type) => type?.Kind switch
    {
        null => Family.Written,
        FileKind.Pdf => Family.Pdf,
        FileKind.Image => Family.Image,
        FileKind.AudioOrVideo => Family.AudioOrVideo,
        FileKind.Word or FileKind.Excel or FileKind.PowerPoint or FileKind.OpenDocument or FileKind.OldWord or FileKind.OldExcel or FileKind.OldPowerPoint
            or FileKind.Rtf or FileKind.OutlookMessage or FileKind.CompoundFile => Family.Office,
        FileKind.Zip or FileKind.SevenZip or FileKind.Rar or FileKind.Tar or FileKind.Gzip or FileKind.Bzip2 or FileKind.Xz or FileKind.Zstandard
            or FileKind.Lz4 or FileKind.Lzip or FileKind.Compress or FileKind.Ar or FileKind.Cabinet or FileKind.DiscImage => Family.Archive,
        FileKind.Mail or FileKind.Mailbox or FileKind.Calendar or FileKind.Contacts or FileKind.Html or FileKind.Svg or FileKind.Xml or FileKind.FlatOffice => Family.Written,
        FileKind.Other => type.Description switch
        {
            "Word 2 document" => Family.Office,
            "ZIP archive in several volumes" => Family.Archive,
            "PostScript document" => null,
            _ => Family.Other,
        },
        _ => null,
    };
}
