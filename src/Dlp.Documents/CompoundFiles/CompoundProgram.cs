namespace Dlp.Documents.CompoundFiles;

/// <summary>Which program wrote a compound file, told by its streams and by the class of its root.</summary>
internal static class CompoundProgram
{
    private static readonly (string Stream, string Description)[] ByStream =
    [
        ("VisioDocument", "Visio drawing"),
        ("SwDocContentMgr", "SolidWorks document"),
        ("StarWriterDocument", "StarOffice text"),
        ("StarCalcDocument", "StarOffice spreadsheet"),
        ("StarDrawDocument3", "StarOffice presentation"),
        ("PerfectOffice_MAIN", "WordPerfect document"),
        ("MatOST", "Works document"),
        ("MM", "Works document"),
        ("WksSSWorkBook", "Works spreadsheet"),
        ("NativeContent_MAIN", "Quattro Pro spreadsheet"),
        ("HwpSummaryInformation", "Hangul document"),
        ("\u0005HwpSummaryInformation", "Hangul document"),
        ("Catalog", "thumbnails of Windows"),
        ("Props", "Project plan"),
        ("Equation Native", "equation"),
        ("\u4840\u3F3F\u4577\u446C\u3E6A\u44B2\u482F", "Windows Installer package"),
    ];

    private static readonly Dictionary<Guid, string> ByClass = new()
    {
        [new("00021201-0000-0000-00C0-000000000046")] = "Publisher document",
        [new("00021A14-0000-0000-C000-000000000046")] = "Visio drawing",
        [new("00021A13-0000-0000-C000-000000000046")] = "Visio drawing",
        [new("000C1084-0000-0000-C000-000000000046")] = "Windows Installer package",
        [new("000C1086-0000-0000-C000-000000000046")] = "Windows Installer patch",
        [new("000C1082-0000-0000-C000-000000000046")] = "Windows Installer transform",
        [new("74B78F3A-C8C8-11D1-BE11-00C04FB6FAF1")] = "Project plan",
        [new("00020D0B-0000-0000-C000-000000000046")] = "Outlook message",
        [new("0006F046-0000-0000-C000-000000000046")] = "Outlook template",
    };

    /// <summary>For people, beginning a sentence: <c>Visio drawing</c>; null when nothing tells.</summary>
    public static string? Of(CompoundStorage storage)
    {
        foreach (var (stream, description) in ByStream)
        {
            if (storage.Stream(stream) is not null)
                return description;
        }

        if (storage.Storage("Quill") is not null)
            return "Publisher document";
        return storage.Clsid != Guid.Empty && ByClass.TryGetValue(storage.Clsid, out var program) ? program : null;
    }
}
