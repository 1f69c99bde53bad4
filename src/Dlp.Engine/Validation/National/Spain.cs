namespace Dlp.Engine.Validation.National;

/// <summary>Numbers of Spain.</summary>
internal static class Spain
{
    private const string PersonalLetters = "TRWAGMYFPDXBNJZSQVHLCKE";
    private const string CompanyKinds = "ABCDEFGHJNPQRSUVW";
    private const string CompanyLetters = "JABCDEFGHI";
    private const int NifLength = 9;
    private const string PropertyLetters = "MQWERTYUIOPASDFGHJKLBZX";
    private const int AccountLength = 20;
    private const int PropertyLength = 20;
    private const int SupplyLength = 20;

    /// <summary>
    /// Identity number (DNI): eight digits, the first of which may be left out when it is 0, and a check letter, their remainder modulo 23 in a
    /// table. Source: Ministerio del Interior,
    /// "Cálculo del dígito de control del NIF-NIE".
    /// </summary>
    public static bool IsDni(ReadOnlySpan<char> value) =>
        CompactValue.Of(value, stackalloc char[NifLength]) is { Length: NifLength or NifLength - 1 } number && IsDniOf(number);

    /// <summary>
    /// Identity number of a foreigner (NIE): X, Y or Z, which count as 0, 1, 2, seven digits, and a check letter as in the DNI.
    /// Source: Ministerio del Interior, "Cálculo del dígito de control del NIF-NIE".
    /// </summary>
    public static bool IsNie(ReadOnlySpan<char> value) =>
        CompactValue.Of(value, stackalloc char[NifLength]) is { Length: NifLength } number && IsNieOf(number);

    /// <summary>
    /// Tax number of a company or body (CIF, now NIF): a letter for its kind, seven digits, a Luhn check digit or the letter that stands for it.
    /// A, B, E and H have a digit; public bodies and foreigners usually have a letter, which the order does not say.
    /// Source: Orden EHA/451/2008; Agencia Tributaria.
    /// </summary>
    public static bool IsCif(ReadOnlySpan<char> value) =>
        CompactValue.Of(value, stackalloc char[NifLength]) is { Length: NifLength } number && IsCifOf(number);

    /// <summary>
    /// Tax number (NIF): ES, which may be left out, and a DNI, a NIE, a company's number, or K, L or M, seven digits and a check letter as
    /// in the DNI for people who have neither. Source: Real Decreto 1065/2007, articles 19 to 22; Agencia Tributaria.
    /// </summary>
    public static bool IsNif(ReadOnlySpan<char> value)
    {
        var number = IssuedDigits.Without("ES", CompactValue.Of(value, stackalloc char[NifLength + 2]));
        if (number.Length == NifLength - 1)
            return IsDniOf(number);
        return number.Length == NifLength
            && number[0] switch
            {
                'K' or 'L' or 'M' => HasLetter(number, number[1..8]),
                'X' or 'Y' or 'Z' => IsNieOf(number),
                >= '0' and <= '9' => IsDniOf(number),
                _ => IsCifOf(number),
            };
    }

    /// <summary>
    /// Bank account (CCC), 20 digits: bank, branch, two check digits, account. The first holds for bank and branch, the second for the
    /// account (weights 1, 2, 4, 8, 5, 10, 9, 7, 3, 6, modulo 11). Source: Asociación Española de Banca, "Código cuenta cliente".
    /// </summary>
    public static bool IsAccount(ReadOnlySpan<char> value)
    {
        var digits = IssuedDigits.Of(value, stackalloc char[AccountLength]);
        return digits.Length == AccountLength
            && CompactValue.Number(digits[..4]) > 0
            && CheckOf(digits[..8], [4, 8, 5, 10, 9, 7, 3, 6]) == digits[8] - '0'
            && CheckOf(digits[10..], [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]) == digits[9] - '0';
    }

    /// <summary>
    /// Cadastral reference, 20 characters: plot (7), sheet (7), property (4), two check letters, one for plot and property and one for sheet
    /// and property (weights 13, 15, 12, 5, 4, 17, 9, 21, 3, 7, 1, where A is 1 and Ñ follows N, modulo 23 in a table).
    /// Source: Real Decreto Legislativo 1/2004, article 6; the reckoning is in general use, the Dirección General del Catastro does not publish it.
    /// A reference that holds an Ñ is not looked for.
    /// </summary>
    public static bool IsCadastralReference(ReadOnlySpan<char> value)
    {
        var reference = CompactValue.Of(value, stackalloc char[PropertyLength]);
        return reference.Length == PropertyLength
            && !reference[14..18].ContainsAnyExceptInRange('0', '9')
            && PropertyLetter(reference[..7], reference[14..18]) == reference[18]
            && PropertyLetter(reference[7..14], reference[14..18]) == reference[19];
    }

    /// <summary>
    /// Point of supply of electricity or gas (CUPS): ES, 16 digits of which four are the distributor's, two check letters (the remainder modulo
    /// 529 in base 23, in the table of the DNI), and a digit and a letter for a point of measure, which may be left out.
    /// Source: Comisión Nacional de los Mercados y la Competencia, "Código unificado de punto de suministro"; Orden ITC/1659/2009.
    /// </summary>
    public static bool IsSupplyPoint(ReadOnlySpan<char> value)
    {
        var point = CompactValue.Of(value, stackalloc char[SupplyLength + 2]);
        if (point.Length is not (SupplyLength or SupplyLength + 2) || !point.StartsWith("ES", StringComparison.Ordinal))
            return false;
        var digits = point[2..18];
        if (digits.ContainsAnyExceptInRange('0', '9') || !digits.ContainsAnyExcept('0'))
            return false;
        var remainder = (int)(CompactValue.Number(digits) % 529);
        return point[18] == PersonalLetters[remainder / 23]
            && point[19] == PersonalLetters[remainder % 23]
            && (point.Length == SupplyLength || (char.IsAsciiDigit(point[20]) && "FPRCXYZ".Contains(point[21])));
    }

    private static char PropertyLetter(ReadOnlySpan<char> part, ReadOnlySpan<char> property)
    {
        ReadOnlySpan<int> weights = [13, 15, 12, 5, 4, 17, 9, 21, 3, 7, 1];
        var sum = CheckDigits.WeightedSum(property, weights[7..]);
        for (var i = 0; i < part.Length; i++)
            sum += weights[i] * (part[i] <= '9' ? part[i] - '0' : part[i] - 'A' + (part[i] > 'N' ? 2 : 1));
        return PropertyLetters[sum % 23];
    }

    private static int CheckOf(ReadOnlySpan<char> digits, ReadOnlySpan<int> weights) =>
        (11 - CheckDigits.WeightedSum(digits, weights) % 11) switch { 10 => 1, 11 => 0, var check => check };

    private static bool IsDniOf(ReadOnlySpan<char> number) => HasLetter(number, number[..^1]) && number[..^1].ContainsAnyExcept('0');

    private static bool IsNieOf(ReadOnlySpan<char> number)
    {
        if (number[0] is < 'X' or > 'Z')
            return false;
        Span<char> digits = stackalloc char[8];
        number[..8].CopyTo(digits);
        digits[0] = (char)(number[0] - 'X' + '0');
        return HasLetter(number, digits);
    }

    private static bool HasLetter(ReadOnlySpan<char> number, ReadOnlySpan<char> digits) =>
        !digits.ContainsAnyExceptInRange('0', '9') && number[^1] == PersonalLetters[(int)(CompactValue.Number(digits) % 23)];

    private static bool IsCifOf(ReadOnlySpan<char> number)
    {
        var digits = number[1..8];
        if (!CompanyKinds.Contains(number[0]) || digits.ContainsAnyExceptInRange('0', '9') || !digits.ContainsAnyExcept('0'))
            return false;

        var letter = CompanyLetters.IndexOf(number[8]);
        var check = letter >= 0 ? letter : number[8] - '0';
        Span<char> checkedDigits = stackalloc char[8];
        digits.CopyTo(checkedDigits);
        checkedDigits[7] = (char)('0' + check);
        if (check is < 0 or > 9 || !CheckDigits.Luhn(checkedDigits))
            return false;
        return letter < 0 || !"ABEH".Contains(number[0]);
    }
}
