namespace Dlp.Documents;

/// <summary>
/// The sensitivity labels of one document, as Microsoft Purview keeps them: properties <c>MSIP_Label_&lt;GUID&gt;_&lt;attribute&gt;</c> (Microsoft Information Protection SDK, "Metadata"). The
/// attribute <c>Enabled</c> says whether all of those with its GUID hold; where it is false the label was removed, and they are told so that they are not taken for one.
/// </summary>
internal sealed class SensitivityLabels
{
    private const string Prefix = "MSIP_Label_";

    private readonly List<(string Name, string Value)> _properties = [];
    private readonly HashSet<string> _removed = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Keeps a property if it is one of a label's.</summary>
    public bool Take(string name, string value)
    {
        if (!name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return false;
        _properties.Add((name, value));
        if (name.EndsWith("_Enabled", StringComparison.OrdinalIgnoreCase) && value.Trim() is var enabled && (enabled == "0" || enabled.Equals("false", StringComparison.OrdinalIgnoreCase)))
            _removed.Add(IdOf(name));
        return true;
    }

    /// <summary>Tells those that were kept, and forgets them.</summary>
    public void Tell(Action<Place, string> add)
    {
        foreach (var (name, value) in _properties)
        {
            var isRemoved = _removed.Contains(IdOf(name));
            add(isRemoved ? Place.RemovedSensitivityLabel : Place.SensitivityLabel, $"{(isRemoved ? name[Prefix.Length..] : name)}: {value}");
        }

        _properties.Clear();
        _removed.Clear();
    }

    /// <summary>Those in a header of a message, <c>name=value; name=value</c>: what holds, as it stands where nothing was removed; and the rest.</summary>
    public static (string Applied, string Removed) Split(string header)
    {
        var labels = new SensitivityLabels();
        var pieces = header.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var piece in pieces)
        {
            if (piece.IndexOf('=', StringComparison.Ordinal) is >= 0 and var equals)
                labels.Take(piece[..equals].TrimEnd(), piece[(equals + 1)..]);
        }

        if (labels._removed.Count == 0)
            return (header, "");
        var split = pieces.ToLookup(piece => piece.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && labels._removed.Contains(IdOf(piece)));
        return (string.Join("; ", split[false]), string.Join("; ", split[true].Select(piece => piece[Prefix.Length..])));
    }

    private static string IdOf(string name) =>
        name.IndexOf('_', Prefix.Length) is >= 0 and var end ? name[Prefix.Length..end] : name[Prefix.Length..];
}
