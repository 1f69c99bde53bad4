using System.Runtime.InteropServices;

namespace Dlp.Engine.Detection;

/// <summary>
/// How often a literal is met in ordinary text: a guess from each of its characters behind the three before it, as counted in
/// <see cref="OrdinaryText"/>, and from single characters where that has too little to tell.
/// </summary>
internal static class LiteralFrequency
{
    private const int Order = 3;
    private const double WeightOfSingle = 0.1;

    private static readonly Lazy<Counts> Counted = new(() => new Counts(OrdinaryText.Codes));

    /// <summary>Times a character of text, between 0 and 1.</summary>
    /// <param name="literal">The literal, as <see cref="Patterns.LiteralCodes"/>.</param>
    public static double Of(ReadOnlySpan<byte> literal)
    {
        var counts = Counted.Value;
        var single = 1.0;
        foreach (var character in literal[..Math.Min(Order, literal.Length)])
            single *= counts.Single[character];
        if (literal.Length < Order)
            return single;

        var frequency = (1 - WeightOfSingle) * counts.Of(literal[..Order]) / counts.Length + WeightOfSingle * single;
        for (var at = Order; at < literal.Length; at++)
        {
            var seen = counts.Of(literal[(at - Order)..at]);
            frequency *= (counts.Of(literal[(at - Order)..(at + 1)]) + counts.Single[literal[at]]) / (seen + 1);
        }

        return frequency;
    }

    private sealed class Counts
    {
        private readonly Dictionary<uint, int> _groups = [];

        public Counts(ReadOnlySpan<byte> text)
        {
            Length = text.Length;
            Array.Fill(Single, 0.5 / Length);
            for (var at = 0; at < text.Length; at++)
            {
                Single[text[at]] += 1.0 / Length;
                for (var length = Order; length <= Order + 1 && at + length <= text.Length; length++)
                    CollectionsMarshal.GetValueRefOrAddDefault(_groups, KeyOf(text.Slice(at, length)), out _)++;
            }
        }

        public int Length { get; }

        public double[] Single { get; } = new double[256];

        public int Of(ReadOnlySpan<byte> group) => _groups.GetValueOrDefault(KeyOf(group));

        private static uint KeyOf(ReadOnlySpan<byte> group)
        {
            var key = 0u;
            foreach (var character in group)
                key = key << 8 | character;
            return key;
        }
    }
}
