namespace Dlp.Engine;

/// <summary>A value without what people put between its characters, so that two spellings of one number are equal.</summary>
internal static class CanonicalValue
{
    /// <summary>The letters, digits and symbols of a value; spaces and punctuation are left out, unless nothing else is there.</summary>
    public static string Of(string value)
    {
        var canonical = string.Concat(value.Where(char.IsLetterOrDigit));
        return canonical.Length > 0 ? canonical : value;
    }
}
