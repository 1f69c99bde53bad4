namespace Dlp.Documents.Archives;

/// <summary>A limit was reached while decompressing.</summary>
internal sealed class UnpackingLimitException(LocalizedText detail) : Exception(detail.En)
{
    /// <summary>What to tell people.</summary>
    public LocalizedText Detail { get; } = detail;
}
