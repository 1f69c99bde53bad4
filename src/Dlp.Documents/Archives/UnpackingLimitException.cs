namespace Dlp.Documents.Archives;

/// <summary>A limit was reached while decompressing; the message is the detail for people.</summary>
internal sealed class UnpackingLimitException(string detail) : Exception(detail);
