using System.Globalization;
using System.Text.RegularExpressions;

namespace Dlp.Engine.Detection.Patterns;

/// <summary>
/// Takes a .NET regular expression apart. The pattern must be one that <see cref="System.Text.RegularExpressions.Regex"/> accepts with
/// <c>CultureInvariant</c> and no other option; where it holds something this parser does not know, it says so by a <see cref="FormatException"/>.
/// </summary>
internal sealed class PatternParser
{
    // Far more than any rule has; what is taken apart is walked recursively.
    private const int DeepestNesting = 100;

    private readonly string _pattern;
    private int _at;
    private int _depth;
    private bool _ignoreCase;
    private bool _freeSpacing;
    private bool _dotMatchesNewline;

    private PatternParser(string pattern) => _pattern = pattern;

    private bool AtEnd => _at >= _pattern.Length;

    /// <summary>The pieces of a pattern.</summary>
    /// <exception cref="FormatException">It holds a construct that is not known here, such as a conditional or a balancing group.</exception>
    public static PatternNode Parse(string pattern)
    {
        var parser = new PatternParser(pattern);
        var node = parser.Alternatives();
        return parser.AtEnd ? node : throw Unknown("an unopened group");
    }

    private PatternNode Alternatives()
    {
        var options = (_ignoreCase, _freeSpacing, _dotMatchesNewline);
        var choices = new List<PatternNode> { SequenceOfPieces() };
        while (!AtEnd && _pattern[_at] == '|')
        {
            _at++;
            choices.Add(SequenceOfPieces());
        }

        (_ignoreCase, _freeSpacing, _dotMatchesNewline) = options;
        return choices.Count == 1 ? choices[0] : new PatternNode.Choice(choices);
    }

    private PatternNode SequenceOfPieces()
    {
        var pieces = new List<PatternNode>();
        while (!AtEnd && _pattern[_at] is not ('|' or ')'))
        {
            if (_freeSpacing && SkipFreeSpace())
                continue;
            var piece = Piece();
            if (piece is PatternNode.Nothing)
                continue;
            pieces.Add(Quantified(piece));
        }

        return pieces.Count switch { 0 => new PatternNode.Nothing(), 1 => pieces[0], _ => new PatternNode.Sequence(pieces) };
    }

    private bool SkipFreeSpace()
    {
        if (char.IsWhiteSpace(_pattern[_at]))
        {
            _at++;
            return true;
        }

        if (_pattern[_at] != '#')
            return false;
        var end = _pattern.IndexOf('\n', _at);
        _at = end < 0 ? _pattern.Length : end + 1;
        return true;
    }

    private PatternNode Piece()
    {
        var character = _pattern[_at++];
        switch (character)
        {
            case '(':
                return Group();
            case '[':
                return new PatternNode.One(Cased(CharacterClass()));
            case '\\':
                return Escape();
            case '^' or '$':
                return new PatternNode.Condition();
            case '.':
                return new PatternNode.One(_dotMatchesNewline ? CharacterSet.Any : new CharacterSet().Add(CharacterSet.Any).Remove(new CharacterSet().Add('\n')));
            default:
                return new PatternNode.One(Cased(new CharacterSet().Add(character)));
        }
    }

    private PatternNode Group()
    {
        if (++_depth > DeepestNesting)
            throw Unknown($"more than {DeepestNesting} groups inside one another");
        var node = GroupOfKind();
        _depth--;
        return node;
    }

    private PatternNode GroupOfKind()
    {
        if (_pattern[_at] != '?')
            return Closed(Alternatives());
        _at++;
        if (Take("#"))
        {
            _at = _pattern.IndexOf(')', _at) + 1;
            return new PatternNode.Nothing();
        }

        if (Take("<!"))
            return new PatternNode.Condition((Closed(Alternatives()) as PatternNode.One)?.Set);
        if (Take("<=") || Take("=") || Take("!"))
        {
            Closed(Alternatives());
            return new PatternNode.Condition();
        }

        if (Take("<") || Take("'"))
        {
            var name = _pattern[_at.._pattern.IndexOfAny(['>', '\''], _at)];
            if (name.Contains('-'))
                throw Unknown("a balancing group");
            _at += name.Length + 1;
            return Closed(Alternatives());
        }

        if (Take(">") || Take(":"))
            return Closed(Alternatives());
        if (Take("("))
            throw Unknown("a conditional group");
        return OptionGroup();
    }

    private PatternNode OptionGroup()
    {
        var before = (_ignoreCase, _freeSpacing, _dotMatchesNewline);
        for (var on = true; _pattern[_at] is not (')' or ':'); _at++)
        {
            switch (_pattern[_at])
            {
                case '-':
                    on = false;
                    break;
                case 'i':
                    _ignoreCase = on;
                    break;
                case 'x':
                    _freeSpacing = on;
                    break;
                case 's':
                    _dotMatchesNewline = on;
                    break;
            }
        }

        // (?i) holds until the end of the group around it; (?i:…) for the group itself.
        if (_pattern[_at++] == ')')
            return new PatternNode.Nothing();
        var inside = Closed(Alternatives());
        (_ignoreCase, _freeSpacing, _dotMatchesNewline) = before;
        return inside;
    }

    private PatternNode Closed(PatternNode inside)
    {
        _at++;
        return inside is PatternNode.Nothing ? new PatternNode.Sequence([]) : inside;
    }

    private PatternNode Quantified(PatternNode piece)
    {
        if (AtEnd || Bounds() is not var (least, most))
            return piece;
        if (!AtEnd && _pattern[_at] == '?')
            _at++;
        return new PatternNode.Repeat(piece, least, most);
    }

    private (int Least, int? Most)? Bounds()
    {
        if (Take("*"))
            return (0, null);
        if (Take("+"))
            return (1, null);
        if (Take("?"))
            return (0, 1);
        var end = _pattern[_at] == '{' ? _pattern.IndexOf('}', _at) : -1;
        if (end < 0)
            return null;
        var bounds = _pattern[(_at + 1)..end].Split(',');
        if (bounds.Length > 2 || !int.TryParse(bounds[0], NumberStyles.None, CultureInfo.InvariantCulture, out var least))
            return null;
        int? most = least;
        if (bounds.Length == 2)
            most = bounds[1].Length == 0 ? null : int.Parse(bounds[1], NumberStyles.None, CultureInfo.InvariantCulture);
        _at = end + 1;
        return (least, most);
    }

    private PatternNode Escape()
    {
        var escaped = _pattern[_at];
        if (escaped is >= '1' and <= '9' or 'k')
        {
            _at = escaped == 'k' ? _pattern.IndexOfAny(['>', '\''], _at + 3) + 1 : _at + 1;
            return new PatternNode.Backreference();
        }

        if (escaped == 'b')
        {
            _at++;
            return new PatternNode.WordEdge();
        }

        if (escaped is 'B' or 'A' or 'z' or 'Z' or 'G')
        {
            _at++;
            return new PatternNode.Condition();
        }

        return new PatternNode.One(Cased(EscapedSet()));
    }

    private CharacterSet CharacterClass()
    {
        var set = new CharacterSet();
        var negated = Take("^");
        for (var first = true; first || _pattern[_at] != ']'; first = false)
        {
            if (_pattern[_at] == '-' && _pattern[_at + 1] == '[')
            {
                _at += 2;
                var removed = CharacterClass();
                set = negated ? set.Complement() : set;
                negated = false;
                set.Remove(removed);
                continue;
            }

            var low = ClassItem(out var single);
            if (single is { } from && _pattern[_at] == '-' && _pattern[_at + 1] is not (']' or '['))
            {
                _at++;
                ClassItem(out var to);
                set.Add(from, to ?? throw Unknown("a range that ends in a class"));
            }
            else
                set.Add(low);
        }

        _at++;
        if (!negated)
            return set;
        return _ignoreCase ? set.IgnoringCase().Complement() : set.Complement();
    }

    private CharacterSet ClassItem(out char? single)
    {
        if (_pattern[_at] == '\\')
        {
            _at++;
            var set = EscapedSet(inClass: true);
            single = set.Count == 1 ? set.Named.First() : null;
            return set;
        }

        single = _pattern[_at++];
        return new CharacterSet().Add(single.Value);
    }

    private CharacterSet EscapedSet(bool inClass = false)
    {
        var escaped = _pattern[_at++];
        switch (escaped)
        {
            case 'd':
                return new CharacterSet().Add(CharacterSet.Digits).Add('\u0600', '\uFFFF');
            case 'w':
                return new CharacterSet().Add(CharacterSet.Word).Add('\u0080', '\uFFFF');
            case 's':
                return new CharacterSet().Add('\t', '\r').Add(' ').Add('\u0080', '\uFFFF');
            case 'D':
                return CharacterSet.Digits.Complement();
            case 'W':
                return CharacterSet.Word.Complement();
            case 'S':
                return new CharacterSet().Add('\t', '\r').Add(' ').Complement();
            case 'p' or 'P':
                return UnicodeCategory();
            case 'b' when inClass:
                return new CharacterSet().Add('\b');
            case 'x':
                return Hexadecimal(2);
            case 'u':
                return Hexadecimal(4);
            case '0':
                return new CharacterSet().Add('\0');
            case 'c':
                return new CharacterSet().Add((char)(_pattern[_at++] & 31));
        }

        return new CharacterSet().Add(escaped switch { 't' => '\t', 'n' => '\n', 'r' => '\r', 'f' => '\f', 'v' => '\v', 'a' => '\a', 'e' => '\u001B', _ => escaped });
    }

    // Beyond ASCII nobody asks which characters a category holds.
    private CharacterSet UnicodeCategory()
    {
        var start = _at - 2;
        _at = _pattern.IndexOf('}', _at) + 1;
        var category = new Regex(_pattern[start.._at], RegexOptions.CultureInvariant);
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
        var character = (char)int.Parse(_pattern.AsSpan(_at, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        _at += digits;
        return new CharacterSet().Add(character);
    }

    private CharacterSet Cased(CharacterSet set) => _ignoreCase ? set.IgnoringCase() : set;

    private bool Take(string expected)
    {
        if (string.CompareOrdinal(_pattern, _at, expected, 0, expected.Length) != 0)
            return false;
        _at += expected.Length;
        return true;
    }

    private static FormatException Unknown(string construct) => new($"{construct} is not supported");
}
