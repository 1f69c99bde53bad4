using System.Xml;
using Dlp.Documents.Archives;

namespace Dlp.Documents.Office;

/// <summary>
/// An Office Open XML document as a package of parts (ECMA-376 part 2). Every part is read, whether something refers to it or not: what a part is
/// is told by the root of its XML, not by its name or content type, which a document may say wrongly.
/// </summary>
internal sealed class OfficePackage
{
    private readonly Dictionary<string, OfficePart> _byPath = new(StringComparer.OrdinalIgnoreCase);

    public OfficePackage(OpenedFile file, ZipWalker zip)
    {
        (File, Zip) = (file, zip);
        People = new People(file.Text);
        var lists = new List<ZipEntry>();
        foreach (var entry in zip.Entries)
        {
            if (entry.IsFolder)
                continue;
            if (Relationship.SourceOf(entry.Name) is not null)
                lists.Add(entry);
            else
                AddPart(entry);
        }

        foreach (var entry in lists)
            AddRelationships(entry);
    }

    public OpenedFile File { get; }

    public ZipWalker Zip { get; }

    /// <summary>One table of names for all parts, which use the same few hundred.</summary>
    public NameTable Names { get; } = new();

    public People People { get; }

    public HashSet<string> KnownLines { get; } = new(StringComparer.Ordinal);

    public List<OfficePart> Parts { get; } = [];

    /// <summary>What leads out of the package: links, templates, linked files and pictures.</summary>
    public List<string> ExternalTargets { get; } = [];

    /// <summary>The part that a relationship leads to; null when there is none.</summary>
    public OfficePart? PartOf(Relationship relationship) => relationship.IsExternal ? null : _byPath.GetValueOrDefault(relationship.Target);

    /// <summary>The part that <paramref name="part"/> refers to by an id; null when there is none.</summary>
    public OfficePart? PartOf(OfficePart part, string? id)
    {
        var relationship = part.Relationships.Find(relationship => relationship.Id == id);
        return relationship is null ? null : PartOf(relationship);
    }

    /// <summary>Tells the parts of a part, and theirs, to whom they belong; those that belong somewhere already stay there.</summary>
    public void SetOwner(OfficePart part, Place owner)
    {
        var open = new Stack<OfficePart>([part]);
        part.Owner = owner;
        while (open.TryPop(out var next))
        {
            foreach (var relationship in next.Relationships)
            {
                // A slide's layout serves others too, and notes refer back to their slide.
                if (relationship.Type is "slideLayout" or "slideMaster" or "notesMaster" or "slide" or "theme" or "worksheet")
                    continue;
                if (PartOf(relationship) is { Owner: null } inner)
                {
                    inner.Owner = owner;
                    open.Push(inner);
                }
            }
        }
    }

    private void AddPart(ZipEntry entry)
    {
        var path = entry.Name.Replace('\\', '/').TrimStart('/');
        var part = new OfficePart(this, entry, path);
        Parts.Add(part);
        _byPath.TryAdd(path, part);
    }

    private void AddRelationships(ZipEntry entry)
    {
        var source = _byPath.GetValueOrDefault(Relationship.SourceOf(entry.Name)!);
        foreach (var relationship in Relationship.Read(File, Zip, entry, Names))
        {
            source?.Relationships.Add(relationship);
            if (relationship.IsExternal)
                ExternalTargets.Add(relationship.Target);
            else if (PartOf(relationship) is { Type.Length: 0 } target)
                target.Type = relationship.Type;
        }
    }
}
