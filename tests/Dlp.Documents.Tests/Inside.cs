using CsCheck;

namespace Dlp.Documents.Tests;

/// <summary>Reads a file with the files inside it.</summary>
internal static class Inside
{
    public static async Task<IReadOnlyList<DraftPart>> ReadAsync(byte[] content, AttachmentOptions? options = null) =>
        await new AttachmentReader(options).ReadAsync("q3", content, TestContext.Current.CancellationToken);

    public static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", name));

    /// <summary>Reads damaged versions of a file; whatever they are, there are parts, and what is not read is said.</summary>
    public static async Task SurvivesDamageAsync(byte[] valid, int times) =>
        await Flip.Of(valid).SampleAsync(async bytes =>
        {
            var parts = await new AttachmentReader(new AttachmentOptions { MaxCharacters = 1_000_000 }).ReadAsync("q3", bytes);
            return parts.Count > 0 && parts.All(part => part.Status == PartStatus.Scanned || part.Said() is not null);
        }, iter: times);
}
