namespace Dlp.Engine.Validation.National;

/// <summary>Numbers that Indonesia issues.</summary>
internal static class Indonesia
{
    /// <summary>
    /// Population number (NIK), 16 digits: province, regency, district, date of birth (40 added to the day for women), sequence. Source: Peraturan
    /// Pemerintah nomor 40 tahun 2019, and the codes of Kementerian Dalam Negeri. There is no check digit.
    /// </summary>
    public static bool IsNik(ReadOnlySpan<char> value)
    {
        var nik = CompactValue.DigitsOf(value, stackalloc char[16]);
        if (nik.Length != 16)
            return false;
        var (day, year) = (CompactValue.Number(nik[6..8]), CompactValue.Number(nik[10..12]));
        return IsProvince(CompactValue.Number(nik[..2]))
            && CompactValue.Number(nik[2..4]) is >= 1 and <= 79
            && CompactValue.Number(nik[4..6]) > 0
            // 2000 was a leap year, as every fourth since 1904: the century does not matter.
            && CalendarDate.Exists(2000 + year, CompactValue.Number(nik[8..10]), day > 40 ? day - 40 : day)
            && CompactValue.Number(nik[12..]) > 0;
    }

    // 95 to 97 are the provinces of Papua that were founded in 2022.
    private static bool IsProvince(long code) => code is >= 11 and <= 19 or 21 or >= 31 and <= 36 or >= 51 and <= 53 or >= 61 and <= 65
        or >= 71 and <= 76 or 81 or 82 or >= 91 and <= 97;

    /// <summary>
    /// Taxpayer number (NPWP), 15 digits: nine of the taxpayer, of which the last is a Luhn check digit, three of the tax office, three of the branch. Source:
    /// Peraturan Direktur Jenderal Pajak nomor PER-04/PJ/2020. Since 2024 a 0 is put before them (PMK 112/PMK.03/2022), or a person's NIK is used.
    /// </summary>
    public static bool IsNpwp(ReadOnlySpan<char> value)
    {
        var npwp = CompactValue.DigitsOf(value, stackalloc char[16]);
        if (npwp.Length == 16 && npwp[0] == '0')
            npwp = npwp[1..];
        return npwp.Length == 15
            && npwp[..9].ContainsAnyExcept('0')
            && CheckDigits.Luhn(npwp[..9]);
    }
}
