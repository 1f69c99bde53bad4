namespace Dlp.Engine.Validation.National;

/// <summary>Numbers of Cyprus.</summary>
internal static class Cyprus
{
    private const int Length = 9;

    // What a digit counts in the first, third, fifth and seventh place.
    private static ReadOnlySpan<byte> OddPlaces => [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];

    /// <summary>
    /// VAT number: CY, which may be left out, eight digits that start neither with 2 nor with 12, and a check letter: the sum of the
    /// digits, those in odd places by a table, modulo 26. Source: Tax Department; European Commission, "VAT number construction rules".
    /// </summary>
    public static bool IsVat(ReadOnlySpan<char> value)
    {
        var vat = IssuedDigits.Without("CY", CompactValue.Of(value, stackalloc char[Length + 2]));
        if (vat.Length != Length || vat[..8].ContainsAnyExceptInRange('0', '9') || !vat[..8].ContainsAnyExcept('0')
            || vat[0] == '2' || vat.StartsWith("12", StringComparison.Ordinal))
            return false;
        return HasCheckLetter(vat);
    }

    /// <summary>
    /// Tax number of a person or a company (TIC): eight digits and the check letter that the VAT number has. Source: Tax Department; European
    /// Commission, "TIN by country: Cyprus". A person's starts with 0 there, companies' and later ones with others, so that no digit is asked for.
    /// </summary>
    public static bool IsTic(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[Length]);
        return number.Length == Length && !number[..8].ContainsAnyExceptInRange('0', '9') && number[..8].ContainsAnyExcept('0') && HasCheckLetter(number);
    }

    private static bool HasCheckLetter(ReadOnlySpan<char> number)
    {
        var sum = 0;
        for (var i = 0; i < 8; i++)
            sum += i % 2 == 0 ? OddPlaces[number[i] - '0'] : number[i] - '0';
        return number[8] == 'A' + sum % 26;
    }
}
