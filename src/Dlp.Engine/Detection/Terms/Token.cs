namespace Dlp.Engine.Detection.Terms;

/// <summary>A run of letters and digits of a text, <c>[Start, End)</c>.</summary>
internal readonly record struct Token(int Start, int End)
{
    /// <summary>Its characters.</summary>
    public ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text[Start..End];
}
