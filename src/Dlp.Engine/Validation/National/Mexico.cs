using System.Buffers;

namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Mexico issues.</summary>
internal static class Mexico
{
    private const string CurpAlphabet = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
    private const string RfcAlphabet = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";

    // Aguascalientes to Zacatecas, Ciudad de México as DF, NE for born abroad.
    private const string States = "AS BC BS CC CL CM CS CH DF DG GT GR HG JC MC MN MS NT NL OC PL QT QR SP SL SR TC TS TL VZ YN ZS NE";

    private static readonly SearchValues<char> Consonants = SearchValues.Create("BCDFGHJKLMNPQRSTVWXYZ");

    /// <summary>
    /// Population registry key (CURP), 18 characters: four letters of the names, year, month and day of birth, sex, state of birth, three
    /// consonants, a digit for those born before 2000 and a letter after, check digit weighted 18 to 2, modulo 10. Source: Secretaría de
    /// Gobernación (RENAPO), "Instructivo Normativo para la Asignación de la CURP", DOF 18.10.2021.
    /// </summary>
    public static bool IsCurp(ReadOnlySpan<char> value)
    {
        const int length = 18;
        var curp = CompactValue.Of(value, stackalloc char[length]);
        if (curp.Length != length
            || curp[..4].ContainsAnyExceptInRange('A', 'Z')
            || curp[4..10].ContainsAnyExceptInRange('0', '9')
            || curp[10] is not 'H' and not 'M' and not 'X'
            || !IsState(curp[11..13])
            || curp[13..16].ContainsAnyExcept(Consonants)
            || curp[17] is < '0' or > '9')
        {
            return false;
        }

        var century = char.IsAsciiDigit(curp[16]) ? 1900 : 2000;
        if (!IsDate(curp[4..10], century))
            return false;

        var sum = 0;
        for (var i = 0; i < length - 1; i++)
            sum += CurpAlphabet.IndexOf(curp[i]) * (length - i);
        return (10 - sum % 10) % 10 == curp[17] - '0';

        static bool IsState(ReadOnlySpan<char> state)
        {
            for (var i = 0; i < States.Length; i += 3)
            {
                if (state.SequenceEqual(States.AsSpan(i, 2)))
                    return true;
            }

            return false;
        }
    }

    /// <summary>
    /// Taxpayer number (RFC), 12 characters of a company or 13 of a person: three or four letters of the name, among them Ñ and &amp;,
    /// year, month and day, two characters of the homonym key, a check digit weighted 13 to 2, modulo 11, where 10 is A. Source: Servicio
    /// de Administración Tributaria, "Instructivo del RFC"; Código Fiscal de la Federación, article 27.
    /// </summary>
    public static bool IsRfc(ReadOnlySpan<char> value)
    {
        const int length = 13;
        Span<char> buffer = stackalloc char[length];
        var filled = 0;
        foreach (var character in value)
        {
            if (char.IsWhiteSpace(character) || character is '-' or '‐' or '‑' or '–' or '.')
                continue;
            var capital = char.ToUpperInvariant(character);
            if (filled == length || capital == ' ' || !RfcAlphabet.Contains(capital, StringComparison.Ordinal))
                return false;
            buffer[filled++] = capital;
        }

        if (filled is not length and not length - 1)
            return false;

        var rfc = buffer[..filled];
        var letters = rfc[..^9];
        return !letters.ContainsAnyInRange('0', '9')
            && !rfc[^9..^3].ContainsAnyExceptInRange('0', '9')
            && (IsDate(rfc[^9..^3], 1900) || IsDate(rfc[^9..^3], 2000))
            && !rfc[^3..].ContainsAny('&', 'Ñ')
            && CheckDigit(rfc) == rfc[^1];

        // A company's number is reckoned with a space in front.
        static char CheckDigit(ReadOnlySpan<char> rfc)
        {
            var sum = rfc.Length == length ? 0 : length * RfcAlphabet.IndexOf(' ');
            for (var i = 1; i < rfc.Length; i++)
                sum += RfcAlphabet.IndexOf(rfc[^(i + 1)]) * (i + 1);
            return "0A987654321"[sum % 11];
        }
    }

    private static bool IsDate(ReadOnlySpan<char> date, int century) =>
        CalendarDate.Exists(century + CompactValue.Number(date[..2]), CompactValue.Number(date[2..4]), CompactValue.Number(date[4..]));
}
