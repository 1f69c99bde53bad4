namespace Dlp.Engine.Detection.Terms;

/// <summary>A token of a text; <paramref name="Hash"/> is that of the stem which its singular and plural forms share.</summary>
internal readonly record struct Token(int Start, int End, ulong Hash);
