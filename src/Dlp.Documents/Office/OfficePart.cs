using Dlp.Documents.Archives;

namespace Dlp.Documents.Office;

/// <summary>One part of an Office Open XML package (ECMA-376 part 2, 6.2).</summary>
internal sealed class OfficePart(OfficePackage package, ZipEntry entry, string path)
{
    public ZipEntry Entry { get; } = entry;

    /// <summary>Its path in the package, with <c>/</c> and none in front.</summary>
    public string Path { get; } = path;

    /// <summary>What the part that refers to it takes it for; empty when none does.</summary>
    public string Type { get; set; } = "";

    /// <summary>Where what it holds stands: <c>slide 4</c>, <c>sheet Q3 (hidden)</c>; null for the document as a whole. Its own parts inherit it.</summary>
    public Place? Owner { get; set; }

    /// <summary>Its place among the sheets or slides; the largest number when it is none.</summary>
    public int Order { get; set; } = int.MaxValue;

    /// <summary>Whether it holds XML; null until somebody looked.</summary>
    public bool? IsXml { get; set; }

    /// <summary>Whether its name says that it holds no XML.</summary>
    public bool IsBinary => Path.EndsWith(".bin", StringComparison.OrdinalIgnoreCase);

    /// <summary>The last segment of its path.</summary>
    public string FileName => Path[(Path.LastIndexOf('/') + 1)..];

    public List<Relationship> Relationships { get; } = [];

    public OpenedFile File => package.File;

    public AttachmentText Text => package.File.Text;

    /// <summary>Names of people, told once each.</summary>
    public People People => package.People;

    /// <summary>Lines of diagrams and fallbacks that were read already: a package holds them twice.</summary>
    public HashSet<string> KnownLines => package.KnownLines;

    /// <summary>Whether a reader has taken it.</summary>
    public bool IsRead { get; set; }

    public PartXml Open()
    {
        IsRead = true;
        return PartXml.Open(package.File, package.Zip, Entry, package.Names, mayDeclareType: false);
    }

    /// <summary>The place of something in the part: <c>slide 4, chart</c>, or <c>chart</c> alone.</summary>
    public Place PlaceOf(Place what) => what.In(Owner);
}

/// <summary>Authors, editors and reviewers, whose names a document repeats at every change.</summary>
internal sealed class People(AttachmentText text)
{
    private const int Most = 10_000;

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly List<string> _pending = [];

    /// <summary>Adds a name under the place <c>people</c>, once.</summary>
    public void Add(string? name)
    {
        if (!string.IsNullOrWhiteSpace(name) && _told.Count < Most && _told.Add(name))
            _pending.Add(name);
    }

    /// <summary>Writes the names: after the document's own text, which they would tear apart.</summary>
    public void Tell()
    {
        foreach (var name in _pending)
            text.Add(Place.People, name);
        _pending.Clear();
    }
}
