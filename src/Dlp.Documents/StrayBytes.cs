using Dlp.Documents.FileTypes;
using Dlp.Documents.PlainText;

namespace Dlp.Documents;

/// <summary>
/// What stands before or behind a file in its own bytes, where the programs that open it do not look: one file can be two. A file of a known kind is a part of its own, a text is text of the file.
/// </summary>
internal static class StrayBytes
{
    /// <summary>Reads them.</summary>
    /// <param name="file">The file beside which they stand.</param>
    /// <param name="place">Where they stand; also what their part is called.</param>
    /// <param name="bytes">Zeros and white space fill up, and are nothing.</param>
    /// <param name="unknown">Said of the file when nobody knows what they are; null when they may be the format's own.</param>
    /// <param name="isPart">Whether a text is a part of its own too: beside an image, which has none.</param>
    public static void Read(OpenedFile file, Place place, ReadOnlyMemory<byte> bytes, LocalizedText? unknown, bool isPart = false)
    {
        if (bytes.Span.IndexOfAnyExcept(" \t\r\n\0"u8) < 0)
            return;
        var text = FileType.Of(bytes.Span) is null && TextDecoder.Decode(bytes.Span) is var decoded && OddCharacters.Count(decoded) == 0 ? decoded : null;
        if (text is not null && !isPart)
            file.Text.Add(place, text);
        else if (text is not null || FileType.Of(bytes.Span) is not null)
            file.ReadEmbedded(place.Name.En, bytes);
        else if (unknown is not null)
            file.Text.Miss(unknown);
    }
}
