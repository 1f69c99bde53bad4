namespace Dlp.Engine.Validation.National;

/// <summary>The validators of numbers that one country issues, named <c>country-number</c>.</summary>
internal static class NationalValidators
{
    public static readonly IReadOnlyDictionary<string, Validator> ByName = new Dictionary<string, Validator>(StringComparer.Ordinal)
    {
        // ar
        ["ar-cbu"] = Argentina.IsCbu,
        ["ar-cuit"] = Argentina.IsCuit,

        // br
        ["br-cnpj"] = Brazil.IsCnpj,
        ["br-cpf"] = Brazil.IsCpf,

        // ca
        ["ca-bc-phn"] = Canada.IsBritishColumbianHealthNumber,
        ["ca-bn"] = Canada.IsBusinessNumber,
        ["ca-sin"] = Canada.IsSin,

        // cl
        ["cl-rut"] = Chile.IsRut,

        // co
        ["co-nit"] = Colombia.IsNit,

        // cr
        ["cr-cpf"] = CostaRica.IsCpf,
        ["cr-cpj"] = CostaRica.IsCpj,

        // cu
        ["cu-ni"] = Cuba.IsNi,

        // do
        ["do-cedula"] = DominicanRepublic.IsCedula,
        ["do-rnc"] = DominicanRepublic.IsRnc,

        // ec
        ["ec-ci"] = Ecuador.IsCi,
        ["ec-ruc"] = Ecuador.IsRuc,

        // fr
        ["fr-nir"] = FrenchNir.IsValid,
        ["fr-siren"] = FrenchSiren.IsValid,
        ["fr-siret"] = FrenchSiret.IsValid,
        ["fr-tva"] = FrenchTva.IsValid,

        // gt
        ["gt-nit"] = Guatemala.IsNit,

        // mx
        ["mx-curp"] = Mexico.IsCurp,
        ["mx-rfc"] = Mexico.IsRfc,
        ["mx-rfc-form"] = Mexico.IsRfcForm,

        // pe
        ["pe-cui"] = Peru.IsCui,
        ["pe-ruc"] = Peru.IsRuc,

        // py
        ["py-ruc"] = Paraguay.IsRuc,

        // sv
        ["sv-nit"] = ElSalvador.IsNit,

        // us
        ["us-atin"] = UnitedStates.IsAtin,
        ["us-dea"] = UnitedStates.IsDea,
        ["us-ein"] = UnitedStates.IsEin,
        ["us-itin"] = UnitedStates.IsItin,
        ["us-mbi"] = UnitedStates.IsMbi,
        ["us-npi"] = UnitedStates.IsNpi,
        ["us-ptin"] = UnitedStates.IsPtin,
        ["us-rtn"] = UnitedStates.IsRtn,
        ["us-ssn"] = UnitedStates.IsSsn,
        ["us-tin"] = UnitedStates.IsTin,

        // uy
        ["uy-rut"] = Uruguay.IsRut,

        // ve
        ["ve-rif"] = Venezuela.IsRif,
    };
}
