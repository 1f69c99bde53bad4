using System.Collections.Frozen;

namespace Dlp.Engine.Validation.National;

/// <summary>
/// German number plate: a district (Unterscheidungszeichen), one or two letters, one to four digits without a leading zero, and E or H for
/// an electric or a historic vehicle; eight characters at most before that. HJ, KZ, NS, SA and SS are not given.
/// Source: Fahrzeug-Zulassungsverordnung, § 8 and § 9; Bundesministerium für Verkehr, list of the districts (Unterscheidungszeichen), which
/// includes those that districts brought back since 2012.
/// </summary>
internal static class GermanPlate
{
    private const int Longest = 8;

    private static readonly FrozenSet<string> Districts = FrozenSet.ToFrozenSet(
        (
            "A AA AB ABG ABI AC AE AH AIB AIC AK ALF ALZ AM AN ANA ANG ANK AÖ AP APD ARN ART AS ASL ASZ AT AU AUR AW AZ AZE "
            + "B BA BAD BAR BB BBG BBL BC BCH BD BE BED BER BF BGD BGL BH BI BID BIN BIR BIT BIW BK BKS BL BLB BLK BM BN BNA BO BÖ BOG BOH BOR BOT "
            + "BP BRA BRB BRG BRI BRK BRL BRV BS BSB BSK BT BTF BÜD BUL BÜR BÜS BÜZ BW BWL BYL BZ BZA "
            + "C CA CAS CB CE CHA CLP CLZ CO COC COE CR CUX CW "
            + "D DA DAH DAN DAU DBR DD DE DEG DEL DGF DH DI DIL DIN DIZ DKB DL DLG DM DN DO DON DU DUD DÜW DW DZ "
            + "E EA EB EBE EBN EBS ECK ED EE EF EG EH EI EIC EIL EIN EIS EL EM EMD EMS EN ER ERB ERH ERK ERZ ES ESB ESW EU EW "
            + "F FB FD FDB FDS FEU FF FFB FG FH FI FKB FL FLÖ FN FO FOR FR FRG FRI FRW FS FT FTL FÜ FÜS FW FZ "
            + "G GA GAN GAP GC GD GDB GE GEL GEM GEO GER GF GG GHA GHC GI GK GL GLA GM GMN GN GNT GÖ GOA GOH GP GR GRA GRH GRI GRM GRS GRZ GS GT "
            + "GTH GÜ GUB GUN GV GVM GW GZ "
            + "H HA HAB HAL HAM HAS HB HBN HBS HC HCH HD HDH HDL HE HEB HEF HEI HEL HER HET HF HG HGN HGW HH HHM HI HIG HIP HK HKN HL HM HMÜ HN HO "
            + "HOG HOH HOL HOM HOR HÖS HOT HP HR HRO HS HSK HST HU HV HVL HWI HX HY HZ "
            + "IGB IK IL ILL IN IZ J JE JEV JL JÜL "
            + "K KA KB KC KE KEH KEL KEM KF KG KH KI KIB KK KL KLE KLZ KM KN KO KÖN KÖT KÖZ KR KRU KS KT KU KÜN KUS KW KY KYF "
            + "L LA LAN LAU LB LBS LBZ LC LD LDK LDS LEO LER LEV LF LG LH LI LIB LIF LIN LIP LL LM LN LÖ LÖB LOS LP LR LRO LSA LSN LSZ LU LÜD LÜN "
            + "LUP LWL "
            + "M MA MAB MAI MAK MAL MB MC MD ME MED MEG MEI MEK MEL MER MET MG MGH MGN MH MHL MI MIL MK MKK ML MM MN MO MOD MOL MON MOS MQ MR MS "
            + "MSE MSH MSP MST MTK MTL MÜ MÜB MÜL MÜN MÜR MVL MW MY MYK MZ MZG "
            + "N NAB NAI NAU NB ND NDH NE NEA NEB NEC NEN NES NEU NEW NF NH NI NK NL NM NMB NMS NÖ NOH NOL NOM NOR NP NR NRW NT NU NVP NW NWM NY NZ "
            + "OA OAL OB OBB OBG OC OCH OD OE OF OG OH OHA ÖHR OHV OHZ OK OL OP OPR OS OSL OTT OTW OVI OVL OVP OZ "
            + "P PA PAF PAN PAR PB PCH PE PEG PER PF PI PIR PL PLÖ PM PN PR PRÜ PS PW PZ QFT QLB "
            + "R RA RC RD RDG RE REG REH REI RG RH RI RID RIE RIN RL RM RN RO ROD ROF ROK ROL ROS ROT ROW RP RPL RS RSL RT RÜD RÜG RV RW RZ "
            + "S SAB SAD SAL SAN SAW SB SBG SBK SC SCZ SDH SDL SDT SE SEB SEE SEF SEL SFB SFT SG SGH SH SHA SHG SHK SHL SI SIG SIM SK SL SLE SLF "
            + "SLG SLK SLN SLS SLÜ SLZ SM SMÜ SN SO SOB SOG SOK SÖM SON SP SPB SPN SR SRB SRO ST STA STB STD STE STH STL STO SU SUL SÜW SW SWA SY "
            + "SZ SZB TBB TDO TE TET TF TG THL THW TIR TO TÖL TP TR TS TT TÜ TUT UE UEM UER UFF UH UL UM UN USI "
            + "V VAI VB VEC VER VG VIB VIE VIT VK VOH VR VS "
            + "W WA WAF WAK WAN WAR WAT WB WBS WD WDA WE WEB WEG WEL WEN WER WES WF WG WHV WI WIL WIS WIT WIZ WK WL WLG WM WMS WN WND WO WOB WOH "
            + "WOL WOR WOS WR WRN WS WSF WST WSW WT WTL WTM WÜ WUG WÜM WUN WUR WW WZ WZL Z ZE ZEL ZI ZIG ZP ZR ZW ZZ")
            .Split(' '),
        StringComparer.OrdinalIgnoreCase);

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        var separator = value.IndexOfAny(' ', '-', '\u00A0');
        var district = value.IndexOfAnyInRange('0', '9') is var digit && separator > 0 && separator < digit ? separator : Math.Min(3, digit - 1);
        for (; district > 0; district--)
        {
            if (district <= 3 && Districts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(value[..district]) && IsRest(value[district..], Longest - district))
                return true;
            if (district == separator)
                return false;
        }

        return false;
    }

    private static bool IsRest(ReadOnlySpan<char> value, int longest)
    {
        var rest = CompactValue.Of(value, stackalloc char[Longest + 1]);
        var letters = rest.IndexOfAnyInRange('0', '9');
        if (letters is not (1 or 2) || rest[..letters] is "HJ" or "KZ" or "NS" or "SA" or "SS")
            return false;
        var digits = rest[letters..];
        if (digits[^1] is 'E' or 'H')
            digits = digits[..^1];
        return digits.Length is >= 1 and <= 4
            && digits[0] != '0'
            && !digits.ContainsAnyExceptInRange('0', '9')
            && letters + digits.Length <= longest;
    }
}
