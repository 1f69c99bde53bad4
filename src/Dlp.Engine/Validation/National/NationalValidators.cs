namespace Dlp.Engine.Validation.National;

/// <summary>The validators of numbers that one country issues, named <c>country-number</c>.</summary>
internal static class NationalValidators
{
    public static readonly IReadOnlyDictionary<string, Validator> ByName = new Dictionary<string, Validator>(StringComparer.Ordinal)
    {
        // ad
        ["ad-nrt"] = Andorra.IsNrt,

        // al
        ["al-nipt"] = Albania.IsNipt,

        // at
        ["at-tin"] = Austria.IsTin,
        ["at-uid"] = Austria.IsUid,
        ["at-vnr"] = Austria.IsVnr,

        // az
        ["az-voen"] = Azerbaijan.IsVoen,

        // be
        ["be-bis"] = Belgium.IsBisNumber,
        ["be-eid"] = Belgium.IsCard,
        ["be-nn"] = Belgium.IsNationalNumber,
        ["be-ssn"] = Belgium.IsSsn,
        ["be-vat"] = Belgium.IsVat,

        // bg
        ["bg-egn"] = Bulgaria.IsEgn,
        ["bg-pnf"] = Bulgaria.IsPnf,
        ["bg-vat"] = Bulgaria.IsVat,

        // by
        ["by-unp"] = Belarus.IsUnp,

        // ch
        ["ch-ssn"] = Switzerland.IsSsn,
        ["ch-uid"] = Switzerland.IsUid,
        ["ch-vat"] = Switzerland.IsVat,

        // cy
        ["cy-vat"] = Cyprus.IsVat,

        // cz
        ["cz-bankaccount"] = Czechia.IsBankAccount,
        ["cz-dic"] = Czechia.IsDic,
        ["cz-ico"] = Czechia.IsIco,
        ["cz-rc"] = Czechia.IsRc,

        // de
        ["de-bsnr"] = Germany.IsBsnr,
        ["de-driving-licence"] = Germany.IsDrivingLicence,
        ["de-handelsregisternummer"] = Germany.IsRegisterEntry,
        ["de-health-insurance"] = Germany.IsHealthInsurance,
        ["de-identity-card"] = Germany.IsIdentityCard,
        ["de-idnr"] = Germany.IsIdnr,
        ["de-lanr"] = Germany.IsLanr,
        ["de-passport"] = Germany.IsPassport,
        ["de-plate"] = GermanPlate.IsValid,
        ["de-social-security"] = Germany.IsSocialSecurity,
        ["de-stnr"] = Germany.IsStnr,
        ["de-vat"] = Germany.IsVat,

        // dk
        ["dk-cpr"] = Denmark.IsCpr,
        ["dk-cvr"] = Denmark.IsCvr,

        // ee
        ["ee-ik"] = Estonia.IsIk,
        ["ee-kmkr"] = Estonia.IsKmkr,
        ["ee-registrikood"] = Estonia.IsRegistrikood,

        // es
        ["es-ccc"] = Spain.IsAccount,
        ["es-cif"] = Spain.IsCif,
        ["es-cups"] = Spain.IsSupplyPoint,
        ["es-dni"] = Spain.IsDni,
        ["es-nie"] = Spain.IsNie,
        ["es-nif"] = Spain.IsNif,
        ["es-referenciacatastral"] = Spain.IsCadastralReference,

        // fr
        ["fr-nir"] = FrenchNir.IsValid,
        ["fr-siren"] = FrenchSiren.IsValid,
        ["fr-siret"] = FrenchSiret.IsValid,
        ["fr-tva"] = FrenchTva.IsValid,

        // us
        ["us-ssn"] = UsSsn.IsValid,
    };
}
