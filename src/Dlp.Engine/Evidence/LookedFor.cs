namespace Dlp.Engine.Evidence;

/// <summary>What has been looked for in a window of what only composites ask for.</summary>
internal enum LookedFor
{
    /// <summary>Nothing yet.</summary>
    Nothing,

    /// <summary>Terms.</summary>
    Terms,

    /// <summary>Terms and patterns.</summary>
    Everything,
}
