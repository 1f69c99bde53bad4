namespace Dlp.Documents;

/// <summary>
/// How the pixels of images are read. Text is recognised by the command of Tesseract, where it is installed; without it, and without a word of
/// it in <see cref="Command"/>, images are <see cref="PartStatus.Partial"/> or <see cref="PartStatus.Unsupported"/> with the cause
/// <see cref="UnreadCause.NoOcr"/>.
/// </summary>
public sealed record OcrOptions
{
    /// <summary>The command of Tesseract 4 or newer: a name, which is looked for in <c>PATH</c>, or a path.</summary>
    /// <value>Null recognises no text, wherever it is installed; default: <c>tesseract</c>.</value>
    public string? Command { get; init; } = "tesseract";

    /// <summary>Languages to recognise, as Tesseract names its data. Those that are not installed are left out; when none is, the first that is installed is taken.</summary>
    /// <value>One or more; default: <c>fra</c>, <c>eng</c>.</value>
    public IReadOnlyList<string> Languages { get; init; } = ["fra", "eng"];

    /// <summary>Folder of the languages' data (<c>--tessdata-dir</c>).</summary>
    /// <value>Default: null, the folder that Tesseract was built with.</value>
    public string? DataPath { get; init; }

    /// <summary>The command that makes PNG images of HEIC and AVIF images: <c>heif-dec</c> or <c>heif-convert</c> of libheif. The first that is found is taken.</summary>
    /// <value>Names or paths; empty leaves the pixels of such images unread; default: <c>heif-dec</c>, <c>heif-convert</c>.</value>
    public IReadOnlyList<string> HeifCommands { get; init; } = ["heif-dec", "heif-convert"];

    /// <summary>The command that makes PNG images of JPEG 2000 images, also of those in PDF documents: <c>opj_decompress</c> of OpenJPEG.</summary>
    /// <value>A name or a path; null leaves the pixels of such images unread; default: <c>opj_decompress</c>.</value>
    public string? Jpeg2000Command { get; init; } = "opj_decompress";

    /// <summary>Most pixels of an image that is decoded; a larger one is not.</summary>
    /// <value>1 to 200,000,000; default: 50,000,000.</value>
    public int MaxPixels { get; init; } = 50_000_000;

    /// <summary>Most images of one attachment whose pixels are read, frames and scanned pages counted each, at all depths together.</summary>
    /// <value>0 to 10,000; default: 20.</value>
    public int MaxImages { get; init; } = 20;

    /// <summary>Images narrower than this are doubled before their text is recognised: letters on a screen are too small otherwise.</summary>
    /// <value>0 to 10,000 pixels; default: 2,600.</value>
    public int DoubleBelowWidth { get; init; } = 2_600;

    /// <summary>How many processes of Tesseract run at once.</summary>
    /// <value>1 to 64; default: 2.</value>
    public int MaxProcesses { get; init; } = 2;

    /// <summary>
    /// Most processor time for an image, to which <see cref="TimeoutPerMegapixel"/> is added: a machine that has much else to do costs no image its text.
    /// </summary>
    /// <value>10 milliseconds to 1 hour; default: 2 seconds.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Processor time that each million pixels adds, counted after doubling.</summary>
    /// <value>0 to 1 hour; default: 1 second.</value>
    public TimeSpan TimeoutPerMegapixel { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How many times the processor time that it may use an image may take by the clock: on a busy machine Tesseract waits for its turn, and one that does
    /// nothing at all uses no processor. The time of the whole attachment (<see cref="AttachmentOptions.Timeout"/>) ends it too.
    /// </summary>
    /// <value>1 to 100; default: 2.</value>
    public int MaxSlowdown { get; init; } = 2;

    /// <summary>What is wrong with the options, and how to put it right; empty when nothing is.</summary>
    internal IEnumerable<string> Faults()
    {
        if (Languages is not { Count: > 0 } || Languages.Any(language => !IsLanguage(language)))
            yield return $"{nameof(Languages)} are not names of Tesseract's data; name one or more, such as fra and eng.";
        if (MaxPixels is < 1 or > 200_000_000)
            yield return $"{nameof(MaxPixels)} is {MaxPixels}; set it between 1 and 200,000,000 pixels.";
        if (MaxImages is < 0 or > 10_000)
            yield return $"{nameof(MaxImages)} is {MaxImages}; set it between 0 and 10,000 images.";
        if (DoubleBelowWidth is < 0 or > 10_000)
            yield return $"{nameof(DoubleBelowWidth)} is {DoubleBelowWidth}; set it between 0 and 10,000 pixels.";
        if (MaxProcesses is < 1 or > 64)
            yield return $"{nameof(MaxProcesses)} is {MaxProcesses}; set it between 1 and 64 processes.";
        if (Timeout < TimeSpan.FromMilliseconds(10) || Timeout > TimeSpan.FromHours(1))
            yield return $"{nameof(Timeout)} is {Timeout}; set it between 10 milliseconds and 1 hour.";
        if (TimeoutPerMegapixel < TimeSpan.Zero || TimeoutPerMegapixel > TimeSpan.FromHours(1))
            yield return $"{nameof(TimeoutPerMegapixel)} is {TimeoutPerMegapixel}; set it between 0 and 1 hour.";
        if (MaxSlowdown is < 1 or > 100)
            yield return $"{nameof(MaxSlowdown)} is {MaxSlowdown}; set it between 1 and 100.";
    }

    private static bool IsLanguage(string? name) => name is { Length: > 0 } && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '/');
}
