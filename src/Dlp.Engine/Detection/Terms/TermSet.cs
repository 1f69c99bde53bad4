using Dlp.Engine.Detection.Patterns;

namespace Dlp.Engine.Detection.Terms;

/// <summary>Terms that are found as one: those of a rule, or of a file. Immutable; keeps no string. Small sets of the same terms in the same order are equal.</summary>
internal sealed class TermSet : IEquatable<TermSet>
{
    /// <summary>Sets of more terms than this have a table of their own, which outlives a reload; smaller ones share one.</summary>
    public const int MostSharing = 10_000;

    private readonly byte[] _packed;

    public TermSet(TermPacker terms)
    {
        (Count, Words) = (terms.Count, terms.Words);
        _packed = Count > MostSharing ? [] : terms.Bytes.ToArray();
        Table = Count > MostSharing ? TermTableBuilder.Build([terms.Bytes], Count, Words) : null;
        Commonness = Table is null ? CommonnessOf(_packed) : 1;
    }

    /// <summary>A set that shares a table, whose packed terms are known.</summary>
    public TermSet(int count, int words, double commonness, byte[] packed) => (Count, Words, Commonness, _packed) = (count, words, commonness, packed);

    /// <summary>Number of terms, repeated ones included.</summary>
    public int Count { get; }

    /// <summary>Number of words of all terms.</summary>
    public int Words { get; }

    /// <summary>The higher, the more texts hold one of the terms; how often one is met, times a character, as <see cref="LiteralFrequency"/> guesses it, and 1 for a large set.</summary>
    public double Commonness { get; }

    /// <summary>The terms, packed; empty when they have a table of their own.</summary>
    public ReadOnlyMemory<byte> Packed => _packed;

    /// <summary>The table of a large set; null when it shares one.</summary>
    public TermTable? Table { get; }

    /// <summary>The terms as written; those without letter or digit are never found, and left out.</summary>
    public static TermSet Of(IEnumerable<string> terms)
    {
        var packer = new TermPacker();
        foreach (var term in terms)
            packer.Add(term);
        return new TermSet(packer);
    }

    public bool Equals(TermSet? other) => ReferenceEquals(this, other) || (Table is null && other is { Table: null } && _packed.AsSpan().SequenceEqual(other._packed));

    public override bool Equals(object? obj) => Equals(obj as TermSet);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(_packed);
        return hash.ToHashCode();
    }

    private static double CommonnessOf(ReadOnlySpan<byte> terms)
    {
        var (commonness, buffer) = (0.0, Array.Empty<char>());
        while (terms.Length > 0)
        {
            var (length, wide, size) = PackedTerm.ReadHeader(terms);
            if (buffer.Length < length)
                buffer = new char[length];
            PackedTerm.Read(terms[..size], buffer.AsSpan(0, length), wide);
            commonness += RequiredLiterals.FrequencyOf([$" {buffer.AsSpan(0, length)} "]);
            terms = terms[size..];
        }

        return commonness;
    }
}
