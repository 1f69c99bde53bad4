namespace Dlp.Engine.Validation.National;

/// <summary>Numbers of the European Union.</summary>
internal static class EuropeanUnion
{
    private const int Longest = 14;
    private const int LongestTyped = 40;

    // ISO 3166 numbers of the member states.
    private const string StateNumbers =
        "040 056 100 191 196 203 208 233 246 250 276 300 348 372 380 428 440 442 470 528 616 620 642 703 705 724 752";

    // Shapes as VIES writes them: 9 is a digit, @ a letter, ? either, anything else itself.
    private static readonly MemberState[] MemberStates =
    [
        new("AT", "at-uid", "U99999999"),
        new("BE", "be-vat", "9999999999", "999999999"),
        new("BG", "bg-vat", "999999999", "9999999999"),
        new("CY", "cy-vat", "99999999@"),
        new("CZ", "cz-dic", "99999999", "999999999", "9999999999"),
        new("DE", "de-vat", "999999999"),
        new("DK", "dk-cvr", "99999999"),
        new("EE", "ee-kmkr", "999999999"),
        new("EL", "gr-vat", "999999999", "99999999"),
        new("ES", "es-nif", "?9999999?"),
        new("FI", "fi-alv", "99999999"),
        new("FR", "fr-tva", "??999999999"),
        new("GR", "gr-vat", "999999999", "99999999"),
        new("HR", "hr-oib", "99999999999"),
        new("HU", "hu-anum", "99999999"),
        new("IE", "ie-vat", "9?99999@", "9999999@@"),
        new("IT", "it-iva", "99999999999"),
        new("LT", "lt-pvm", "999999999", "999999999999"),
        new("LU", "lu-tva", "99999999"),
        new("LV", "lv-pvn", "99999999999"),
        new("MT", "mt-vat", "99999999"),
        new("NL", "nl-btw", "999999999B99", "99999999B99", "9999999B99"),
        new("PL", "pl-nip", "9999999999"),
        new("PT", "pt-nif", "999999999"),
        new("RO", "ro-cf", "99", "999", "9999", "99999", "999999", "9999999", "99999999", "999999999", "9999999999"),
        new("SE", "se-vat", "999999999999"),
        new("SI", "si-ddv", "99999999"),
        new("SK", "sk-dph", "9999999999"),
        new("XI", "gb-vat", "999999999", "999999999999", "GD999", "HA999"),
    ];

    /// <summary>
    /// VAT number of a member state with the state's prefix (EL for Greece, XI for Northern Ireland), checked as that state reckons it; while
    /// there is no validator of a state, by its documented shape alone. Companies outside the Union have EU, the number
    /// of the state where they registered and six digits (non-Union scheme of the One Stop Shop); no check digit of these is published. Source: Council Directive 2006/112/EC, article 215; European
    /// Commission, VIES, "VAT number construction rules".
    /// </summary>
    public static bool IsVat(ReadOnlySpan<char> value)
    {
        // People write "LU: 12345678".
        Span<char> typed = stackalloc char[LongestTyped];
        if (value.Length > typed.Length)
            return false;
        value.Replace(typed, ':', ' ');
        typed = typed[..value.Length];

        var number = CompactValue.Of(typed, stackalloc char[Longest]);
        if (number.StartsWith("IE", StringComparison.Ordinal) || number.IsEmpty)
            return IsIrish(typed);
        if (number.StartsWith("EU", StringComparison.Ordinal))
            return number.Length == 11 && !number[2..].ContainsAnyExceptInRange('0', '9') && StateNumbers.AsSpan().Contains(number[2..5], StringComparison.Ordinal);
        foreach (var state in MemberStates)
        {
            if (number.StartsWith(state.Prefix, StringComparison.Ordinal))
                return state.Holds(number);
        }

        return false;
    }

    // Ireland's older numbers may hold a plus or a star, which no compact value does.
    private static bool IsIrish(ReadOnlySpan<char> value)
    {
        var start = value.TrimStart();
        return start.StartsWith("IE", StringComparison.OrdinalIgnoreCase) && Ireland.IsVat(start);
    }

    private readonly struct MemberState(string prefix, string validator, params string[] shapes)
    {
        public string Prefix => prefix;

        // Some states' validators want the prefix, others never have it.
        public bool Holds(ReadOnlySpan<char> number)
        {
            var withoutPrefix = number[prefix.Length..];
            return HasShape(withoutPrefix)
                && (!NationalValidators.ByName.TryGetValue(validator, out var holds) || holds(withoutPrefix) || holds(number));
        }

        private bool HasShape(ReadOnlySpan<char> number)
        {
            foreach (var shape in shapes)
            {
                if (Fits(number, shape))
                    return true;
            }

            return false;
        }

        private static bool Fits(ReadOnlySpan<char> number, string shape)
        {
            if (number.Length != shape.Length)
                return false;
            for (var i = 0; i < shape.Length; i++)
            {
                var fits = shape[i] switch
                {
                    '9' => char.IsAsciiDigit(number[i]),
                    '@' => char.IsAsciiLetter(number[i]),
                    '?' => true,
                    var itself => itself == number[i],
                };
                if (!fits)
                    return false;
            }

            return true;
        }
    }
}
