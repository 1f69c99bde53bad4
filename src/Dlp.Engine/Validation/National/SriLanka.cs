namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Sri Lanka issues.</summary>
internal static class SriLanka
{
    /// <summary>
    /// Number of the national identity card (NIC): twelve digits since 2016, with four of the year of birth, or nine with two of the year and V or X; the day
    /// of the year follows, counted with 29 February and 500 more for women. Source: Department for Registration of Persons. How the check digit is
    /// reckoned is not published. Old numbers went to those born until 1999, of whom nobody was born before 1910.
    /// </summary>
    public static bool IsNic(ReadOnlySpan<char> value)
    {
        var number = CompactValue.Of(value, stackalloc char[12]);
        var isOld = number.Length == 10 && number[9] is 'V' or 'X';
        if (number[..(isOld ? 9 : number.Length)].ContainsAnyExceptInRange('0', '9') || !(isOld || number.Length == 12))
            return false;

        var year = isOld ? 1900 + CompactValue.Number(number[..2]) : CompactValue.Number(number[..4]);
        var day = isOld ? CompactValue.Number(number[2..5]) : CompactValue.Number(number[4..7]);
        return year is >= 1910 and < 2100 && (day is >= 1 and <= 366 || day is >= 501 and <= 866);
    }
}
