using System.Collections.Frozen;

namespace Dlp.Engine.Validation;

/// <summary>
/// International bank account number: a country, two check digits, and as many characters as that country has (ISO 13616; ISO/IEC 7064
/// MOD 97-10). Source of the lengths: SWIFT, "IBAN Registry".
/// </summary>
internal static class Iban
{
    private const int Longest = 34;

    private static readonly FrozenDictionary<string, int> Lengths = Parse(
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 " +
        "FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 " +
        "MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 " +
        "SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30");

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> LengthOf = Lengths.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsValid(ReadOnlySpan<char> value)
    {
        var iban = CompactValue.Of(value, stackalloc char[Longest]);
        if (iban.Length < 15 || !LengthOf.TryGetValue(iban[..2], out var length) || iban.Length != length)
            return false;

        Span<char> moved = stackalloc char[Longest];
        iban[4..].CopyTo(moved);
        iban[..4].CopyTo(moved[(length - 4)..]);
        // Check digits run from 02 to 98: 98 less a remainder of 0 to 96. Others give the same remainder and are never issued.
        return char.IsAsciiDigit(iban[2]) && char.IsAsciiDigit(iban[3])
            && CompactValue.Number(iban[2..4]) is >= 2 and <= 98
            && CheckDigits.Mod97(moved[..length]) == 1;
    }

    private static FrozenDictionary<string, int> Parse(string countries) =>
        countries.Split(' ').ToFrozenDictionary(entry => entry[..2], entry => (int)CompactValue.Number(entry.AsSpan(2)), StringComparer.Ordinal);
}
