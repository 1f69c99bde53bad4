namespace Dlp.Engine.Rules;

/// <summary>Collects the faults of one file, and remembers where its keys stand so that later checks can point at them.</summary>
internal sealed class FaultList(string file)
{
    private readonly List<RuleFault> _faults = [];
    private readonly Dictionary<string, KeyPlace> _places = new(StringComparer.Ordinal);

    public string File { get; } = file;

    public IReadOnlyList<RuleFault> Faults => _faults;

    /// <summary>Remembers where the value of a key stands.</summary>
    public void Place(string path, long line, long column) => _places[path] = new KeyPlace(line, column);

    /// <summary>Reports a fault at a place of the file.</summary>
    public void At(long line, long column, string message) => _faults.Add(new RuleFault(File, (int)line, (int)column, message));

    /// <summary>Reports a fault of a key's value, <c>detect[0].regex</c>; of the nearest key around it when it is absent.</summary>
    public void In(string path, string message)
    {
        for (var key = path; key.Length > 0; key = key[..Math.Max(0, key.LastIndexOfAny(['.', '[']))])
        {
            if (_places.TryGetValue(key, out var place))
            {
                At(place.Line, place.Column, message);
                return;
            }
        }

        At(1, 1, message);
    }

    private sealed record KeyPlace(long Line, long Column);
}
