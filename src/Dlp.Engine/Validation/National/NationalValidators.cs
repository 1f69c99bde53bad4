namespace Dlp.Engine.Validation.National;

/// <summary>The validators of numbers that one country issues, named <c>country-number</c>.</summary>
internal static class NationalValidators
{
    public static readonly IReadOnlyDictionary<string, Validator> ByName = new Dictionary<string, Validator>(StringComparer.Ordinal)
    {
        // au
        ["au-abn"] = Australia.IsAbn,
        ["au-acn"] = Australia.IsAcn,
        ["au-medicare"] = Australia.IsMedicare,
        ["au-tfn"] = Australia.IsTfn,

        // cn
        ["cn-ric"] = China.IsRic,
        ["cn-uscc"] = China.IsUscc,

        // fr
        ["fr-nir"] = FrenchNir.IsValid,
        ["fr-siren"] = FrenchSiren.IsValid,
        ["fr-siret"] = FrenchSiret.IsValid,
        ["fr-tva"] = FrenchTva.IsValid,

        // hk
        ["hk-id"] = HongKong.IsId,

        // id
        ["id-nik"] = Indonesia.IsNik,
        ["id-npwp"] = Indonesia.IsNpwp,

        // il
        ["il-hp"] = Israel.IsHp,
        ["il-idnr"] = Israel.IsIdnr,

        // in
        ["in-aadhaar"] = India.IsAadhaar,
        ["in-driving-licence"] = India.IsDrivingLicence,
        ["in-epic"] = India.IsEpic,
        ["in-gstin"] = India.IsGstin,
        ["in-pan"] = India.IsPan,
        ["in-plate"] = India.IsPlate,
        ["in-vid"] = India.IsVid,

        // jp
        ["jp-cn"] = Japan.IsCn,
        ["jp-driving-licence"] = Japan.IsDrivingLicence,
        ["jp-in"] = Japan.IsIn,

        // kr
        ["kr-brn"] = SouthKorea.IsBrn,
        ["kr-driving-licence"] = SouthKorea.IsDrivingLicence,
        ["kr-frn"] = SouthKorea.IsFrn,
        ["kr-rrn"] = SouthKorea.IsRrn,

        // my
        ["my-nric"] = Malaysia.IsNric,

        // nz
        ["nz-bankaccount"] = NewZealand.IsBankAccount,
        ["nz-ird"] = NewZealand.IsIrd,
        ["nz-nhi"] = NewZealand.IsNhi,

        // om
        ["om-vat"] = Oman.IsVat,

        // ph
        ["ph-tin"] = Philippines.IsTin,

        // pk
        ["pk-cnic"] = Pakistan.IsCnic,

        // sg
        ["sg-nric"] = Singapore.IsNric,
        ["sg-plate"] = Singapore.IsPlate,
        ["sg-uen"] = Singapore.IsUen,

        // th
        ["th-pin"] = Thailand.IsPin,
        ["th-tin"] = Thailand.IsTin,

        // tw
        ["tw-id"] = Taiwan.IsId,
        ["tw-ubn"] = Taiwan.IsUbn,

        // us
        ["us-ssn"] = UsSsn.IsValid,

        // vn
        ["vn-cccd"] = Vietnam.IsCccd,
        ["vn-mst"] = Vietnam.IsMst,
    };
}
