namespace Dlp.Documents.Tests;

/// <summary>Short ways to read a file that holds others.</summary>
internal static class Parts
{
    public static Task<IReadOnlyList<DraftPart>> ReadAsync(string name, byte[] content, AttachmentOptions? options = null) =>
        new AttachmentReader(options).ReadAsync(name, content, TestContext.Current.CancellationToken);

    /// <summary>What is told of a part, in English; whatever is told is told in French too.</summary>
    public static string? Said(this DraftPart part)
    {
        part.Detail?.Fr.Should().NotBeNullOrWhiteSpace().And.NotBe(part.Detail.En);
        return part.Detail?.En;
    }

    /// <summary>The one part whose name ends so.</summary>
    public static DraftPart Named(this IReadOnlyList<DraftPart> parts, string end) =>
        parts.Should().ContainSingle(part => part.Name.EndsWith(end, StringComparison.Ordinal), "the parts are {0}", string.Join(" | ", parts.Select(part => part.Name))).Subject;
}
