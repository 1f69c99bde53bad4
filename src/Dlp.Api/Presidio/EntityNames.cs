using System.Collections.Frozen;
using Dlp.Engine.Rules;

namespace Dlp.Api.Presidio;

/// <summary>
/// Translates between our info types and Presidio's entities: by the rules' alias <c>presidio</c>, else in upper case (<c>fr.nir</c> is <c>FR_NIR</c>).
/// </summary>
internal sealed class EntityNames
{
    /// <summary>
    /// The entities that Presidio documents (https://microsoft.github.io/presidio/supported_entities/): asking for one that no rule finds is no fault.
    /// </summary>
    private static readonly FrozenSet<string> Documented = FrozenSet.ToFrozenSet(
    [
        "CREDIT_CARD", "CRYPTO", "DATE_TIME", "EMAIL_ADDRESS", "IBAN_CODE", "IP_ADDRESS", "MAC_ADDRESS", "NRP", "LOCATION",
        "PERSON", "ORGANIZATION", "PHONE_NUMBER", "MEDICAL_LICENSE", "URL",
        "US_BANK_NUMBER", "US_DRIVER_LICENSE", "US_ITIN", "US_PASSPORT", "US_SSN", "US_MBI", "US_NPI",
        "UK_NHS", "UK_NINO", "UK_PASSPORT", "UK_POSTCODE", "UK_VEHICLE_REGISTRATION",
        "ES_NIF", "ES_NIE", "ES_PASSPORT",
        "IT_FISCAL_CODE", "IT_DRIVER_LICENSE", "IT_VAT_CODE", "IT_PASSPORT", "IT_IDENTITY_CARD",
        "PL_PESEL", "SG_NRIC_FIN", "SG_UEN", "AU_ABN", "AU_ACN", "AU_TFN", "AU_MEDICARE",
        "IN_PAN", "IN_AADHAAR", "IN_VEHICLE_REGISTRATION", "IN_VOTER", "IN_PASSPORT", "IN_GSTIN",
        "FI_PERSONAL_IDENTITY_CODE", "KR_RRN", "KR_BRN", "KR_FRN", "KR_DRIVER_LICENSE", "KR_PASSPORT", "TH_TNIN", "SE_PERSONNUMMER", "SE_ORGANISATIONSNUMMER",
        "DE_TAX_ID", "DE_TAX_NUMBER", "DE_PASSPORT", "DE_ID_CARD", "DE_SOCIAL_SECURITY", "DE_HEALTH_INSURANCE",
        "DE_KFZ", "DE_HANDELSREGISTER", "DE_PLZ", "NG_NIN", "TR_NATIONAL_ID",
    ], StringComparer.Ordinal);

    private readonly Dictionary<string, string> _entities;

    public EntityNames(RuleSet ruleSet)
    {
        var aliases = ruleSet.Rules
            .Where(rule => rule.Aliases.ContainsKey("presidio"))
            .GroupBy(rule => rule.InfoType, StringComparer.Ordinal)
            .ToDictionary(rules => rules.Key, rules => rules.First().Aliases["presidio"], StringComparer.Ordinal);
        _entities = ruleSet.InfoTypes.ToDictionary(
            type => type.Id, type => aliases.GetValueOrDefault(type.Id) ?? UpperCase(type.Id), StringComparer.Ordinal);
    }

    /// <summary>All entities that the loaded rules find, in order.</summary>
    public IReadOnlyList<string> Supported => [.. _entities.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public string EntityOf(string infoType) => _entities[infoType];

    public bool Knows(string entity) => Documented.Contains(entity) || _entities.Values.Contains(entity, StringComparer.Ordinal);

    private static string UpperCase(string infoType) => infoType.ToUpperInvariant().Replace('.', '_').Replace('-', '_');
}
