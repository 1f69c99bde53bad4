using System.Buffers.Binary;

namespace Dlp.Engine.Detection;

/// <summary>Deals fragments of literals into groups, so that they let little of ordinary text pass.</summary>
internal sealed class FragmentGroups
{
    private const double Unseen = 1e-4;

    // How much of ordinary text stands at each place of each group.
    private readonly double[,] _shares = new double[CharacterGroups.Size, LiteralFragment.Longest];
    private readonly CharacterGroups _groups = new(LiteralFragment.Longest);

    /// <summary>Deals fragments into the groups of so many layers: each goes where it lets least more of ordinary text pass.</summary>
    public static CharacterGroups[] Deal(IReadOnlyList<LiteralFragment> fragments, int layers)
    {
        var frequency = new double[256];
        foreach (var character in OrdinaryText.Codes)
            frequency[character] += 1.0 / OrdinaryText.Codes.Length;

        var dealt = Enumerable.Range(0, layers).Select(_ => new FragmentGroups()).ToArray();
        foreach (var fragment in fragments.OrderBy(fragment => BinaryPrimitives.ReverseEndianness(fragment.Word)))
        {
            var (layer, group) = dealt.SelectMany(_ => Enumerable.Range(0, CharacterGroups.Size), (layer, group) => (layer, group))
                .MinBy(choice => choice.layer.Passing(choice.group, fragment, frequency) - choice.layer.Passing(choice.group, null, frequency));
            layer.Add(fragment, group, frequency);
        }

        return [.. dealt.Select(layer => layer._groups)];
    }

    private double Passing(int group, LiteralFragment? added, double[] frequency)
    {
        var passing = 1.0;
        for (var place = 0; place < LiteralFragment.Longest; place++)
            passing *= _shares[group, place] + (added is null ? 0 : Missing(added, group, place, frequency));
        return passing;
    }

    private double Missing(LiteralFragment fragment, int group, int place, double[] frequency) =>
        place >= fragment.Length ? 1 - _shares[group, place]
        : _groups.Holds(group, place, fragment.CharacterAt(place)) ? 0
        : frequency[fragment.CharacterAt(place)] + Unseen;

    private void Add(LiteralFragment fragment, int group, double[] frequency)
    {
        for (var place = 0; place < LiteralFragment.Longest; place++)
        {
            _shares[group, place] += Missing(fragment, group, place, frequency);
            _groups.Add(group, place, place < fragment.Length ? UInt128.One << fragment.CharacterAt(place) : UInt128.MaxValue);
        }
    }
}
