namespace Dlp.Engine;

/// <summary>Language of the wording shown to a person. Detection never depends on it.</summary>
public enum Language
{
    /// <summary>English.</summary>
    En,

    /// <summary>French.</summary>
    Fr,
}
