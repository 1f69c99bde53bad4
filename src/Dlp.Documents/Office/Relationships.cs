using System.Xml;
using Dlp.Documents.Archives;

namespace Dlp.Documents.Office;

/// <summary>What a part refers to (ECMA-376 part 2, 8.5).</summary>
/// <param name="Id">By which the part's XML names it.</param>
/// <param name="Type">The last segment of its type, which the strict and the transitional namespaces share: <c>worksheet</c>.</param>
/// <param name="Target">The part's path in the package; or, when external, whatever the document says.</param>
/// <param name="IsExternal">Whether it leads out of the package.</param>
internal sealed record Relationship(string Id, string Type, string Target, bool IsExternal)
{
    /// <summary>The relationships that an entry <c>word/_rels/document.xml.rels</c> lists for <c>word/document.xml</c>.</summary>
    public static List<Relationship> Read(OpenedFile file, ZipWalker zip, ZipEntry entry, XmlNameTable names)
    {
        var all = new List<Relationship>();
        var folder = FolderOf(SourceOf(entry.Name) ?? "");
        using var xml = PartXml.Open(file, zip, entry, names);
        while (xml.Read())
        {
            if (!xml.IsElement || xml.Name != "Relationship")
                continue;
            string id = "", type = "", target = "";
            var isExternal = false;
            foreach (var (name, value) in xml.Attributes())
            {
                switch (name)
                {
                    case "Id":
                        id = value;
                        break;
                    case "Type":
                        type = value[(value.LastIndexOf('/') + 1)..];
                        break;
                    case "Target":
                        target = value;
                        break;
                    case "TargetMode":
                        isExternal = value == "External";
                        break;
                    default:
                        break;
                }
            }

            all.Add(new Relationship(id, type, isExternal ? target : Resolve(folder, target), isExternal));
        }

        return all;
    }

    /// <summary>The part whose relationships an entry lists: empty for the package itself; null when the entry lists none.</summary>
    public static string? SourceOf(string entry)
    {
        entry = entry.Replace('\\', '/').TrimStart('/');
        if (!entry.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            return null;
        var at = ("/" + entry).LastIndexOf("/_rels/", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : entry[..at] + entry[(at + "_rels/".Length)..^".rels".Length];
    }

    private static string FolderOf(string part) => part[..(part.LastIndexOf('/') + 1)];

    private static string Resolve(string folder, string target)
    {
        var path = new List<string>();
        foreach (var segment in (target.StartsWith('/') ? target : folder + target).Replace('\\', '/').Split('/'))
        {
            if (segment == ".." && path.Count > 0)
                path.RemoveAt(path.Count - 1);
            else if (segment is not ("" or "." or ".."))
                path.Add(segment);
        }

        return string.Join('/', path);
    }
}
