using System.Buffers;

namespace Dlp.Engine.Validation.National;

/// <summary>Numbers of Germany.</summary>
internal static class Germany
{
    private const int VatLength = 9;
    private const int IdnrLength = 11;
    private const int FederalTaxLength = 13;
    private const int DocumentLength = 9;
    private const int LicenceLength = 11;
    private const int PensionLength = 12;
    private const int HealthLength = 10;
    private const int PracticeLength = 9;
    private const int RegisterLongest = 12;

    // Letters of document numbers: neither vowels nor those that are taken for digits.
    private static readonly SearchValues<char> DocumentCharacters = SearchValues.Create("0123456789CFGHJKLMNPRTVWXYZ");
    private const string PassportLetters = "CFGHJK";
    private const string CardLetters = "LMNPRTVWXYZ";

    // VKVV, Anlage: the carriers of the pension insurance, with those that were united since.
    private const string PensionAreas =
        "02 03 04 08 09 10 11 12 13 14 15 16 17 18 19 20 21 23 24 25 26 28 29 38 39 40 42 43 44 48 49 50 51 52 53 54 55 56 57 58 59 60 61 63 64 "
        + "65 66 68 69 78 79 80 81 82 89";

    // No association of physicians, hospital scheme or former district branch has these.
    private const string NoPracticeAreas = "00 04 05 22 23 26 29 30 32 33 34 36 76 77 82 84 92 97 99";

    /// <summary>
    /// VAT number (USt-IdNr.): DE, which may be left out, and nine digits, the last a check digit (ISO/IEC 7064, MOD 11,10).
    /// Source: Bundeszentralamt für Steuern; European Commission, "VAT number construction rules".
    /// </summary>
    public static bool IsVat(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[VatLength + 2], "DE");
        return digits.Length == VatLength && digits[0] != '0' && CheckDigits.Mod11To10(digits);
    }

    /// <summary>
    /// Tax identification number (IdNr.), 11 digits: among the first ten one is there two or three times, never three times in a row, and
    /// the others once at most; the last is a check digit (ISO/IEC 7064, MOD 11,10). Source: Bundeszentralamt für Steuern,
    /// "Steuerliche Identifikationsnummer"; ELSTER, "Prüfung der Steuer- und Steueridentifikationsnummer".
    /// </summary>
    public static bool IsIdnr(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[IdnrLength]);
        return digits.Length == IdnrLength && digits[0] != '0' && OneIsRepeated(digits[..10]) && CheckDigits.Mod11To10(digits);
    }

    /// <summary>As <see cref="IsIdnr"/>, however often its digits are repeated.</summary>
    public static bool IsIdnrForm(ReadOnlySpan<char> value) =>
        IssuedDigits.Of(value, stackalloc char[IdnrLength]) is { Length: IdnrLength } digits && digits[0] != '0' && CheckDigits.Mod11To10(digits);

    /// <summary>
    /// Tax number of a tax office: 10 or 11 digits as the Länder write them, or 13 in the federal form, which start with the Land's number and
    /// have a 0 in the fifth place. The check digit is reckoned differently in each Land and is not checked.
    /// Source: ELSTER, "Prüfung der Steuer- und Steueridentifikationsnummer".
    /// </summary>
    public static bool IsStnr(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[FederalTaxLength]);
        return digits.Length switch
        {
            // Ten digits: office (two), district, number, check.
            10 => CompactValue.Number(digits[..2]) > 0 && CompactValue.Number(digits[5..]) > 0,
            // Eleven: the offices of Bavaria and North Rhine-Westphalia have three digits, others write 0, 1 (Saxony-Anhalt, Thuringia) or 2 (Saxony) first.
            11 => CompactValue.Number(digits[..3]) is > 0 and < 400,
            FederalTaxLength => digits[4] == '0' && IsLand(digits),
            _ => false,
        };
    }

    /// <summary>
    /// Number of a passport, 9 characters without vowels, that start with C, F, G, H, J or K, and the check digit of the machine readable zone
    /// when it is there (ICAO Doc 9303, part 3). Source: Passverordnung; Bundesdruckerei, "Seriennummer".
    /// </summary>
    public static bool IsPassport(ReadOnlySpan<char> value) => IsDocument(value, PassportLetters);

    /// <summary>
    /// Number of an identity card or residence permit, 9 characters without vowels, that start with a letter from L on, and the check digit of
    /// the machine readable zone when it is there (ICAO Doc 9303, part 3); T and eight digits until 2010's cards had letters.
    /// Source: Personalausweisverordnung; Bundesdruckerei, "Seriennummer".
    /// </summary>
    public static bool IsIdentityCard(ReadOnlySpan<char> value) => IsDocument(value, CardLetters);

    /// <summary>
    /// Number of a driving licence, 11 characters: the authority (a letter and three), five for the order, a check digit (weights 9 to 1,
    /// letters count from 10, modulo 11, where 10 is X), the number of the copy. Source: Fahrerlaubnis-Verordnung, Anlage 8;
    /// Kraftfahrt-Bundesamt.
    /// </summary>
    public static bool IsDrivingLicence(ReadOnlySpan<char> value)
    {
        var licence = CompactValue.Of(value, stackalloc char[LicenceLength]);
        if (licence.Length != LicenceLength || !char.IsAsciiLetter(licence[0]) || licence[1..3].ContainsAnyExceptInRange('0', '9'))
            return false;
        var sum = 0;
        for (var i = 0; i < 9; i++)
            sum += Base36(licence[i]) * (9 - i);
        return licence[9] == (sum % 11 == 10 ? 'X' : (char)('0' + sum % 11));
    }

    /// <summary>
    /// Pension insurance number, 12 characters: area, day, month and year of birth, initial, two digits for the order, a check digit
    /// (the letter as two digits; weights 2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1; the sum of the products' digits modulo 10).
    /// A day or month that is not known is 00; when the orders of a day are used up, 32 or 64 is added to the day, 96 to a first.
    /// Source: Versicherungsnummern-, Kontoführungs- und Versicherungsverlaufsverordnung (VKVV), § 2 and Anlage; GKV-Spitzenverband and others,
    /// "Gemeinsames Rundschreiben Meldeverfahren", 3.1.1.2.
    /// </summary>
    public static bool IsSocialSecurity(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[PensionLength]);
        if (number.Length != PensionLength || !char.IsAsciiLetter(number[8])
            || number[..8].ContainsAnyExceptInRange('0', '9') || number[9..].ContainsAnyExceptInRange('0', '9'))
            return false;

        var (day, month) = (CompactValue.Number(number[2..4]) % 32, CompactValue.Number(number[4..6]));
        var isDate = day == 0 || month == 0 ? month <= 12 : CalendarDate.Exists(2000 + CompactValue.Number(number[6..8]), month, day);
        return isDate
            && PensionAreas.AsSpan().Contains(number[..2], StringComparison.Ordinal)
            && CrossSum(number[..11], letterAt: 8, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10 == number[11] - '0';
    }

    /// <summary>
    /// Health insurance number (KVNR), the 10 characters that stay for life: a letter and nine digits, the last a check digit (the letter
    /// as two digits; weights 1, 2; the sum of the products' digits modulo 10). Source: GKV-Spitzenverband,
    /// "Richtlinien zum Aufbau und zur Vergabe einer Krankenversichertennummer", Anlage 1; SGB V, § 290.
    /// </summary>
    public static bool IsHealthInsurance(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[HealthLength]);
        return number.Length == HealthLength
            && char.IsAsciiLetter(number[0])
            && !number[1..].ContainsAnyExceptInRange('0', '9')
            && number[1..].ContainsAnyExcept('0')
            && CrossSum(number[..9], letterAt: 0, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10 == number[9] - '0';
    }

    /// <summary>
    /// Number of a doctor (LANR), 9 digits: six, a check digit (weights 4, 9; ten less the sum modulo 10), two for the specialty.
    /// Source: Kassenärztliche Bundesvereinigung, "Richtlinie nach § 75 Absatz 7 SGB V zur Vergabe der Arzt-, Betriebsstätten- …nummern".
    /// </summary>
    public static bool IsLanr(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[PracticeLength]);
        return digits.Length == PracticeLength
            && CompactValue.Number(digits[..6]) > 0
            && CompactValue.Number(digits[7..]) > 0
            && (CheckDigits.WeightedSum(digits[..6], [4, 9, 4, 9, 4, 9]) + digits[6] - '0') % 10 == 0;
    }

    /// <summary>
    /// Number of a doctor's practice (BSNR), 9 digits that start with those of an association of physicians; no check digit.
    /// Source: as for the doctor's number, Anlage 1.
    /// </summary>
    public static bool IsBsnr(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[PracticeLength]);
        return digits.Length == PracticeLength
            && !NoPracticeAreas.AsSpan().Contains(digits[..2], StringComparison.Ordinal)
            && CompactValue.Number(digits[2..7]) > 0;
    }

    /// <summary>
    /// Entry in a register of companies, cooperatives, partnerships or associations: its section, one to six digits, and the letters with
    /// which a court tells its predecessors apart. Source: Handelsregisterverordnung, §§ 3 and 13; Gemeinsames Registerportal der Länder.
    /// </summary>
    public static bool IsRegisterEntry(ReadOnlySpan<char> value)
    {
        var entry = CompactValue.Of(value, stackalloc char[RegisterLongest]);
        var section = entry.IndexOfAnyInRange('0', '9');
        if (section < 0 || entry[..section] is not ("HRA" or "HRB" or "GNR" or "GSR" or "PR" or "VR"))
            return false;
        var number = entry[section..];
        var end = number.IndexOfAnyExceptInRange('0', '9');
        return (end < 0 ? number : number[..end]) is { Length: <= 6 } digits && digits.ContainsAnyExcept('0');
    }

    // The Land, and what its offices start with.
    private static bool IsLand(ReadOnlySpan<char> digits) =>
        CompactValue.Number(digits[..2]) is 10 or 11 or (>= 21 and <= 24) or (>= 26 and <= 28) or (>= 30 and <= 32) or 40 or 41
        || digits[0] is '5' or '9' && CompactValue.Number(digits[1..4]) is > 100 and < 400;

    private static bool OneIsRepeated(ReadOnlySpan<char> digits)
    {
        Span<int> counts = stackalloc int[10];
        var repeated = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            switch (++counts[digits[i] - '0'])
            {
                case 2:
                    repeated++;
                    break;
                case 3 when digits[i - 1] == digits[i] && digits[i - 2] == digits[i]:
                case 4:
                    return false;
            }
        }

        return repeated == 1;
    }

    private static bool IsDocument(ReadOnlySpan<char> value, string firstLetters)
    {
        var number = CompactValue.Of(value, stackalloc char[DocumentLength + 1]);
        if (number.Length < DocumentLength
            || !firstLetters.Contains(number[0])
            || number.ContainsAnyExcept(DocumentCharacters)
            || !number[1..].ContainsAnyInRange('0', '9'))
            return false;
        if (number.Length == DocumentLength)
            return true;

        var sum = 0;
        for (var i = 0; i < DocumentLength; i++)
            sum += Base36(number[i]) * (i % 3) switch { 0 => 7, 1 => 3, _ => 1 };
        return number[^1] == '0' + sum % 10;
    }

    private static int Base36(char character) => character <= '9' ? character - '0' : character - 'A' + 10;

    // Digit sums of weighted digits, where one letter counts as the two digits of its place in the alphabet.
    private static int CrossSum(ReadOnlySpan<char> characters, int letterAt, ReadOnlySpan<int> weights)
    {
        var (sum, place) = (0, 0);
        for (var i = 0; i < characters.Length; i++)
        {
            var number = i == letterAt ? characters[i] - 'A' + 1 : characters[i] - '0';
            if (i == letterAt)
                sum += DigitSum(number / 10 * weights[place++]);
            sum += DigitSum(number % 10 * weights[place++]);
        }

        return sum;

        static int DigitSum(int number) => number / 10 + number % 10;
    }
}
