namespace Dlp.Engine.Validation.National;

/// <summary>
/// Registration in the French trade register, as on letterheads: RCS, the town of the registry, a letter (A for a trader, B for a company,
/// C and D for groupings) that is often left out, the SIREN; or the SIREN first. Source: articles R123-237 and R123-238 du code de commerce.
/// The town is not checked.
/// </summary>
internal static class FrenchRcs
{
    private const int SirenLength = 9;

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        // The register has only one run of digits in it.
        var start = value.IndexOfAnyInRange('0', '9');
        if (start < 0)
            return false;
        var end = value.LastIndexOfAnyInRange('0', '9') + 1;
        return CompactValue.DigitsOf(value[start..end], stackalloc char[SirenLength]) is { Length: SirenLength } siren && FrenchSiren.IsValid(siren);
    }
}
