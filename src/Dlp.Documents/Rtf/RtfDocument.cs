namespace Dlp.Documents.Rtf;

/// <summary>What a rich text holds, in its order.</summary>
internal sealed class RtfDocument
{
    /// <summary>Text by place.</summary>
    public List<(Place Place, string Text)> Texts { get; } = [];

    /// <summary>Objects and pictures.</summary>
    public List<RtfObject> Objects { get; } = [];

    /// <summary>Something was nested too deeply or over the budget.</summary>
    public bool IsIncomplete { get; set; }

    /// <summary>It ends before its groups do.</summary>
    public bool IsCut { get; set; }

    /// <summary>Reads a document; never fails, whatever the bytes.</summary>
    /// <param name="content">The document.</param>
    /// <param name="budget">Pays for what is written in hexadecimal.</param>
    /// <param name="maxCharacters">Reading ends after so many.</param>
    /// <param name="token">Looked at while reading.</param>
    public static RtfDocument Parse(ReadOnlyMemory<byte> content, AttachmentBudget budget, int maxCharacters, CancellationToken token)
    {
        var document = new RtfDocument();
        new RtfParser(document, budget, maxCharacters, token).Parse(content.Span);
        return document;
    }
}

/// <summary>A file inside a rich text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record RtfObject(RtfObjectKind Kind, ReadOnlyMemory<byte> Content);

/// <summary>What a file inside a rich text is.</summary>
internal enum RtfObjectKind
{
    /// <summary>An OLE object (<c>\objdata</c>).</summary>
    Object,

    /// <summary>A picture (<c>\pict</c>).</summary>
    Picture,
}
