namespace Dlp.Documents.Workers;

/// <summary>What a frame between a program and its worker says. The protocol is described in <c>src/Dlp.Documents.Worker/README.md</c>.</summary>
internal enum FrameKind : byte
{
    /// <summary>Worker: it is ready. Payload: <see cref="Frames.Greeting"/>.</summary>
    Hello = 1,

    /// <summary>Program: the next file. Payload: name, then options as JSON.</summary>
    Request = 2,

    /// <summary>Program: the next bytes of the file.</summary>
    Content = 3,

    /// <summary>Program: the file is complete; read it. No payload.</summary>
    End = 4,

    /// <summary>Program: the file did not arrive whole; forget it. No payload, no answer.</summary>
    Abort = 5,

    /// <summary>Worker: a part begins. Payload: its number, its name.</summary>
    Opened = 6,

    /// <summary>Worker: more text of a part. Payload: its number, UTF-16 code units.</summary>
    Text = 7,

    /// <summary>Worker: more places of a part. Payload: its number, how many, and for each its offset and its location.</summary>
    Places = 8,

    /// <summary>Worker: how much of a part was read; a later one replaces it. Payload: its number, status, cause, detail in English and in French, how many signals and each.</summary>
    Read = 9,

    /// <summary>Worker: that was all. Payload: bytes of its working set, and whether it must be replaced.</summary>
    Done = 10,
}

/// <summary>One frame as it arrived.</summary>
internal readonly record struct Frame(FrameKind Kind, ReadOnlyMemory<byte> Payload)
{
    /// <summary>What a frame holds must not slip into a log.</summary>
    public override string ToString() => $"{Kind}, {Payload.Length} bytes";
}
