namespace Dlp.Engine.Detection;

/// <summary>When a detector runs.</summary>
internal enum DetectionStage
{
    /// <summary>On every text, or where a hotword stands.</summary>
    First,

    /// <summary>Where a composite may stand of which it finds a piece.</summary>
    Pieces,

    /// <summary>Where all pieces of a composite may stand against which it speaks.</summary>
    CounterEvidence,
}
