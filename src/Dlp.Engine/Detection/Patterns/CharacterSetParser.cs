using System.Globalization;
using System.Text.RegularExpressions;

namespace Dlp.Engine.Detection.Patterns;

/// <summary>Reads the parts of a pattern that stand for one character: classes and escapes.</summary>
internal sealed class CharacterSetParser(PatternCursor cursor)
{
    /// <summary>A class in brackets, whose opening bracket has been read.</summary>
    /// <param name="ignoreCase">Whether case does not count where it stands.</param>
    /// <exception cref="FormatException">It holds a range that ends in a class.</exception>
    public CharacterSet Class(bool ignoreCase)
    {
        var set = new CharacterSet();
        var negated = cursor.Take("^");
        for (var first = true; first || cursor.Current != ']'; first = false)
        {
            if (cursor.Current == '-' && cursor.Ahead == '[')
            {
                cursor.Skip(2);
                var removed = Class(ignoreCase);
                set = negated ? set.Complement() : set;
                negated = false;
                set.Remove(removed);
                continue;
            }

            var low = ClassItem(out var single);
            if (single is { } from && cursor.Current == '-' && cursor.Ahead is not (']' or '['))
            {
                cursor.Next();
                ClassItem(out var to);
                set.Add(from, to ?? throw new FormatException("a range that ends in a class is not supported"));
            }
            else
                set.Add(low);
        }

        cursor.Next();
        if (!negated)
            return set;
        return ignoreCase ? set.IgnoringCase().Complement() : set.Complement();
    }

    private CharacterSet ClassItem(out char? single)
    {
        if (cursor.Current == '\\')
        {
            cursor.Next();
            var set = Escaped(inClass: true);
            single = set.Count == 1 ? set.Named.First() : null;
            return set;
        }

        single = cursor.Next();
        return new CharacterSet().Add(single.Value);
    }

    /// <summary>What an escape stands for, whose backslash has been read.</summary>
    public CharacterSet Escaped(bool inClass = false)
    {
        var escaped = cursor.Next();
        switch (escaped)
        {
            case 'd':
                return new CharacterSet().Add(CharacterSet.Digits).Add('\u0600', '\uFFFF');
            case 'w':
                return new CharacterSet().Add(CharacterSet.Word).Add('\u0080', '\uFFFF');
            case 's':
                return new CharacterSet().Add(CharacterSet.Space);
            case 'D':
                return CharacterSet.Digits.Complement();
            case 'W':
                return CharacterSet.Word.Complement();
            case 'S':
                return new CharacterSet().Add('\t', '\r').Add(' ').Complement();
            case 'p' or 'P':
                return UnicodeCategory(negated: escaped == 'P');
            case 'b' when inClass:
                return new CharacterSet().Add('\b');
            case 'x':
                return Hexadecimal(2);
            case 'u':
                return Hexadecimal(4);
            case '0':
                return new CharacterSet().Add('\0');
            case 'c':
                return new CharacterSet().Add((char)(cursor.Next() & 31));
        }

        return new CharacterSet().Add(escaped switch { 't' => '\t', 'n' => '\n', 'r' => '\r', 'f' => '\f', 'v' => '\v', 'a' => '\a', 'e' => '\u001B', _ => escaped });
    }

    // Beyond ASCII nobody asks which characters a category holds.
    private CharacterSet UnicodeCategory(bool negated)
    {
        var escape = @"\" + (negated ? 'P' : 'p') + cursor.TakeThrough('}');
        var category = new Regex(escape, RegexOptions.CultureInvariant);
        var set = new CharacterSet().Add('\u0080', '\uFFFF');
        for (var character = '\0'; character < 128; character++)
        {
            if (category.IsMatch(character.ToString()))
                set.Add(character);
        }

        return set;
    }

    private CharacterSet Hexadecimal(int digits)
    {
        var character = (char)int.Parse(cursor.Take(digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new CharacterSet().Add(character);
    }
}
