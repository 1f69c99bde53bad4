namespace Dlp.Documents.OldOffice;

/// <summary>Workbooks with a password ([MS-XLS] 2.2.10).</summary>
internal static class ExcelDecryption
{
    private const int FilePass = 0x002F;

    /// <summary>Opens a workbook; false when it needs a password, which is then said.</summary>
    public static bool TryDecrypt(ref ReadOnlyMemory<byte> stream, OpenedFile file)
    {
        // FilePass stands behind the first BOF and at most a few records ([MS-XLS] 2.1.7.20.3).
        foreach (var record in ExcelRecord.Read(stream, file.Token).Take(20))
        {
            if (record.Type != FilePass)
                continue;
            file.Text.Refuse(PartStatus.Encrypted, "encrypted Excel workbook: it needs a password");
            return false;
        }

        return true;
    }
}
