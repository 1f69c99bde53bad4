using System.Numerics;

namespace Dlp.Engine.Detection.Patterns;

/// <summary>
/// A set of characters of a pattern. Exact for ASCII; of other characters it knows those that are named one by one and
/// otherwise only whether there may be some. It never claims fewer characters than the pattern accepts.
/// </summary>
internal sealed class CharacterSet
{
    // Those of ASCII, among the second 64.
    private const ulong Capitals = ((1UL << 26) - 1) << ('A' - 64);

    // Bits of a number: 0 to 63, and 64 to 127. Loading rules makes many sets, most of them of ASCII.
    private ulong _low;
    private ulong _high;

    // Named characters beyond ASCII, in order.
    private string _others = "";

    // Where there are unnamed ones: characters beyond ASCII that are known not to be among them.
    private string _left = "";

    /// <summary>Characters beyond ASCII may belong to it that are not named.</summary>
    public bool HasUnnamed { get; private set; }

    /// <summary>Whether a character beyond ASCII may belong to it.</summary>
    public bool MayHoldBeyondAscii => HasUnnamed || _others.Length > 0;

    /// <summary>Every character.</summary>
    public static CharacterSet Any { get; } = new CharacterSet { _low = ulong.MaxValue, _high = ulong.MaxValue, HasUnnamed = true };

    /// <summary>Letters, digits and the underscore of ASCII.</summary>
    public static CharacterSet Word { get; } = new CharacterSet().Add('a', 'z').Add('A', 'Z').Add('0', '9').Add('_');

    /// <summary>White space, as <c>\s</c> understands it.</summary>
    public static CharacterSet Space { get; } = Enumerable.Range(0, char.MaxValue).Select(code => (char)code).Where(char.IsWhiteSpace)
        .Aggregate(new CharacterSet(), (space, character) => space.Add(character));

    /// <summary>0 to 9.</summary>
    public static CharacterSet Digits { get; } = new CharacterSet().Add('0', '9');

    /// <summary>Number of its characters; at least 1000 when some are not named.</summary>
    public int Count => BitOperations.PopCount(_low) + BitOperations.PopCount(_high) + _others.Length + (HasUnnamed ? 1000 : 0);

    /// <summary>Its named characters, in order.</summary>
    public IEnumerable<char> Named
    {
        get
        {
            for (var bits = _low; bits != 0; bits &= bits - 1)
                yield return (char)BitOperations.TrailingZeroCount(bits);
            for (var bits = _high; bits != 0; bits &= bits - 1)
                yield return (char)(64 + BitOperations.TrailingZeroCount(bits));
            foreach (var other in _others)
                yield return other;
        }
    }

    /// <summary>Whether all its characters are named and belong to another set.</summary>
    public bool IsWithin(CharacterSet other) => !HasUnnamed && (_low & ~other._low) == 0 && (_high & ~other._high) == 0
        && AreAllIn(_others, other);

    /// <summary>Whether a character may belong to both sets.</summary>
    public bool Overlaps(CharacterSet other) =>
        (_low & other._low) != 0 || (_high & other._high) != 0 || (HasUnnamed && other.HasUnnamed)
        || IsAnyIn(_others, other) || IsAnyIn(other._others, this);

    /// <summary>Whether a character may belong to it.</summary>
    public bool MayHold(char character) =>
        character < 128 ? ((character < 64 ? _low : _high) >> character & 1) != 0
            : (HasUnnamed && !_left.Contains(character)) || _others.Contains(character);

    /// <summary>The codes of its ASCII characters (<see cref="LiteralCodes"/>), a bit each, the lowest for the first.</summary>
    public UInt128 Codes => CodesOf(_low, _high);

    /// <summary>The codes of the ASCII characters that do not belong to it.</summary>
    public UInt128 CodesOfOthers => CodesOf(~_low, ~_high);

    /// <summary>Reads a set that was written.</summary>
    public static CharacterSet Read(BinaryReader reader) => new()
    {
        _low = reader.ReadUInt64(),
        _high = reader.ReadUInt64(),
        HasUnnamed = reader.ReadBoolean(),
        _others = ReadCharacters(reader),
        _left = ReadCharacters(reader),
    };

    /// <summary>Writes the set.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(_low);
        writer.Write(_high);
        writer.Write(HasUnnamed);
        WriteCharacters(_others, writer);
        WriteCharacters(_left, writer);
    }

    /// <summary>Adds a range of characters.</summary>
    public CharacterSet Add(char first, char last)
    {
        for (int character = first; character <= last; character++)
        {
            if (character < 64)
                _low |= 1UL << character;
            else if (character < 128)
                _high |= 1UL << character;
            else if (last - Math.Max(first, (char)128) > 64)
            {
                HasUnnamed = true;
                _left = "";
                break;
            }
            else
                _others = With(_others, (char)character);
        }

        return this;
    }

    /// <summary>Adds one character.</summary>
    public CharacterSet Add(char character) => Add(character, character);

    /// <summary>Adds all characters of a set.</summary>
    public CharacterSet Add(CharacterSet set)
    {
        if (_left.Length > 0 || set._left.Length > 0)
            _left = string.Concat(Union(_left, set._left).Where(character => !MayHold(character) && !set.MayHold(character)));
        _low |= set._low;
        _high |= set._high;
        _others = Union(_others, set._others);
        HasUnnamed |= set.HasUnnamed;
        return this;
    }

    /// <summary>Takes the characters of a set out; of those beyond ASCII only the named ones.</summary>
    public CharacterSet Remove(CharacterSet set)
    {
        _low &= ~set._low;
        _high &= ~set._high;
        if (_others.Length > 0)
            _others = string.Concat(_others.Where(character => !set._others.Contains(character)));
        return this;
    }

    /// <summary>All characters that do not belong to it; beyond ASCII, of a set with unnamed ones, all of them.</summary>
    public CharacterSet Complement() => new()
    {
        _low = ~_low,
        _high = ~_high,
        HasUnnamed = true,
        // Those that are other cases of a letter of ASCII may have been added to be on the safe side, which here is the other one.
        _left = HasUnnamed ? "" : string.Concat(_others.Where(character => LiteralCase.Fold(character) == character)),
    };

    /// <summary>With the capitals of its small letters of ASCII, and no others.</summary>
    public CharacterSet WithCapitalsAsSmall()
    {
        var small = new CharacterSet().Add(this);
        small._high = (_high & ~Capitals) | (_high & Capitals << 32) >> 32;
        return small;
    }

    /// <summary>With both cases of every letter, as a pattern that ignores case accepts them.</summary>
    public CharacterSet IgnoringCase()
    {
        var both = new CharacterSet().Add(this);
        both._high |= (_high & Capitals) << 32 | (_high & Capitals << 32) >> 32;
        // The Kelvin sign is another case of k to .NET, and i has two more.
        if (both.MayHold('k'))
            both.Add('\u212A');
        if (both.MayHold('i'))
            both.Add('\u0130').Add('\u0131');
        foreach (var other in _others)
            both.Add(char.ToLowerInvariant(other)).Add(char.ToUpperInvariant(other));
        return both;
    }

    private static UInt128 CodesOf(ulong low, ulong high)
    {
        return new UInt128((high & ~Capitals) | (high & Capitals) << 'a' - 'A', low);
    }

    private static bool IsAnyIn(string characters, CharacterSet set)
    {
        foreach (var character in characters)
        {
            if (set.MayHold(character))
                return true;
        }

        return false;
    }

    private static bool AreAllIn(string characters, CharacterSet set)
    {
        foreach (var character in characters)
        {
            if (!set.MayHold(character))
                return false;
        }

        return true;
    }

    private static string With(string characters, char added)
    {
        var at = 0;
        while (at < characters.Length && characters[at] < added)
            at++;
        return at < characters.Length && characters[at] == added ? characters : characters.Insert(at, added.ToString());
    }

    private static string Union(string some, string others)
    {
        if (some.Length == 0)
            return others;
        foreach (var other in others)
            some = With(some, other);
        return some;
    }

    // One by one: a half of a surrogate pair is no text.
    private static string ReadCharacters(BinaryReader reader)
    {
        var count = reader.Read7BitEncodedInt();
        if (count == 0)
            return "";
        var characters = new char[count];
        for (var i = 0; i < characters.Length; i++)
            characters[i] = (char)reader.ReadUInt16();
        return new string(characters);
    }

    private static void WriteCharacters(string characters, BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(characters.Length);
        foreach (var character in characters)
            writer.Write((ushort)character);
    }
}
