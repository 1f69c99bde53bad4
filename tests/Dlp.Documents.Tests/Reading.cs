namespace Dlp.Documents.Tests;

/// <summary>Short ways to read one file.</summary>
internal static class Reading
{
    public static async Task<DraftPart> ReadAsync(byte[] content, AttachmentOptions? options = null)
    {
        var parts = await new AttachmentReader(options).ReadAsync("q3.bin", content, TestContext.Current.CancellationToken);
        return parts.Should().ContainSingle().Subject;
    }

    /// <summary>The parts of a file that holds others.</summary>
    public static Task<IReadOnlyList<DraftPart>> ReadAllAsync(byte[] content, AttachmentOptions? options = null) =>
        new AttachmentReader(options).ReadAsync("q3.bin", content, TestContext.Current.CancellationToken);

    public static Task<DraftPart> ReadSampleAsync(string name) => ReadAsync(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", name)));

    /// <summary>The parts of a sample that holds others.</summary>
    public static Task<IReadOnlyList<DraftPart>> ReadSampleAsAllAsync(string name) => ReadAllAsync(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", name)));

    /// <summary>The English name of the place in which <paramref name="value"/> stands.</summary>
    public static string? LocationOf(this DraftPart part, string value)
    {
        part.Text.Should().Contain(value);
        return part.LocationOf(part.Text.IndexOf(value, StringComparison.Ordinal))?.En;
    }
}
