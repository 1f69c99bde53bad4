namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Mexico issues.</summary>
internal static class Mexico
{
    private const string CurpAlphabet = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";
    private const int RfcLength = 13;
    private const string RfcAlphabet = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";

    // Aguascalientes to Zacatecas, Ciudad de México as DF, NE for born abroad.
    private const string States = "AS BC BS CC CL CM CS CH DF DG GT GR HG JC MC MN MS NT NL OC PL QT QR SP SL SR TC TS TL VZ YN ZS NE";

    // Annex 2 of the Instructivo: four letters that would make one of these words have an X in second place instead.
    private const string NotInCurp =
        "BACA BAKA BUEI BUEY CACA CACO CAGA CAGO CAKA CAKO COGE COGI COJA COJE COJI COJO COLA CULO FALO FETO GETA GUEI GUEY JETA JOTO KACA "
        + "KACO KAGA KAGO KAKA KAKO KOGE KOGI KOJA KOJE KOJI KOJO KOLA KULO LILO LOCA LOCO LOKA LOKO MAME MAMO MEAR MEAS MEON MIAR MION MOCO "
        + "MOKO MULA MULO NACA NACO PEDA PEDO PENE PIPI PITO POPO PUTA PUTO QULO RATA ROBA ROBE ROBO RUIN SENO TETA VACA VAGA VAGO VAKA VUEI "
        + "VUEY WUEI WUEY";

    // Annex IV of the instructivo of the RFC: the last letter is an X instead.
    private const string NotInRfc =
        "BUEI BUEY CACA CACO CAGA CAGO CAKA CAKO COGE COJA COJE COJI COJO CULO FETO GUEY JOTO KACA KACO KAGA KAGO KAKA KOGE KOJO KULO MAME "
        + "MAMO MEAR MEAS MEON MION MOCO MULA PEDA PEDO PENE PUTA PUTO QULO RATA RUIN";

    /// <summary>
    /// Population registry key (CURP), 18 characters: four letters of the names, year, month and day of birth, sex, state of birth, three
    /// letters (consonants by the rule, which is not enforced here), a digit for those born before 2000 and a letter after, check digit weighted 18 to 2, modulo 10. Source: Secretaría de
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
            || IsListed(NotInCurp, curp[..4])
            || !IsListed(States, curp[11..13])
            || curp[13..16].ContainsAnyExceptInRange('A', 'Z')
            || curp[17] is < '0' or > '9')
        {
            return false;
        }

        var century = char.IsAsciiDigit(curp[16]) ? 1900 : 2000;
        if (!IsDate(curp[4..10], century))
            return false;

        var sum = 0;
        for (var i = 0; i < length - 1; i++)
            sum += CurpAlphabet.IndexOf(curp[i], StringComparison.Ordinal) * (length - i);
        return (10 - sum % 10) % 10 == curp[17] - '0';
    }

    /// <summary>
    /// Taxpayer number (RFC), 12 characters of a company or 13 of a person: three or four letters of the name, among them Ñ and &amp;,
    /// year, month and day, two characters of the homonym key, a check digit weighted 13 to 2, modulo 11, where 10 is A. Source: Servicio
    /// de Administración Tributaria, "Instructivo del RFC"; Código Fiscal de la Federación, article 27.
    /// </summary>
    public static bool IsRfc(ReadOnlySpan<char> value)
    {
        var rfc = RfcOf(value, stackalloc char[RfcLength]);
        if (rfc.IsEmpty)
            return false;

        // A company's number is reckoned with a space in front.
        var sum = rfc.Length == RfcLength ? 0 : RfcLength * RfcAlphabet.IndexOf(' ', StringComparison.Ordinal);
        for (var i = 1; i < rfc.Length; i++)
            sum += RfcAlphabet.IndexOf(rfc[^(i + 1)], StringComparison.Ordinal) * (i + 1);
        return "0A987654321"[sum % 11] == rfc[^1];
    }

    /// <summary>
    /// As <see cref="IsRfc"/>, whatever the check digit: lists of numbers hold many with a wrong one. Whether they were issued so could not
    /// be verified. A person's may lack the last three, which the authority adds (Código Fiscal de la Federación: "RFC sin homoclave").
    /// </summary>
    public static bool IsRfcForm(ReadOnlySpan<char> value) => !RfcOf(value, stackalloc char[RfcLength], mayLackKey: true).IsEmpty;

    // The characters of what has the form of an RFC, else none.
    private static ReadOnlySpan<char> RfcOf(ReadOnlySpan<char> value, Span<char> buffer, bool mayLackKey = false)
    {
        var length = 0;
        foreach (var character in value)
        {
            if (char.IsWhiteSpace(character) || character is '-' or '‐' or '‑' or '–' or '.')
                continue;
            var capital = char.ToUpperInvariant(character);
            if (length == buffer.Length || !RfcAlphabet.Contains(capital, StringComparison.Ordinal))
                return [];
            buffer[length++] = capital;
        }

        if (length == RfcLength - 3 && mayLackKey)
        {
            "000".CopyTo(buffer[length..]);
            length += 3;
        }

        if (length is not RfcLength and not RfcLength - 1)
            return [];

        var rfc = buffer[..length];
        var isForm = !rfc[..^9].ContainsAnyInRange('0', '9')
            && !IsListed(NotInRfc, rfc[..^9])
            && !rfc[^9..^3].ContainsAnyExceptInRange('0', '9')
            && (IsDate(rfc[^9..^3], 1900) || IsDate(rfc[^9..^3], 2000))
            && !rfc[^3..].ContainsAny('&', 'Ñ')
            && rfc[^1] is 'A' or >= '0' and <= '9';
        return isForm ? rfc : [];
    }

    // Whether a word is one of a list of words of its length with a space between.
    private static bool IsListed(string list, ReadOnlySpan<char> word)
    {
        for (var i = 0; i + word.Length <= list.Length; i += word.Length + 1)
        {
            if (word.SequenceEqual(list.AsSpan(i, word.Length)))
                return true;
        }

        return false;
    }

    private static bool IsDate(ReadOnlySpan<char> date, int century) =>
        CalendarDate.Exists(century + CompactValue.Number(date[..2]), CompactValue.Number(date[2..4]), CompactValue.Number(date[4..]));
}
