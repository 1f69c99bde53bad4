namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that India issues.</summary>
internal static class India
{
    /// <summary>
    /// Aadhaar number, 12 digits that do not start with 0 or 1, the last a Verhoeff check digit. Source: Unique Identification Authority of India,
    /// "A UID numbering scheme" (2010). Numbers that read the same from both ends are not issued.
    /// </summary>
    public static bool IsAadhaar(ReadOnlySpan<char> value)
    {
        var aadhaar = CompactValue.DigitsOf(value, stackalloc char[12]);
        if (aadhaar.Length != 12 || aadhaar[0] is '0' or '1')
            return false;
        var palindrome = true;
        for (var i = 0; i < 6; i++)
            palindrome &= aadhaar[i] == aadhaar[^(i + 1)];
        return !palindrome && CheckDigits.Verhoeff(aadhaar);
    }

    /// <summary>Virtual ID of an Aadhaar number, 16 digits made as those. Source: Unique Identification Authority of India, circular 1 of 2018.</summary>
    public static bool IsVid(ReadOnlySpan<char> value) =>
        CompactValue.DigitsOf(value, stackalloc char[16]) is { Length: 16 } vid && vid[0] is >= '2' and <= '9' && CheckDigits.Verhoeff(vid) && vid.ContainsAnyExcept(vid[0]);

    /// <summary>
    /// Permanent account number (PAN): five letters, of which the fourth tells the kind of holder, four digits, a letter. Source: Income Tax
    /// Department, "Structure of PAN". How the last letter is computed is not published.
    /// </summary>
    public static bool IsPan(ReadOnlySpan<char> value)
    {
        var pan = CompactValue.Of(value, stackalloc char[10]);
        return pan.Length == 10
            && !pan[..5].ContainsAnyExceptInRange('A', 'Z')
            && !pan[5..9].ContainsAnyExceptInRange('0', '9')
            && char.IsAsciiLetter(pan[9])
            && pan[3] is 'A' or 'B' or 'C' or 'E' or 'F' or 'G' or 'H' or 'J' or 'K' or 'L' or 'P' or 'T'
            && CompactValue.Number(pan[5..9]) > 0;
    }

    /// <summary>
    /// Goods and services tax number (GSTIN), 15 characters: state, PAN, number of the registration, a letter (Z by default; C and D who collect or deduct tax), check character.
    /// Source: Goods and Services Tax Network, "GSTIN structure"; the check character is Luhn's over 36 characters (ISO/IEC 7812-1, extended).
    /// </summary>
    public static bool IsGstin(ReadOnlySpan<char> value)
    {
        var gstin = CompactValue.Of(value, stackalloc char[15]);
        if (gstin.Length != 15 || gstin[..2].ContainsAnyExceptInRange('0', '9'))
            return false;
        // 01 to 38 are states, 97 is "other territory", 99 is the centre.
        if (CompactValue.Number(gstin[..2]) is not (>= 1 and <= 38 or 97 or 99) || !IsPan(gstin[2..12]) || gstin[12] == '0' || gstin[13] is not 'Z' and not 'C' and not 'D')
            return false;

        var sum = 0;
        for (var i = 0; i < gstin.Length; i++)
        {
            var character = gstin[^(i + 1)];
            var number = (char.IsAsciiDigit(character) ? character - '0' : character - 'A' + 10) * (i % 2 + 1);
            sum += number / 36 + number % 36;
        }

        return sum % 36 == 0;
    }

    /// <summary>
    /// Voter's card number (EPIC): three letters, six digits, a check digit. Source: Election Commission of India, "Handbook for electoral registration
    /// officers", chapter on photo identity cards. It does not print the check; the published numbers pass Luhn's over the seven digits.
    /// </summary>
    public static bool IsEpic(ReadOnlySpan<char> value)
    {
        var epic = CompactValue.Of(value, stackalloc char[10]);
        return epic.Length == 10
            && !epic[..3].ContainsAnyExceptInRange('A', 'Z')
            && !epic[3..].ContainsAnyExceptInRange('0', '9')
            && epic[3..].ContainsAnyExcept('0')
            && CheckDigits.Luhn(epic[3..]);
    }

    /// <summary>
    /// Driving licence, 15 characters: state, two digits of the office, year of issue, seven of the sequence. Source: Ministry of Road Transport and
    /// Highways, Sarathi (the national register). There is no check digit.
    /// </summary>
    public static bool IsDrivingLicence(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[15]);
        return number.Length == 15
            && !number[2..].ContainsAnyExceptInRange('0', '9')
            && CompactValue.Number(number[4..8]) is >= 1940 and <= 2099
            && number[8..].ContainsAnyExcept('0')
            && IsState(number[..2]);
    }

    /// <summary>
    /// Registration mark of a vehicle: state, district, up to three letters, number; or the Bharat series, year, BH, number, letters. Source: Central
    /// Motor Vehicles Rules 1989, rule 50, and notification G.S.R. 594(E) of 26 August 2021; the codes of states are those of the Ministry of Road Transport.
    /// </summary>
    public static bool IsPlate(ReadOnlySpan<char> value)
    {
        var plate = CompactValue.Of(value, stackalloc char[11]);
        if (plate.Length < 6)
            return false;
        if (char.IsAsciiDigit(plate[0]))
        {
            return plate.Length is 9 or 10
                && plate[2..4] is "BH"
                && !plate[4..8].ContainsAnyExceptInRange('0', '9')
                && CompactValue.Number(plate[..2]) >= 21
                && CompactValue.Number(plate[4..8]) > 0;
        }

        var number = plate[(plate.LastIndexOfAnyExceptInRange('0', '9') + 1)..];
        return number.ContainsAnyExcept('0')
            && IsState(plate[..2]);
    }

    private static bool IsState(ReadOnlySpan<char> code)
    {
        const string States = "AN AP AR AS BR CG CH DD DL DN GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TG TN TR TS UA UK UP WB";
        return !code.ContainsAnyExceptInRange('A', 'Z') && States.AsSpan().Contains(code, StringComparison.Ordinal);
    }
}
