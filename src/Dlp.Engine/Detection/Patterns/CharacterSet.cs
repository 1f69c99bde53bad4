namespace Dlp.Engine.Detection.Patterns;

/// <summary>
/// A set of characters of a pattern. Exact for ASCII; of other characters it knows those that are named one by one and
/// otherwise only whether there may be some. It never claims fewer characters than the pattern accepts.
/// </summary>
internal sealed class CharacterSet
{
    private UInt128 _ascii;
    private readonly SortedSet<char> _others = [];

    // Where there are unnamed ones: characters beyond ASCII that are known not to be among them.
    private SortedSet<char> _left = [];

    /// <summary>Characters beyond ASCII may belong to it that are not named.</summary>
    public bool HasUnnamed { get; private set; }

    /// <summary>Whether a character beyond ASCII may belong to it.</summary>
    public bool MayHoldBeyondAscii => HasUnnamed || _others.Count > 0;

    /// <summary>Every character.</summary>
    public static CharacterSet Any { get; } = new CharacterSet { _ascii = UInt128.MaxValue, HasUnnamed = true };

    /// <summary>Letters, digits and the underscore of ASCII.</summary>
    public static CharacterSet Word { get; } = new CharacterSet().Add('a', 'z').Add('A', 'Z').Add('0', '9').Add('_');

    /// <summary>White space, as <c>\s</c> understands it.</summary>
    public static CharacterSet Space { get; } = Enumerable.Range(0, char.MaxValue).Select(code => (char)code).Where(char.IsWhiteSpace)
        .Aggregate(new CharacterSet(), (space, character) => space.Add(character));

    /// <summary>0 to 9.</summary>
    public static CharacterSet Digits { get; } = new CharacterSet().Add('0', '9');

    /// <summary>Number of its characters; at least 1000 when some are not named.</summary>
    public int Count => (int)UInt128.PopCount(_ascii) + _others.Count + (HasUnnamed ? 1000 : 0);

    /// <summary>Its named characters, in order.</summary>
    public IEnumerable<char> Named => Enumerable.Range(0, 128).Where(c => (_ascii >> c & 1) != 0).Select(c => (char)c).Concat(_others);

    /// <summary>Whether all its characters are named and belong to another set.</summary>
    public bool IsWithin(CharacterSet other) => !HasUnnamed && Named.All(other.MayHold);

    /// <summary>Whether a character may belong to both sets.</summary>
    public bool Overlaps(CharacterSet other) =>
        (_ascii & other._ascii) != 0 || (HasUnnamed && other.HasUnnamed) || _others.Any(other.MayHold) || other._others.Any(MayHold);

    /// <summary>Whether a character may belong to it.</summary>
    public bool MayHold(char character) =>
        character < 128 ? (_ascii >> character & 1) != 0 : (HasUnnamed && !_left.Contains(character)) || _others.Contains(character);

    /// <summary>Adds a range of characters.</summary>
    public CharacterSet Add(char first, char last)
    {
        for (int character = first; character <= last; character++)
        {
            if (character < 128)
                _ascii |= UInt128.One << character;
            else if (last - Math.Max(first, (char)128) > 64)
            {
                HasUnnamed = true;
                _left = [];
                break;
            }
            else
                _others.Add((char)character);
        }

        return this;
    }

    /// <summary>Adds one character.</summary>
    public CharacterSet Add(char character) => Add(character, character);

    /// <summary>Adds all characters of a set.</summary>
    public CharacterSet Add(CharacterSet set)
    {
        SortedSet<char> left = [.. _left.Union(set._left).Where(character => !MayHold(character) && !set.MayHold(character))];
        _ascii |= set._ascii;
        _others.UnionWith(set._others);
        HasUnnamed |= set.HasUnnamed;
        _left = left;
        return this;
    }

    /// <summary>Takes the characters of a set out; of those beyond ASCII only the named ones.</summary>
    public CharacterSet Remove(CharacterSet set)
    {
        _ascii &= ~set._ascii;
        _others.ExceptWith(set._others);
        return this;
    }

    /// <summary>All characters that do not belong to it; beyond ASCII, of a set with unnamed ones, all of them.</summary>
    public CharacterSet Complement() => new()
    {
        _ascii = ~_ascii,
        HasUnnamed = true,
        // Those that are other cases of a letter of ASCII may have been added to be on the safe side, which here is the other one.
        _left = HasUnnamed ? [] : [.. _others.Where(character => LiteralCase.Fold(character) == character)],
    };

    /// <summary>With both cases of every letter, as a pattern that ignores case accepts them.</summary>
    public CharacterSet IgnoringCase()
    {
        var both = new CharacterSet().Add(this);
        foreach (var character in Named)
        {
            both.Add(char.ToLowerInvariant(character)).Add(char.ToUpperInvariant(character));
            // The Kelvin sign and the long s are other cases of k and s to .NET.
            if (character is 'k' or 'K')
                both.Add('\u212A');
            if (character is 'i' or 'I')
                both.Add('\u0130').Add('\u0131');
        }

        return both;
    }
}
