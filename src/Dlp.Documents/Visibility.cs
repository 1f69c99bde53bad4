namespace Dlp.Documents;

/// <summary>Whether a sheet, a slide or a cell is seen.</summary>
internal enum Visibility
{
    Shown,
    Hidden,

    /// <summary>Only a macro can show it.</summary>
    VeryHidden,
    HiddenRow,
    HiddenColumn,
}
