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
        // dz
        ["dz-nif"] = Algeria.IsNif,

        // eg
        ["eg-tn"] = Egypt.IsTn,
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
        // ad
        ["ad-nrt"] = Andorra.IsNrt,

        // al
        ["al-nipt"] = Albania.IsNipt,

        // at
        ["at-tin"] = Austria.IsTin,
        ["at-uid"] = Austria.IsUid,
        ["at-vnr"] = Austria.IsVnr,
        ["at-vnr-form"] = Austria.IsVnrForm,

        // az
        ["az-voen"] = Azerbaijan.IsVoen,

        // be
        ["be-bis"] = Belgium.IsBisNumber,
        ["be-eid"] = Belgium.IsCard,
        ["be-nn"] = Belgium.IsNationalNumber,
        ["be-nn-form"] = Belgium.IsNationalNumberForm,
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
        ["cy-tic"] = Cyprus.IsTic,
        ["cy-vat"] = Cyprus.IsVat,

        // cz
        ["cz-bankaccount"] = Czechia.IsBankAccount,
        ["cz-dic"] = Czechia.IsDic,
        ["cz-ico"] = Czechia.IsIco,
        ["cz-rc"] = Czechia.IsRc,
        ["cz-rc-form"] = Czechia.IsRcForm,

        // de
        ["de-bsnr"] = Germany.IsBsnr,
        ["de-driving-licence"] = Germany.IsDrivingLicence,
        ["de-handelsregisternummer"] = Germany.IsRegisterEntry,
        ["de-health-insurance"] = Germany.IsHealthInsurance,
        ["de-identity-card"] = Germany.IsIdentityCard,
        ["de-idnr"] = Germany.IsIdnr,
        ["de-idnr-form"] = Germany.IsIdnrForm,
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
        // eu
        ["eu-vat"] = EuropeanUnion.IsVat,

        // fi
        ["fi-alv"] = Finland.IsAlv,
        ["fi-hetu"] = Finland.IsHetu,
        ["fi-ytunnus"] = Finland.IsYtunnus,

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
        // gh
        ["gh-tin"] = Ghana.IsTin,

        // gn
        ["gn-nifp"] = Guinea.IsNifp,

        // ke
        ["ke-pin"] = Kenya.IsPin,

        // ma
        ["ma-ice"] = Morocco.IsIce,

        // mu
        ["mu-nid"] = Mauritius.IsNid,

        // mz
        ["mz-nuit"] = Mozambique.IsNuit,

        // ng
        ["ng-nin"] = Nigeria.IsNin,

        // nl
        ["nl-bsn"] = Netherlands.IsBsn,
        ["nl-btw"] = Netherlands.IsBtw,
        ["nl-identiteitskaartnummer"] = Netherlands.IsIdentiteitskaartnummer,
        ["nl-onderwijsnummer"] = Netherlands.IsOnderwijsnummer,

        // no
        ["no-fodselsnummer"] = Norway.IsFodselsnummer,
        ["no-kontonr"] = Norway.IsKontonr,
        ["no-mva"] = Norway.IsMva,
        ["no-orgnr"] = Norway.IsOrgnr,

        // pl
        ["pl-identity-card"] = Poland.IsIdentityCard,
        ["pl-nip"] = Poland.IsNip,
        ["pl-pesel"] = Poland.IsPesel,
        ["pl-regon"] = Poland.IsRegon,

        // pt
        ["pt-cc"] = Portugal.IsCc,
        ["pt-nif"] = Portugal.IsNif,

        // ro
        ["ro-cf"] = Romania.IsCf,
        ["ro-cnp"] = Romania.IsCnp,
        ["ro-cui"] = Romania.IsCui,
        ["ro-onrc"] = Romania.IsOnrc,

        // rs
        ["rs-jmbg"] = Serbia.IsJmbg,
        ["rs-pib"] = Serbia.IsPib,

        // ru
        ["ru-inn"] = Russia.IsPersonalInn,
        ["ru-inn-company"] = Russia.IsCompanyInn,
        ["ru-ogrn"] = Russia.IsOgrn,
        ["ru-snils"] = Russia.IsSnils,

        // se
        ["se-orgnr"] = Sweden.IsOrgnr,
        ["se-personnummer"] = Sweden.IsPersonnummer,
        ["se-vat"] = Sweden.IsVat,

        // si
        ["si-ddv"] = Slovenia.IsDdv,
        ["si-emso"] = Slovenia.IsEmso,
        ["si-maticna"] = Slovenia.IsMaticna,

        // sk
        ["sk-dph"] = Slovakia.IsDph,
        ["sk-ico"] = Slovakia.IsIco,
        ["sk-rc"] = Slovakia.IsRc,

        // sm
        ["sm-coe"] = SanMarino.IsCoe,

        // sn
        ["sn-ninea"] = Senegal.IsNinea,

        // tn
        ["tn-mf"] = Tunisia.IsMf,

        // tr
        ["tr-tckimlik"] = Turkey.IsTckimlik,
        ["tr-vkn"] = Turkey.IsVkn,

        // ua
        ["ua-edrpou"] = Ukraine.IsEdrpou,
        ["ua-rntrc"] = Ukraine.IsRntrc,
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
        ["hr-mbg"] = Croatia.IsMbg,
        ["hr-oib"] = Croatia.IsOib,

        // hu
        ["hu-adoazonosito-jel"] = Hungary.IsAdoazonositoJel,
        ["hu-anum"] = Hungary.IsAnum,
        ["hu-szemelyi-azonosito"] = Hungary.IsSzemelyiAzonosito,
        ["hu-taj"] = Hungary.IsTaj,

        // ie
        ["ie-pps"] = Ireland.IsPps,
        ["ie-vat"] = Ireland.IsVat,

        // is
        ["is-kennitala"] = Iceland.IsKennitala,

        // it
        ["it-codicefiscale"] = Italy.IsCodiceFiscale,
        ["it-codicefiscale-form"] = Italy.IsCodiceFiscaleForm,
        ["it-iva"] = Italy.IsIva,

        // lt
        ["lt-asmens"] = Lithuania.IsAsmens,
        ["lt-pvm"] = Lithuania.IsPvm,

        // lu
        ["lu-matricule"] = Luxembourg.IsMatricule,
        ["lu-tva"] = Luxembourg.IsTva,

        // lv
        ["lv-pvn"] = Latvia.IsPvn,

        // mc
        ["mc-tva"] = Monaco.IsTva,

        // md
        ["md-idno"] = Moldova.IsIdno,

        // me
        ["me-jmb"] = Montenegro.IsJmb,
        ["me-pib"] = Montenegro.IsPib,

        // mk
        ["mk-edb"] = NorthMacedonia.IsEdb,
        ["mk-embg"] = NorthMacedonia.IsEmbg,

        // mt
        ["mt-vat"] = Malta.IsVat,

        // us

        // vn
        ["vn-cccd"] = Vietnam.IsCccd,
        ["vn-mst"] = Vietnam.IsMst,
        // za
        ["za-idnr"] = SouthAfrica.IsIdnr,
        ["za-tin"] = SouthAfrica.IsTin,
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
        ["us-rtn-form"] = UnitedStates.IsRtnForm,
        ["us-ssn"] = UnitedStates.IsSsn,
        ["us-tin"] = UnitedStates.IsTin,

        // uy
        ["uy-rut"] = Uruguay.IsRut,

        // ve
        ["ve-rif"] = Venezuela.IsRif,

        // ba
        ["ba-jmb"] = BosniaAndHerzegovina.IsJmb,

        // ir
        ["ir-melli"] = Iran.IsMelli,

        // kw
        ["kw-civil-number"] = Kuwait.IsCivilNumber,

        // kz
        ["kz-bin"] = Kazakhstan.IsBin,
        ["kz-iin"] = Kazakhstan.IsIin,

        // lk
        ["lk-nic"] = SriLanka.IsNic,

        // ly
        ["ly-national-number"] = Libya.IsNationalNumber,

        // sa
        ["sa-national-id"] = SaudiArabia.IsNationalId,

        // uz
        ["uz-pinfl"] = Uzbekistan.IsPinfl,
    };
}
