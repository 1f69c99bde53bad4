using System.Globalization;

namespace Dlp.Documents.CompoundFiles;

/// <summary>Property sets ([MS-OLEPS]): author, company, keywords, user-defined properties and with them the sensitivity labels.</summary>
internal static class PropertySetReader
{
    private const int MaxProperties = 10_000;
    private const int MaxElements = 10_000;
    private static readonly Guid Summary = new("F29F85E0-4FF9-1068-AB91-08002B27B3D9");
    private static readonly Guid DocumentSummary = new("D5CDD502-2E9C-101B-9397-08002B2CF9AE");
    private static readonly Guid UserDefined = new("D5CDD505-2E9C-101B-9397-08002B2CF9AE");

    // [MS-OLEPS] 2.25.1; the application's name and the template's say nothing about the content, but a path may.
    private static readonly Dictionary<uint, string> SummaryNames = new()
    {
        [2] = "Title",
        [3] = "Subject",
        [4] = "Author",
        [5] = "Keywords",
        [6] = "Comments",
        [7] = "Template",
        [8] = "Last author",
    };

    // [MS-OSHARED] 2.3.3.2.2.1.
    private static readonly Dictionary<uint, string> DocumentSummaryNames = new()
    {
        [2] = "Category",
        [3] = "Presentation format",
        [13] = "Titles of parts",
        [14] = "Manager",
        [15] = "Company",
        [26] = "Content type",
        [27] = "Content status",
        [28] = "Language",
        [29] = "Version",
    };

    /// <summary>Reads every property set of a storage: the streams whose names begin with <c>\u0005</c>.</summary>
    public static void Read(OpenedFile file, CompoundStorage storage)
    {
        foreach (var stream in storage.Streams.Where(stream => stream.Name.StartsWith('\u0005')))
            Read(file, stream.Read().Span);
    }

    private static void Read(OpenedFile file, ReadOnlySpan<byte> stream)
    {
        if (stream.UInt16At(0) != 0xFFFE)
            return;
        for (var i = 0; i < Math.Min(stream.UInt32At(24), 2); i++)
        {
            var at = 28 + (20 * i);
            if (stream.Length < at + 20)
                return;
            ReadSet(file, new Guid(stream.Slice(at, 16)), stream.At(stream.UInt32At(at + 16), stream.Length));
        }
    }

    private static void ReadSet(OpenedFile file, Guid format, ReadOnlySpan<byte> set)
    {
        var count = (int)Math.Min(set.UInt32At(4), MaxProperties);
        var codePage = CodePage.Western;
        var names = new Dictionary<uint, string>();
        var labels = new SensitivityLabels();
        for (var i = 0; i < count; i++)
        {
            if (set.UInt32At(8 + (8 * i)) == 1)
                codePage = set.UInt16At((int)Math.Min(set.UInt32At(12 + (8 * i)), int.MaxValue - 4) + 4);
        }

        for (var i = 0; i < count; i++)
        {
            if (set.UInt32At(8 + (8 * i)) == 0)
                ReadDictionary(set.At(set.UInt32At(12 + (8 * i)), set.Length), codePage, names);
        }

        for (var i = 0; i < count && !file.Text.IsFull; i++)
        {
            var id = set.UInt32At(8 + (8 * i));
            if (id <= 1)
                continue;
            var values = new List<string>();
            var at = 0;
            ReadTyped(set.At(set.UInt32At(12 + (8 * i)), set.Length), ref at, codePage, values, depth: 0);
            Emit(file, format, id, names, labels, string.Join('\n', values.Where(value => value.Length > 0)));
        }

        labels.Tell(file.Text.Add);
    }

    private static void Emit(OpenedFile file, Guid format, uint id, Dictionary<uint, string> names, SensitivityLabels labels, string value)
    {
        if (format == Summary && SummaryNames.TryGetValue(id, out var name))
            file.Text.Add(Place.Metadata(name), value);
        else if (format == DocumentSummary && DocumentSummaryNames.TryGetValue(id, out name))
            file.Text.Add(Place.Metadata(name), value);
        else if (format == UserDefined && names.TryGetValue(id, out name) && value.Length > 0)
            AddUserDefined(file, labels, name, value);
        else if (format != Summary && format != DocumentSummary && value.AsSpan().ContainsAnyInRange('A', '\uFFFF'))
            file.Text.Add(Place.SomeMetadata, value);
    }

    private static void AddUserDefined(OpenedFile file, SensitivityLabels labels, string name, string value)
    {
        if (!labels.Take(name, value))
            file.Text.Add(Place.Metadata("custom property"), $"{name}: {value}");
    }

    /// <summary>[MS-OLEPS] 2.17.</summary>
    private static void ReadDictionary(ReadOnlySpan<byte> bytes, int codePage, Dictionary<uint, string> names)
    {
        var count = Math.Min(bytes.UInt32At(0), MaxProperties);
        long at = 4;
        for (var i = 0; i < count && at < bytes.Length; i++)
        {
            var id = bytes.UInt32At((int)at);
            long length = bytes.UInt32At((int)at + 4) * (codePage == 1200 ? 2L : 1L);
            names[id] = CodePage.ReadTerminated(bytes.At(at + 8, length), codePage);
            at += 8 + (codePage == 1200 ? (length + 3) & ~3L : length);
        }
    }

    /// <summary>A typed value ([MS-OLEPS] 2.15); what is no text and no number a person wrote is passed over.</summary>
    private static void ReadTyped(ReadOnlySpan<byte> bytes, ref int at, int codePage, List<string> values, int depth)
    {
        const int vector = 0x1000;
        var type = bytes.UInt16At(at);
        at += 4;
        if ((type & vector) == 0)
        {
            ReadValue(bytes, type, ref at, codePage, values);
            return;
        }

        var count = Math.Min(bytes.UInt32At(at), MaxElements);
        at += 4;
        for (var i = 0; i < count && at < bytes.Length && at >= 0; i++)
        {
            if ((type & 0xFFF) == 0x0C && depth == 0)
                ReadTyped(bytes, ref at, codePage, values, depth + 1);
            else
                ReadValue(bytes, type & 0xFFF, ref at, codePage, values);
        }
    }

    private static void ReadValue(ReadOnlySpan<byte> bytes, int type, ref int at, int codePage, List<string> values)
    {
        switch (type)
        {
            case 0x08 or 0x1E:
                var length = (int)Math.Min(bytes.UInt32At(at), int.MaxValue / 4);
                values.Add(CodePage.ReadTerminated(bytes.At(at + 4L, length), codePage));

                // [MS-OLEPS] pads a string to four bytes; Office does not do so inside vectors.
                at += 4 + length;
                break;
            case 0x1F:
                var characters = (int)Math.Min(bytes.UInt32At(at), int.MaxValue / 8);
                values.Add(CodePage.ReadTerminated(bytes.At(at + 4L, 2L * characters), 1200));
                at += 4 + (((2 * characters) + 3) & ~3);
                break;
            case 0x03 or 0x13:
                values.Add(bytes.Int32At(at).ToString(CultureInfo.InvariantCulture));
                at += 4;
                break;
            case 0x05:
                values.Add(bytes.DoubleAt(at).ToString("R", CultureInfo.InvariantCulture));
                at += 8;
                break;
            case 0x0B:
                values.Add(bytes.UInt16At(at) != 0 ? "true" : "false");
                at += 4;
                break;
            case 0x40:
                AddTime(bytes.UInt64At(at), values);
                at += 8;
                break;
            case 0x41:
                ReadHyperlinks(bytes.At(at + 4L, bytes.UInt32At(at)), values);
                at = int.MaxValue;
                break;
            default:
                at = int.MaxValue;
                break;
        }
    }

    private static void AddTime(ulong fileTime, List<string> values)
    {
        // Before 1980 it is a duration, and after 9999 no time at all.
        if (fileTime is > 119_600_064_000_000_000 and < 2_650_467_744_000_000_000)
            values.Add(DateTime.FromFileTimeUtc((long)fileTime).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
    }

    /// <summary>The links that <c>_PID_HLINKS</c> lists, in UTF-16 ([MS-OSHARED] 2.3.3.1.18): every string in the blob.</summary>
    private static void ReadHyperlinks(ReadOnlySpan<byte> blob, List<string> values)
    {
        var count = Math.Min(blob.UInt32At(0), MaxElements);
        var at = 4;
        for (var i = 0; i < count && at < blob.Length && at >= 0; i++)
        {
            if (blob.UInt16At(at) == 0x1F)
            {
                at += 4;
                ReadValue(blob, 0x1F, ref at, 1200, values);
            }
            else
            {
                at += 8;
            }
        }
    }
}
