namespace Dlp.Engine.Validation.National;

/// <summary>The validators of numbers that one country issues, named <c>country-number</c>.</summary>
internal static class NationalValidators
{
    public static readonly IReadOnlyDictionary<string, Validator> ByName = new Dictionary<string, Validator>(StringComparer.Ordinal)
    {
        // fr
        ["fr-nir"] = FrenchNir.IsValid,
        ["fr-siren"] = FrenchSiren.IsValid,
        ["fr-siret"] = FrenchSiret.IsValid,
        ["fr-tva"] = FrenchTva.IsValid,

        // us
        ["us-ssn"] = UsSsn.IsValid,
    };
}
