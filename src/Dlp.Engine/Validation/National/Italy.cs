namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Italy issues.</summary>
internal static class Italy
{
    private const int CodeLength = 16;
    private const string Months = "ABCDEHLMPRST";

    // What stands for the digits 0 to 9 when two people would have the same code (omocodia).
    private const string DigitLetters = "LMNPQRSTUV";

    // What a letter or digit counts in odd places.
    private static ReadOnlySpan<int> OddValues => [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    private static ReadOnlySpan<int> DigitPlaces => [6, 7, 9, 10, 12, 13, 14];

    /// <summary>
    /// Tax code of a person (codice fiscale), sixteen characters: three letters of the surname and three of the name, year, letter of the
    /// month and day of birth (40 more for women), code of the place, check letter; letters may stand for digits when two people would have
    /// the same code. Or the eleven digits of a provisional code, built as a VAT number. Source: decreto del Ministero delle Finanze
    /// 23 dicembre 1976, n. 13813; Agenzia delle Entrate, "Codice fiscale".
    /// </summary>
    public static bool IsCodiceFiscale(ReadOnlySpan<char> value)
    {
        Span<char> buffer = stackalloc char[CodeLength];
        var code = CompactValue.Of(value, buffer);
        if (code.Length != CodeLength)
            return IsIva(value) && char.IsAsciiDigit(code[0]);
        if (code[..6].ContainsAnyExceptInRange('A', 'Z') || !char.IsAsciiLetter(code[11]) || !HasCheckLetter(code))
            return false;

        foreach (var place in DigitPlaces)
        {
            var digit = DigitLetters.IndexOf(buffer[place]);
            if (digit >= 0)
                buffer[place] = (char)('0' + digit);
            if (!char.IsAsciiDigit(buffer[place]))
                return false;
        }

        var year = CompactValue.Number(code[6..8]);
        var month = Months.IndexOf(code[8]) + 1;
        var day = CompactValue.Number(code[9..11]);
        if (day > 40)
            day -= 40;
        return CalendarDate.Exists(1900 + year, month, day) || CalendarDate.Exists(2000 + year, month, day);
    }

    /// <summary>As <see cref="IsCodiceFiscale"/> of sixteen characters, whatever day they tell.</summary>
    public static bool IsCodiceFiscaleForm(ReadOnlySpan<char> value) =>
        CompactValue.Of(value, stackalloc char[CodeLength]) is { Length: CodeLength } code
        && !code[..6].ContainsAnyExceptInRange('A', 'Z') && char.IsAsciiLetter(code[11]) && Months.Contains(code[8]) && HasCheckLetter(code);

    /// <summary>
    /// VAT number (partita IVA): IT, which may be left out, and eleven digits: seven of the taxpayer, three of the office (001 to 100, 120,
    /// 121, 888, 999), a Luhn check digit. Source: decreto del Ministero delle Finanze 23 dicembre 1976; DPR 633/1972, article 35.
    /// </summary>
    public static bool IsIva(ReadOnlySpan<char> value)
    {
        var number = VatPrefix.Without(CompactValue.Of(value, stackalloc char[13]), "IT");
        return number.Length == 11
            && !number.ContainsAnyExceptInRange('0', '9')
            && number[..7].ContainsAnyExcept('0')
            && CompactValue.Number(number[7..10]) is (>= 1 and <= 100) or 120 or 121 or 888 or 999
            && CheckDigits.Luhn(number);
    }

    private static bool HasCheckLetter(ReadOnlySpan<char> code)
    {
        var sum = 0;
        for (var i = 0; i < CodeLength - 1; i++)
        {
            var rank = char.IsAsciiDigit(code[i]) ? code[i] - '0' : code[i] - 'A';
            sum += i % 2 == 0 ? OddValues[rank] : rank;
        }

        return 'A' + sum % 26 == code[^1];
    }
}
