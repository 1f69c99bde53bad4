using System.Numerics;

namespace Dlp.Engine.Detection;

/// <summary>
/// Refuses most places of a text, 64 at a time, at which no fragment of a literal stands. The fragments are dealt into
/// <see cref="CharacterGroups"/>, eight to a layer.
/// </summary>
internal sealed class FragmentFilter
{
    /// <summary>Places looked at in one go.</summary>
    public const int Places = CharacterGroups.Width;

    /// <summary>Characters read for them.</summary>
    public const int Read = Places + LiteralFragment.Longest - 1;

    private const int MostFragments = 2000;

    private static readonly int[] LayerCounts = [1, 2, 4];

    // What a layer costs a place, and what a place that passes costs, in units of looking at it without a filter.
    private const double CostOfLayer = 0.1;
    private const double CostOfPassing = 3;

    private readonly CharacterGroups[] _layers;

    private FragmentFilter(CharacterGroups[] layers) => _layers = layers;

    /// <summary>A filter for fragments; null where none is worth its cost.</summary>
    public static FragmentFilter? For(IReadOnlyList<LiteralFragment> fragments)
    {
        if (fragments.Count is 0 or > MostFragments)
            return null;
        var filters = LayerCounts.Select(layers => new FragmentFilter(FragmentGroups.Deal(fragments, layers))).ToList();
        var best = filters.MinBy(filter => filter.Cost())!;
        return best.Cost() < 1 ? best : null;
    }

    /// <summary>The places, as bits, at which a fragment may stand.</summary>
    /// <param name="codes">At least <see cref="Read"/> characters.</param>
    public ulong Look(ReadOnlySpan<byte> codes)
    {
        var places = 0UL;
        foreach (var layer in _layers)
            places |= layer.Look(codes);
        return places;
    }

    private double Cost()
    {
        var (text, passing) = (OrdinaryText.Codes.ToArray(), 0);
        for (var at = 0; at + Read <= text.Length; at += Places)
            passing += BitOperations.PopCount(Look(text.AsSpan(at)));
        return (_layers.Length * CostOfLayer) + (CostOfPassing * passing / text.Length);
    }
}
