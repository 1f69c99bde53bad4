using System.Numerics;
using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Detection;

/// <summary>
/// Refuses most places of a text, 64 at a time, at which no pattern of a list may match, by the character before and the first ones:
/// what <see cref="HeadIndex"/> tells of each pattern at a place is asked at few places then.
/// </summary>
internal sealed class HeadFilter
{
    private const int PatternsPerLayer = 64;

    // The character before, and those of a head.
    private const int Places = PatternHead.Longest + 1;

    private readonly CharacterGroups[] _layers;

    /// <summary>A filter for patterns.</summary>
    public HeadFilter(IReadOnlyList<PatternPlan> patterns)
    {
        _layers = new CharacterGroups[(patterns.Count + PatternsPerLayer - 1) / PatternsPerLayer];
        for (var layer = 0; layer < _layers.Length; layer++)
            _layers[layer] = new CharacterGroups(Places);

        // The pickiest first, so that the others join those that they are like.
        var held = new UInt128[_layers.Length * CharacterGroups.Size, Places];
        foreach (var codes in patterns.Select(CodesOf).OrderBy(codes => Passing(codes)))
        {
            var group = BestFor(codes, held);
            for (var place = 0; place < Places; place++)
            {
                held[group, place] |= codes[place];
                _layers[group / CharacterGroups.Size].Add(group % CharacterGroups.Size, place, codes[place]);
            }
        }
    }

    /// <summary>The places of a range at which a pattern may match, in order.</summary>
    /// <param name="codes">A text, as <see cref="LiteralCodes"/>.</param>
    /// <param name="first">The first place.</param>
    /// <param name="last">The last place, inside the text.</param>
    public Starts In(ReadOnlySpan<byte> codes, int first, int last) => new(this, codes, first, last);

    // Of 64 places from one on those that pass, as bits.
    private ulong Look(ReadOnlySpan<byte> codes, int start)
    {
        Span<byte> end = stackalloc byte[CharacterGroups.Width + Places];
        var read = start > 0 && start - 1 + end.Length <= codes.Length ? codes[(start - 1)..] : WithEnds(codes, start, end);
        var places = 0UL;
        foreach (var layer in _layers)
            places |= layer.Look(read);
        return places;
    }

    private static ReadOnlySpan<byte> WithEnds(ReadOnlySpan<byte> codes, int start, Span<byte> end)
    {
        end.Clear();
        end[0] = start > 0 ? codes[start - 1] : LiteralCodes.BeyondAscii;
        codes[start..Math.Min(codes.Length, start + end.Length - 1)].CopyTo(end[1..]);
        return end;
    }

    private static UInt128[] CodesOf(PatternPlan plan)
    {
        var codes = new UInt128[Places];
        codes[0] = LiteralCodes.Behind(plan.NotAfter);
        for (var place = 1; place < Places; place++)
        {
            var set = place <= plan.Head.Places.Count ? plan.Head.Places[place - 1] : CharacterSet.Any;
            codes[place] = set.MayHoldBeyondAscii ? set.Codes | LiteralCodes.Imitated : set.Codes;
        }

        return codes;
    }

    private static int BestFor(UInt128[] codes, UInt128[,] held)
    {
        var (best, least) = (0, double.MaxValue);
        for (var group = 0; group < held.GetLength(0); group++)
        {
            var (before, after) = (1.0, 1.0);
            for (var place = 0; place < Places; place++)
            {
                before *= Share(held[group, place]);
                after *= Share(held[group, place] | codes[place]);
            }

            if (after - before < least)
                (best, least) = (group, after - before);
        }

        return best;
    }

    private static double Passing(UInt128[] codes)
    {
        var passing = 1.0;
        foreach (var held in codes)
            passing *= Share(held);
        return passing;
    }

    private static double Share(UInt128 codes) => (BitOperations.PopCount((ulong)codes) + BitOperations.PopCount((ulong)(codes >> 64))) / 128.0;

    /// <summary>Walks along the places that pass.</summary>
    internal ref struct Starts(HeadFilter filter, ReadOnlySpan<byte> codes, int first, int last)
    {
        private readonly ReadOnlySpan<byte> _codes = codes;
        private ulong _places;
        private int _next = first;

        /// <summary>The latest place.</summary>
        public int Current { get; private set; }

        public readonly Starts GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_places == 0)
            {
                if (_next > last)
                    return false;
                _places = filter.Look(_codes, _next) & ulong.MaxValue >> -Math.Min(CharacterGroups.Width, last + 1 - _next);
                _next += CharacterGroups.Width;
            }

            Current = _next - CharacterGroups.Width + BitOperations.TrailingZeroCount(_places);
            _places &= _places - 1;
            return true;
        }
    }
}
