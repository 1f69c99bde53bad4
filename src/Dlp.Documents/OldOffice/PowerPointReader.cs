using System.Text;
using Dlp.Documents.CompoundFiles;

namespace Dlp.Documents.OldOffice;

/// <summary>
/// Reads presentations of PowerPoint 97 to 2003 ([MS-PPT]): slides in their order with notes, comments and links, masters' own text, and what earlier savings left behind.
/// </summary>
internal sealed class PowerPointReader
{
    private const int DocumentType = 0x03E8;
    private const int SlideType = 0x03EE;
    private const int NotesType = 0x03F0;
    private const int MasterType = 0x03F8;
    private const int ListType = 0x0FF0;
    private const int PersistType = 0x03F3;
    private const int ObjectType = 0x1011;
    private const int MaxDepth = 64;
    private const int MaxRecords = 5_000_000;

    private readonly OpenedFile _file;
    private readonly ReadOnlyMemory<byte> _stream;
    private readonly Dictionary<uint, uint> _offsets = [];
    private readonly HashSet<int> _read = [];
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private int _records;

    private PowerPointReader(OpenedFile file, ReadOnlyMemory<byte> stream)
    {
        _file = file;
        _stream = stream;
    }

    /// <summary>Reads a presentation; what to say of one that needs a password, else null.</summary>
    public static LocalizedText? Read(OpenedFile file, CompoundStorage storage)
    {
        const uint encrypted = 0xF3D1C4DF;
        ReadOnlyMemory<byte> stream = storage.Read("PowerPoint Document"), user = storage.Read("Current User");
        var reader = new PowerPointReader(file, stream);
        if (user.Span.UInt32At(12) == encrypted || !reader.ReadDirectory(user.Span.UInt32At(16), out var document))
            return Details.Of(new("encrypted PowerPoint presentation", "présentation PowerPoint chiffrée"), Details.NeedsPassword);
        reader.ReadDocument(document);
        OfficeArt.ReadPictures(file, storage.Read("Pictures"));
        return null;
    }

    /// <summary>
    /// Where each object lies, newest saving first ([MS-PPT] 2.1.2); false when an encryption session is named.
    /// </summary>
    private bool ReadDirectory(uint edit, out uint document)
    {
        const int editType = 0x0FF5, directoryType = 0x1772, sizeWithEncryption = 0x20;
        document = 0;
        for (var seen = new HashSet<uint>(); edit != 0 && seen.Add(edit);)
        {
            _file.Token.ThrowIfCancellationRequested();
            if (PowerPointRecord.At(_stream, edit) is not { Type: editType } record)
                break;
            if (record.Body.Length >= sizeWithEncryption && record.Data.UInt32At(28) != 0)
                return false;
            if (document == 0)
                document = record.Data.UInt32At(16);
            if (PowerPointRecord.At(_stream, record.Data.UInt32At(12)) is { Type: directoryType } directory)
                AddOffsets(directory.Data);
            edit = record.Data.UInt32At(8);
        }

        return true;
    }

    private void AddOffsets(ReadOnlySpan<byte> directory)
    {
        for (var at = 0; at + 4 <= directory.Length;)
        {
            var entry = directory.UInt32At(at);
            uint first = entry & 0xF_FFFF, count = entry >> 20;
            at += 4;
            for (uint i = 0; i < count && at + 4 <= directory.Length; i++, at += 4)
                _offsets.TryAdd(first + i, directory.UInt32At(at));
        }
    }

    private void ReadDocument(uint reference)
    {
        if (Find(reference) is { Type: DocumentType } document)
        {
            _read.Add(document.Offset);
            ReadLists(document);
            ReadTexts(document, Place.Presentation, except: ListType);
        }
        else
        {
            _file.Text.Miss(new("the list of its slides is missing or damaged; they were read in the order of the file", "la liste de ses diapositives manque ou est endommagée ; elles ont été lues dans l'ordre du fichier"));
        }

        // Objects, and whatever no list names: slides of earlier savings stay in the file.
        foreach (var record in PowerPointRecord.Read(_stream))
        {
            if (_file.Text.IsFull)
                return;
            if (record.Type == ObjectType)
                ReadObject(record);
            else if (record.IsContainer && !_read.Contains(record.Offset))
                ReadTexts(record, record.Type == MasterType ? Place.Master : Place.UnlistedOrEarlierSlide);
        }
    }

    /// <summary>Slides, masters and notes in their order ([MS-PPT] 2.4.14.3), with the text that the outline holds for each.</summary>
    private void ReadLists(PowerPointRecord document)
    {
        var number = 0;
        var notes = new Dictionary<uint, int>();
        var lists = document.Children().Where(record => record.Type == ListType).ToList();
        foreach (var list in lists.Where(list => list.Instance == 0))
        {
            var place = Place.SomeSlide;
            foreach (var record in list.Children())
            {
                if (record.Type != PersistType)
                {
                    ReadText(record, place);
                    continue;
                }

                number++;
                place = Place.Slide(number);
                notes.TryAdd(record.Data.UInt32At(12), number);
                if (Find(record.Data.UInt32At(0)) is { Type: SlideType } slide)
                {
                    place = Place.Slide(number, IsHidden(slide));
                    _read.Add(slide.Offset);
                    ReadTexts(slide, place);
                }
            }
        }

        foreach (var list in lists.Where(list => list.Instance != 0))
        {
            var place = list.Instance == 1 ? Place.Master : Place.SpeakerNotes;
            foreach (var record in list.Children())
            {
                if (record.Type != PersistType)
                    ReadText(record, place);
                else if (Find(record.Data.UInt32At(0)) is { } sheet && _read.Add(sheet.Offset))
                    ReadTexts(sheet, PlaceOf(sheet, place, notes));
            }
        }
    }

    private static Place PlaceOf(PowerPointRecord sheet, Place place, Dictionary<uint, int> slides)
    {
        const int notesAtom = 0x03F1;
        if (sheet.Type != NotesType)
            return place;
        foreach (var record in sheet.Children())
        {
            if (record.Type == notesAtom && slides.TryGetValue(record.Data.UInt32At(0), out var number))
                return Place.SpeakerNotes.In(Place.Slide(number));
        }

        return place;
    }

    /// <summary>[MS-PPT] 2.6.6, SlideShowSlideInfoAtom.</summary>
    private static bool IsHidden(PowerPointRecord slide)
    {
        const int showAtom = 0x03F9, hidden = 4;
        return slide.Children().Any(record => record.Type == showAtom && (record.Data.UInt16At(10) & hidden) != 0);
    }

    private PowerPointRecord? Find(uint reference) => _offsets.TryGetValue(reference, out var offset) ? PowerPointRecord.At(_stream, offset) : null;

    /// <summary>Every text in a record, at any depth.</summary>
    private void ReadTexts(PowerPointRecord root, Place place, int except = -1)
    {
        const int comment = 0x2EE0, notesMaster = 0x0FC9;
        var open = new Stack<(IEnumerator<PowerPointRecord> Records, Place Place)>();
        open.Push((root.Children().GetEnumerator(), root.Type == notesMaster ? Place.HandoutMaster : place));
        while (open.TryPeek(out var level))
        {
            _file.Token.ThrowIfCancellationRequested();
            if (!level.Records.MoveNext() || ++_records > MaxRecords)
            {
                open.Pop();
                continue;
            }

            var record = level.Records.Current;
            if (record.Type == except)
                continue;
            if (!record.IsContainer)
                ReadText(record, level.Place);
            else if (open.Count < MaxDepth)
                open.Push((record.Children().GetEnumerator(), record.Type == comment ? Place.Comment.In(place) : level.Place));
            else
                _file.Text.Miss(new("a part of it is nested too deeply and was not read", "un de ses éléments est imbriqué trop profondément et n'a pas été lu"));
        }
    }

    private void ReadText(PowerPointRecord record, Place place)
    {
        const int characters = 0x0FA0, bytes = 0x0FA8, text = 0x0FBA, properties = 0xF00B, moreProperties = 0xF122;
        switch (record.Type)
        {
            case characters or text:
                Add(place, Encoding.Unicode.GetString(record.Data), isOnce: record.Type == text);
                break;
            case bytes:
                Add(place, Encoding.Latin1.GetString(record.Data), isOnce: false);
                break;
            case properties or moreProperties:
                var shape = new StringBuilder();
                OfficeArt.ReadProperties(record.Data, record.Instance, shape);
                Add(Place.Shape.In(place), shape.ToString(), isOnce: true);
                break;
            default:
                break;
        }
    }

    /// <summary>Adds a text; one that only names or repeats something, once.</summary>
    private void Add(Place place, string text, bool isOnce)
    {
        // Names of the program's own tags ([MS-PPT] 2.11.21).
        if (text.StartsWith("___PPT", StringComparison.Ordinal) || string.IsNullOrWhiteSpace(text))
            return;
        text = text.Replace('\r', '\n').Replace('\v', '\n').TrimEnd('\0');
        var isNew = _texts.Add(text);
        if (isNew || (!isOnce && place != Place.UnlistedOrEarlierSlide && place != Place.Master))
            _file.Text.Add(place, text);
    }

    /// <summary>An embedded object or the macros ([MS-PPT] 2.10.34 and 2.10.40): a compound file, usually compressed.</summary>
    private void ReadObject(PowerPointRecord record)
    {
        var content = record.Instance == 1 ? OfficeArt.Inflate(record.Body.At(4, record.Body.Length), record.Data.UInt32At(0), _file.Budget) : record.Body;
        if (record.Instance == 1 && content.Length < record.Data.UInt32At(0))
            _file.Text.Miss(new("an embedded object is damaged or over the limit of decoded bytes; it was not read to its end", "un objet incorporé est endommagé ou dépasse la limite d'octets décodés ; il n'a pas été lu jusqu'au bout"));
        if (content.Length > 0)
            _file.TryReadEmbedded("embedded object", content);
    }
}
