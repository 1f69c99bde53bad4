using System.Text;
using System.Text.RegularExpressions;
using Dlp.Documents.Archives;

namespace Dlp.Documents.Office;

/// <summary>
/// Reads documents of Word, Excel and PowerPoint since 2007, with and without macros, and their templates (ECMA-376): all parts of the package, in
/// the order in which people see them.
/// </summary>
internal sealed partial class OfficeReader
{
    private readonly OpenedFile _file;
    private readonly OfficePackage _package;
    private readonly CellFormats _formats = new();
    private readonly SharedStrings _strings;
    private readonly Workbook _workbook;

    private OfficeReader(OpenedFile file, ZipWalker zip)
    {
        _file = file;
        _package = new OfficePackage(file, zip);
        _strings = new SharedStrings(file.Text, file.Options.MaxCharacters);
        _workbook = new Workbook(_strings, _formats);
    }

    /// <summary>Reads a package whose entries are known.</summary>
    public static void Read(OpenedFile file, ZipWalker zip)
    {
        foreach (var fault in zip.Faults)
            file.Text.Miss(fault);
        if (zip.IsOverLimit)
            file.Text.Refuse(PartStatus.TooLarge, Details.TooManyParts(file.Options));
        new OfficeReader(file, zip).Read();
    }

    private void Read()
    {
        ReadWorkbooks();
        NameSlides();
        foreach (var part in _package.Parts.Where(part => !part.IsRead && part.Type == "officeDocument").ToList())
            ReadPart(part);
        foreach (var part in _package.Parts.Where(part => !part.IsRead && part.Order < int.MaxValue).OrderBy(part => part.Order).ToList())
            ReadPart(part);
        foreach (var part in _package.Parts.Where(part => !part.IsRead && (part.IsBinary || IsXml(part))).ToList())
            ReadPart(part);
        _strings.TellUnused();
        foreach (var target in _package.ExternalTargets)
            _file.Text.Add(Place.Link, target);
        _package.People.Tell();
        foreach (var part in _package.Parts.Where(part => !part.IsRead))
            ReadEmbedded(part);
    }

    /// <summary>The sheets need the workbook's list of them, its strings and its formats.</summary>
    private void ReadWorkbooks()
    {
        foreach (var part in _package.Parts.Where(part => IsXml(part) && part.FileName.StartsWith("workbook", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            using var xml = part.Open();
            if (!ReadRoot(xml, part) || xml.Name != "workbook")
            {
                part.IsRead = false;
                continue;
            }

            NameSheets(part, WorkbookText.Read(part, xml, _formats.Numbers));
        }

        ReadBinaryWorkbooks();
        foreach (var part in _package.Parts.Where(part => part.Type is "sharedStrings" or "styles" && IsXml(part)).ToList())
        {
            using var xml = part.Open();
            if (!ReadRoot(xml, part))
                continue;
            if (xml.Name == "sst")
                _strings.Read(xml);
            else if (xml.Name == "styleSheet")
                _formats.Read(xml);
        }
    }

    /// <summary>The same of workbooks in records (XLSB).</summary>
    private void ReadBinaryWorkbooks()
    {
        foreach (var part in _package.Parts.Where(part => part.IsBinary && part.Type is ("officeDocument" or "sharedStrings" or "styles")).ToList())
        {
            if (BytesOf(part) is not { } bytes)
                continue;
            if (part.Type == "sharedStrings")
                BinaryWorkbook.ReadStrings(bytes.Span, _strings);
            else if (part.Type == "styles")
                BinaryWorkbook.ReadStyles(bytes.Span, _formats.Numbers);
            else
                NameSheets(part, BinaryWorkbook.ReadWorkbook(_file.Text, bytes.Span, _formats.Numbers));
        }
    }

    /// <summary>A part in records; false when it is none that is known.</summary>
    private bool TryReadBinary(OfficePart part)
    {
        var isKnown = part.Type is "worksheet" or "chartsheet" or "dialogsheet" or "xlMacrosheet" or "comments"
            or "pivotCacheDefinition" or "pivotCacheRecords" or "pivotTable" or "externalLink" or "connections" or "queryTable" or "table" or "sheetMetadata" or "calcChain"
            or "xlBinaryIndex" or "binaryIndex" or "revisionHeaders" or "revisionLog" or "usernames";
        if (!isKnown || BytesOf(part) is not { } bytes)
            return isKnown;
        switch (part.Type)
        {
            case "worksheet" or "chartsheet" or "dialogsheet" or "xlMacrosheet":
                BinaryWorkbook.ReadSheet(part, bytes.Span, _workbook);
                break;
            case "comments":
                BinaryWorkbook.ReadComments(part, bytes.Span);
                break;
            default:
                BinaryStrings.Read(_file.Text, part.PlaceOf(Place.Part(part.FileName)), bytes.Span);
                break;
        }

        return true;
    }

    /// <summary>Null when it is encrypted or damaged from its beginning, which is said.</summary>
    private ReadOnlyMemory<byte>? BytesOf(OfficePart part)
    {
        part.IsRead = true;
        var (bytes, fault) = _package.Zip.Read(part.Entry);
        if (fault is { Status: PartStatus.Encrypted or PartStatus.TooLarge })
            _file.Text.Refuse(fault.Status, Details.OfPart(fault.Detail));
        else if (fault is not null)
            _file.Text.Miss(Details.OfPart(fault.Detail));
        return bytes.IsEmpty ? null : bytes;
    }

    private void NameSheets(OfficePart workbook, List<(string Id, Place Place)> sheets)
    {
        for (var i = 0; i < sheets.Count; i++)
        {
            if (_package.PartOf(workbook, sheets[i].Id) is not { } sheet)
                continue;
            sheet.Order = i;
            _package.SetOwner(sheet, sheets[i].Place);
        }
    }

    /// <summary>Slides are numbered by the presentation, not by their files (ECMA-376 part 1, 19.2.1.34).</summary>
    private void NameSlides()
    {
        foreach (var presentation in _package.Parts.Where(part => part.FileName.StartsWith("presentation", StringComparison.OrdinalIgnoreCase) && IsXml(part)).ToList())
        {
            using var xml = presentation.Open();
            var number = 0;
            while (xml.Read())
            {
                if (!xml.IsElement)
                    continue;
                if (xml.Name == "sldId")
                {
                    number++;
                    if (_package.PartOf(presentation, xml.RelationshipId()) is { } slide)
                    {
                        slide.Order = number;
                        _package.SetOwner(slide, Place.Slide(number, IsHidden(slide)));
                    }
                }
                else if (xml.Name is "section" or "custShow")
                {
                    _file.Text.Add(xml.Name == "section" ? Place.Section : Place.GivenName, xml.Attribute("name") ?? "");
                }
            }
        }
    }

    private static bool IsHidden(OfficePart slide)
    {
        using var xml = slide.Open();
        slide.IsRead = false;
        return ReadRoot(xml, slide) && xml.Attribute("show") is "0" or "false";
    }

    private void ReadPart(OfficePart part)
    {
        part.IsRead = true;
        if (part.IsBinary)
        {
            part.IsRead = TryReadBinary(part);
            return;
        }

        using var xml = part.Open();
        if (ReadRoot(xml, part))
            OfficePartText.Read(part, xml, _workbook);
        else if (!part.Entry.IsEncrypted && !_file.Text.IsFull)
            part.IsRead = false;
    }

    /// <summary>Goes to the root element.</summary>
    private static bool ReadRoot(PartXml xml, OfficePart part)
    {
        while (xml.Read())
        {
            if (xml.IsElement)
                return true;
        }

        return part.Entry.IsEncrypted;
    }

    /// <summary>Pictures, embedded documents, macros and whatever else was put into the package.</summary>
    private void ReadEmbedded(OfficePart part)
    {
        part.IsRead = true;
        if (EmbeddedFont.Is(part.Path, _package.Zip, part.Entry))
            return;
        if (IsDataModel().IsMatch(part.Path))
        {
            _file.Text.Miss(new("the tables of its data model (Power Pivot) were not read", "les tables de son modèle de données (Power Pivot) n'ont pas été lues"));
            return;
        }

        if (IsSettingsOfProgram().IsMatch(part.Path))
        {
            BinaryStrings.Read(_file.Text, part.PlaceOf(Place.SettingsOfProgram), _package.Zip.Read(part.Entry).Bytes.Span);
            return;
        }

        ZipReader.TakeEntry(_file, _package.Zip, part.Entry);
    }

    /// <summary>By its name; or, when its name says otherwise, because it begins as XML of Office does.</summary>
    private bool IsXml(OfficePart part)
    {
        if (part.IsXml is { } known)
            return known;
        var isXml = NameOfXml().IsMatch(part.Path);
        if (!isXml && !IsMedia().IsMatch(part.Path))
        {
            Span<byte> start = stackalloc byte[1_024];
            using var stream = _package.Zip.OpenEntry(part.Entry);
            var text = Encoding.UTF8.GetString(start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]).Replace("\0", "", StringComparison.Ordinal);
            isXml = text.TrimStart('\uFEFF', ' ', '\r', '\n').StartsWith('<')
                && (text.Contains("schemas.openxmlformats.org/", StringComparison.Ordinal) || text.Contains("purl.oclc.org/ooxml/", StringComparison.Ordinal));
        }

        part.IsXml = isXml;
        return isXml;
    }

    /// <summary>The database of Power Pivot ([MS-XLDM]): whole tables, columns of their own format, compressed.</summary>
    [GeneratedRegex(@"/model/item[^/]*\.data$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsDataModel();

    [GeneratedRegex(@"\.(xml|vml)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NameOfXml();

    [GeneratedRegex(@"\.(png|jpe?g|gif|emf|wmf|tiff?|bmp|bin|docx|xlsx|pptx|odttf)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsMedia();

    [GeneratedRegex(@"/(printerSettings|customProperty|activeX|vbaProjectSignature)[^/]*\.bin$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsSettingsOfProgram();
}
