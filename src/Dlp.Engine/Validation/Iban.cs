using System.Collections.Frozen;
using System.Text;

namespace Dlp.Engine.Validation;

/// <summary>
/// International bank account number: a country, two check digits, and as many characters as that country has (ISO 13616; ISO/IEC 7064
/// MOD 97-10), of the kinds that it has where. Source of the structures: SWIFT, "IBAN Registry";
/// it also tells the digits by which Belgium and Spain check the account itself. For countries that have not registered theirs but use it, the lists that SWIFT's partners publish ("partial IBAN").
/// </summary>
public static class Iban
{
    private const int Shortest = 15;
    private const int Longest = 34;

    private static readonly FrozenDictionary<string, string> Structures = Parse(
        "AD:8n12c AE:19n AL:8n16c AT:16n AZ:4a20c BA:16n BE:12n BG:4a6n8c BH:4a14c BI:23n BR:23n1a1c BY:4c4n16c CH:5n12c CR:18n " +
        "CY:8n16c CZ:20n DE:18n DJ:23n DK:14n DO:4c20n EE:16n EG:25n ES:20n FI:14n FK:2a12n FO:14n FR:10n11c2n GB:4a14n GE:2a16n " +
        "GI:4a15c GL:14n GR:7n16c GT:4c20c HN:4a20n HR:17n HU:24n IE:4a14n IL:19n IQ:4a15n IS:22n IT:1a10n12c JO:4a4n18c KW:4a22c " +
        "KZ:3n13c LB:4n20c LC:4a24c LI:5n12c LT:16n LU:3n13c LV:4a13c LY:21n MC:10n11c2n MD:2c18c ME:18n MK:3n10c2n MN:16n MR:23n " +
        "MT:4a5n18c MU:4a19n3a NI:4a20n NL:4a10n NO:11n OM:3n16c PK:4a16c PL:24n PS:4a21c PT:21n QA:4a21c RO:4a16c RS:18n RU:14n15c " +
        "SA:2n18c SC:4a20n3a SD:14n SE:20n SI:15n SK:20n SM:1a10n12c SO:19n ST:21n SV:4a20n TL:19n TN:20n TR:6n16c UA:6n19c VA:18n " +
        "VG:4a16n XK:16n YE:4a4n18c " +
        // Not in the registry.
        "AO:21n BF:2c22n BJ:2c22n CF:23n CG:23n CI:2c22n CM:23n CV:21n DZ:22n GA:23n GQ:23n GW:2c19n IR:22n KM:23n MA:24n MG:23n ML:2c22n " +
        "MZ:21n NE:2c22n SN:2c22n TD:23n TG:2c22n");

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> StructureOf = Structures.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a value is such a number: the length and kinds of characters of its country, and check digits that hold.</summary>
    /// <param name="value">As it stands in a text: in groups or in a row, in any case.</param>
    public static bool IsValid(ReadOnlySpan<char> value)
    {
        var iban = CompactValue.Of(value, stackalloc char[Longest]);
        if (iban.Length < Shortest || !StructureOf.TryGetValue(iban[..2], out var structure) || !Fits(iban[4..], structure))
            return false;

        Span<char> moved = stackalloc char[Longest];
        iban[4..].CopyTo(moved);
        iban[..4].CopyTo(moved[(iban.Length - 4)..]);
        // Check digits run from 02 to 98: 98 less a remainder of 0 to 96. Others give the same remainder and are never issued.
        return char.IsAsciiDigit(iban[2]) && char.IsAsciiDigit(iban[3])
            && CompactValue.Number(iban[2..4]) is >= 2 and <= 98
            && CheckDigits.Mod97(moved[..iban.Length]) == 1
            && iban[..2] switch
            {
                "BE" => IsBelgian(iban[4..]),
                "ES" => IsSpanish(iban[4..]),
                _ => true,
            };
    }

    /// <summary>What stands behind the check digits of a country's numbers, a character each: <c>n</c> a digit, <c>a</c> a letter, <c>c</c> either.</summary>
    /// <param name="country">Two capital letters.</param>
    /// <returns>Null where it has no such numbers.</returns>
    public static string? KindsOf(ReadOnlySpan<char> country)
    {
        if (!StructureOf.TryGetValue(country, out var structure))
            return null;
        var kinds = new StringBuilder(Longest);
        for (var rest = structure.AsSpan(); rest.Length > 0;)
        {
            var kind = rest.IndexOfAnyExceptInRange('0', '9');
            kinds.Append(rest[kind], (int)CompactValue.Number(rest[..kind]));
            rest = rest[(kind + 1)..];
        }

        return kinds.ToString();
    }

    // The last two digits are the remainder modulo 97 of the ten before, 97 standing for none (Febelfin, "IBAN in Belgium").
    private static bool IsBelgian(ReadOnlySpan<char> account) =>
        CompactValue.Number(account[..10]) % 97 is var remainder && (remainder == 0 ? 97 : remainder) == CompactValue.Number(account[10..]);

    // The two digits in the middle check the bank with its branch, and the account (Consejo Superior Bancario, "Código Cuenta Cliente").
    private static bool IsSpanish(ReadOnlySpan<char> account)
    {
        return Check(account[..8], [4, 8, 5, 10, 9, 7, 3, 6]) == account[8] - '0'
            && Check(account[10..], [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]) == account[9] - '0';

        static int Check(ReadOnlySpan<char> digits, ReadOnlySpan<int> weights) => (11 - CheckDigits.WeightedSum(digits, weights) % 11) switch
        {
            11 => 0,
            10 => 1,
            var check => check,
        };
    }

    // A structure is told as the registry does: 10n11c2n is ten digits, eleven letters or digits, and two digits; a stands for letters.
    private static bool Fits(ReadOnlySpan<char> account, ReadOnlySpan<char> structure)
    {
        while (structure.Length > 0)
        {
            var kind = structure.IndexOfAnyExceptInRange('0', '9');
            var count = (int)CompactValue.Number(structure[..kind]);
            if (account.Length < count || !IsOf(account[..count], structure[kind]))
                return false;
            account = account[count..];
            structure = structure[(kind + 1)..];
        }

        return account.Length == 0;
    }

    private static bool IsOf(ReadOnlySpan<char> characters, char kind) => kind switch
    {
        'n' => !characters.ContainsAnyExceptInRange('0', '9'),
        'a' => !characters.ContainsAnyInRange('0', '9'),
        _ => true,
    };

    private static FrozenDictionary<string, string> Parse(string countries) =>
        countries.Split(' ').ToFrozenDictionary(entry => entry[..2], entry => entry[3..], StringComparer.Ordinal);
}
