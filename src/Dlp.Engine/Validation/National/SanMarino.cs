namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that San Marino issues.</summary>
internal static class SanMarino
{
    /// <summary>
    /// Number of an economic operator (COE): up to five digits, leading zeros aside, not zero; SM may stand before it. There is no check digit.
    /// Source: Ufficio Attività Economiche, "Codice operatore economico".
    /// </summary>
    public static bool IsCoe(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[8]);
        if (number.StartsWith("SM", StringComparison.Ordinal))
            number = number[2..];
        return number.Length > 0 && !number.ContainsAnyExceptInRange('0', '9') && CompactValue.Number(number) is >= 1 and <= 99999;
    }
}
