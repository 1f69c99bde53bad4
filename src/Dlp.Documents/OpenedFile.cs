using Dlp.Documents.Images;

namespace Dlp.Documents;

/// <summary>A file that is being read: an attachment, or a file inside one.</summary>
/// <param name="content">Its bytes.</param>
/// <param name="text">Takes its text.</param>
/// <param name="depth">How many files it lies in: 0 for the attachment itself.</param>
/// <param name="reading">The reading of the attachment as a whole.</param>
internal sealed class OpenedFile(ReadOnlyMemory<byte> content, AttachmentText text, int depth, AttachmentReading reading)
{
    public ReadOnlyMemory<byte> Content { get; } = content;

    public AttachmentText Text { get; } = text;

    public AttachmentOptions Options => reading.Options;

    /// <summary>Cancelled when time is up or nobody waits any more. Readers look at it often, and throw.</summary>
    public CancellationToken Token => reading.Token;

    /// <summary>What all files inside the attachment may take together.</summary>
    public AttachmentBudget Budget => reading.Budget;

    /// <summary>Takes the images of this file, whose pixels are read at the end.</summary>
    public PictureQueue Pictures => reading.Pictures;

    /// <summary>Reads a file that lies inside this one, as a part of its own.</summary>
    /// <param name="name">Its name in here; need not be unique or clean.</param>
    /// <param name="inner">Its bytes.</param>
    public void ReadEmbedded(string name, ReadOnlyMemory<byte> inner) => reading.Read(Text.NameOf(name), inner, depth + 1);

    /// <summary>Says of a file that lies inside this one that it was not read, as a part of its own.</summary>
    public void RefuseEmbedded(string name, PartStatus status, string detail) => reading.Open(Text.NameOf(name)).Refuse(status, detail);
}
