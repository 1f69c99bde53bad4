namespace Dlp.Documents.Archives;

/// <summary>What stands at the beginning of a cabinet ([MS-CAB] 2.1).</summary>
/// <param name="FilesOffset">Where the list of files begins.</param>
/// <param name="Files">How many files it says there are.</param>
/// <param name="Folders">How many folders.</param>
/// <param name="FoldersOffset">Where the list of folders begins.</param>
/// <param name="FolderReserve">Bytes of the application's behind each folder of the list.</param>
/// <param name="DataReserve">Bytes of the application's in each block of data.</param>
/// <param name="IsOneOfSeveral">Whether there is a cabinet before or after it.</param>
internal readonly record struct CabinetHeader(long FilesOffset, int Files, int Folders, int FoldersOffset, int FolderReserve, int DataReserve, bool IsOneOfSeveral)
{
    private const int FixedLength = 36;
    private const int HasPrevious = 1;
    private const int HasNext = 2;
    private const int HasReserve = 4;

    public static CabinetHeader Of(ReadOnlySpan<byte> cabinet)
    {
        int flags = cabinet.UInt16At(30);
        var hasReserve = (flags & HasReserve) != 0;
        var at = FixedLength + (hasReserve ? 4 + cabinet.UInt16At(FixedLength) : 0);

        // The name of the other cabinet, and of its disk.
        var names = (flags & HasPrevious) * 2 + (flags & HasNext);
        for (; names > 0; names--)
            at += cabinet.At(at, int.MaxValue).IndexOf((byte)0) + 1;
        return new CabinetHeader(
            cabinet.UInt32At(16),
            cabinet.UInt16At(28),
            cabinet.UInt16At(26),
            at,
            hasReserve ? cabinet.ByteAt(FixedLength + 2) : 0,
            hasReserve ? cabinet.ByteAt(FixedLength + 3) : 0,
            (flags & (HasPrevious | HasNext)) != 0);
    }
}
