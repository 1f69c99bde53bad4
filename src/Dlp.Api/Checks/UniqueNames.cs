namespace Dlp.Api.Checks;

/// <summary>Gives each part of a draft a name of its own, in the order in which they ask.</summary>
/// <param name="taken">Names that are given already.</param>
internal sealed class UniqueNames(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = taken.ToHashSet(StringComparer.Ordinal);

    /// <summary>Where counting goes on for a name, so that a thousand files of one name do not count from 2 each.</summary>
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    /// <summary>The name, or <c>name (2)</c> and so on when it is taken.</summary>
    public string Claim(string name)
    {
        var unique = name;
        while (!_taken.Add(unique))
        {
            var number = _next.GetValueOrDefault(name, 2);
            _next[name] = number + 1;
            unique = $"{name} ({number})";
        }

        return unique;
    }
}
