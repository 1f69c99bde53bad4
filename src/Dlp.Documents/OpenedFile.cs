using System.Runtime.InteropServices;
using Dlp.Documents.FileTypes;
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

    /// <summary>Its name, without those of the files it lies in. Says nothing about its kind.</summary>
    public string Name => Text.FileName;

    public AttachmentOptions Options => reading.Options;

    /// <summary>Cancelled when time is up or nobody waits any more. Readers look at it often, and throw.</summary>
    public CancellationToken Token => reading.Token;

    /// <summary>What all files inside the attachment may take together.</summary>
    public AttachmentBudget Budget => reading.Budget;

    /// <summary>Its bytes as a stream that can be sought, without a copy where that is possible.</summary>
    public MemoryStream OpenContent() => MemoryMarshal.TryGetArray(Content, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(Content.ToArray(), writable: false);

    /// <summary>The same file in another form.</summary>
    public OpenedFile With(ReadOnlyMemory<byte> form) => new(form, Text, depth, reading);

    /// <summary>Takes the images of this file, whose pixels are read at the end.</summary>
    public PictureQueue Pictures => reading.Pictures;

    /// <summary>Reads a file that lies inside this one, as a part of its own.</summary>
    /// <param name="name">Its name in here; need not be unique or clean.</param>
    /// <param name="inner">Its bytes.</param>
    public void ReadEmbedded(string name, ReadOnlyMemory<byte> inner)
    {
        // They are not in the name of its part.
        var isTurned = MisleadingName.TurnsWriting(name);
        reading.Read(Text.NameOf(name), inner, depth + 1, file =>
        {
            if (isTurned)
                file.Text.Signal(PartSignal.TurnedName, MisleadingName.Turned);
            FormatReaders.Read(file);
        });
    }

    /// <summary>Reads what there is of a file that lies inside this one; its part says what became of the rest.</summary>
    public void ReadEmbeddedBeginning(string name, ReadOnlyMemory<byte> beginning, PartStatus status, LocalizedText detail) =>
        reading.ReadBeginning(Text.NameOf(name), beginning, depth + 1, status, detail);

    /// <summary>Reads something that lies inside this one and is no file of its own, as a storage of a compound file, as a part of its own.</summary>
    /// <param name="name">Its name in here; need not be unique or clean.</param>
    /// <param name="read">Reads it; what it throws is caught and said of the part.</param>
    public void ReadEmbedded(string name, Action<OpenedFile> read) => reading.Read(Text.NameOf(name), default, depth + 1, read);

    /// <summary>Says of a file that lies inside this one that it was not read, as a part of its own.</summary>
    public void RefuseEmbedded(string name, PartStatus status, LocalizedText detail) => reading.Open(Text.NameOf(name)).Refuse(status, detail);
}
