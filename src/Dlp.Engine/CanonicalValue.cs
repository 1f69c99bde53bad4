namespace Dlp.Engine;

/// <summary>A value without what people put between its characters, so that two spellings of one number are equal.</summary>
internal static class CanonicalValue
{
    /// <summary>The letters and digits of a value; the value itself when it has none.</summary>
    public static string Of(string value)
    {
        var canonical = string.Concat(value.Where(char.IsLetterOrDigit));
        return canonical.Length > 0 ? canonical : value;
    }
}
