namespace Dlp.Engine.Validation.National;

/// <summary>The validators of numbers that one country issues, named <c>country-number</c>.</summary>
internal static class NationalValidators
{
    public static readonly IReadOnlyDictionary<string, Validator> ByName = new Dictionary<string, Validator>(StringComparer.Ordinal)
    {
        // fr
        ["fr-accise"] = FrenchAccise.IsValid,
        ["fr-adeli"] = FrenchAdeli.IsValid,
        ["fr-cadastral-reference"] = FrenchCadastralReference.IsValid,
        ["fr-driving-licence"] = FrenchDrivingLicence.IsValid,
        ["fr-finess"] = FrenchFiness.IsValid,
        ["fr-identity-card"] = FrenchIdentityCard.IsValid,
        ["fr-ine"] = FrenchIne.IsValid,
        ["fr-nif"] = FrenchNif.IsValid,
        ["fr-nir"] = FrenchNir.IsValid,
        ["fr-nir-without-key"] = FrenchNir.IsValidWithoutKey,
        ["fr-numen"] = FrenchNumen.IsValid,
        ["fr-passport"] = FrenchPassport.IsValid,
        ["fr-plate"] = FrenchPlate.IsValid,
        ["fr-rcs"] = FrenchRcs.IsValid,
        ["fr-residence-permit"] = FrenchResidencePermit.IsValid,
        ["fr-rib"] = FrenchRib.IsValid,
        ["fr-rpps"] = FrenchRpps.IsValid,
        ["fr-siren"] = FrenchSiren.IsValid,
        ["fr-siret"] = FrenchSiret.IsValid,
        ["fr-tva"] = FrenchTva.IsValid,

        // us
        ["us-ssn"] = UsSsn.IsValid,
    };
}
