namespace Dlp.Engine.Validation.National;

/// <summary>The validators of numbers that one country issues, named <c>country-number</c>.</summary>
internal static class NationalValidators
{
    public static readonly IReadOnlyDictionary<string, Validator> ByName = new Dictionary<string, Validator>(StringComparer.Ordinal)
    {
        // eu
        ["eu-vat"] = EuropeanUnion.IsVat,

        // fi
        ["fi-alv"] = Finland.IsAlv,
        ["fi-hetu"] = Finland.IsHetu,
        ["fi-ytunnus"] = Finland.IsYtunnus,

        // fr
        ["fr-nir"] = FrenchNir.IsValid,
        ["fr-siren"] = FrenchSiren.IsValid,
        ["fr-siret"] = FrenchSiret.IsValid,
        ["fr-tva"] = FrenchTva.IsValid,

        // gb
        ["gb-driving-licence"] = UnitedKingdom.IsDrivingLicence,
        ["gb-nhs"] = UnitedKingdom.IsNhs,
        ["gb-nino"] = UnitedKingdom.IsNino,
        ["gb-plate"] = UnitedKingdom.IsPlate,
        ["gb-upn"] = UnitedKingdom.IsUpn,
        ["gb-utr"] = UnitedKingdom.IsUtr,
        ["gb-vat"] = UnitedKingdom.IsVat,

        // gr
        ["gr-amka"] = Greece.IsAmka,
        ["gr-vat"] = Greece.IsVat,

        // hr
        ["hr-oib"] = Croatia.IsOib,

        // hu
        ["hu-anum"] = Hungary.IsAnum,

        // ie
        ["ie-pps"] = Ireland.IsPps,
        ["ie-vat"] = Ireland.IsVat,

        // is
        ["is-kennitala"] = Iceland.IsKennitala,

        // it
        ["it-codicefiscale"] = Italy.IsCodiceFiscale,
        ["it-iva"] = Italy.IsIva,

        // lt
        ["lt-asmens"] = Lithuania.IsAsmens,
        ["lt-pvm"] = Lithuania.IsPvm,

        // lu
        ["lu-tva"] = Luxembourg.IsTva,

        // lv
        ["lv-pvn"] = Latvia.IsPvn,

        // mc
        ["mc-tva"] = Monaco.IsTva,

        // md
        ["md-idno"] = Moldova.IsIdno,

        // me
        ["me-pib"] = Montenegro.IsPib,

        // mk
        ["mk-edb"] = NorthMacedonia.IsEdb,

        // mt
        ["mt-vat"] = Malta.IsVat,

        // us
        ["us-ssn"] = UsSsn.IsValid,
    };
}
