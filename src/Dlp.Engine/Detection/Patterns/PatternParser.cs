using System.Globalization;

namespace Dlp.Engine.Detection.Patterns;

/// <summary>
/// Takes a .NET regular expression apart. The pattern must be one that <see cref="System.Text.RegularExpressions.Regex"/> accepts with
/// <c>CultureInvariant</c> and no other option; where it holds something this parser does not know, it says so by a <see cref="FormatException"/>.
/// </summary>
internal sealed class PatternParser
{
    // Far more than any rule has; what is taken apart is walked recursively.
    private const int DeepestNesting = 100;

    // A line, or the text, begins behind none of these.
    private static readonly CharacterSet NoEndOfLine = new CharacterSet().Add('\0', (char)127).Remove(new CharacterSet().Add('\n'));

    private readonly PatternCursor _cursor;
    private readonly CharacterSetParser _sets;
    private int _depth;
    private bool _ignoreCase;
    private bool _freeSpacing;
    private bool _dotMatchesNewline;

    private PatternParser(string pattern)
    {
        _cursor = new PatternCursor(pattern);
        _sets = new CharacterSetParser(_cursor);
    }

    /// <summary>The pieces of a pattern.</summary>
    /// <exception cref="FormatException">It holds a construct that is not known here, such as a conditional or a balancing group.</exception>
    public static PatternNode Parse(string pattern)
    {
        var parser = new PatternParser(pattern);
        var node = parser.Alternatives();
        return parser._cursor.AtEnd ? node : throw Unknown("an unopened group");
    }

    private PatternNode Alternatives()
    {
        var options = (_ignoreCase, _freeSpacing, _dotMatchesNewline);
        var choices = new List<PatternNode> { SequenceOfPieces() };
        while (!_cursor.AtEnd && _cursor.Current == '|')
        {
            _cursor.Next();
            choices.Add(SequenceOfPieces());
        }

        (_ignoreCase, _freeSpacing, _dotMatchesNewline) = options;
        return choices.Count == 1 ? choices[0] : new PatternNode.Choice(choices);
    }

    private PatternNode SequenceOfPieces()
    {
        var pieces = new List<PatternNode>();
        while (!_cursor.AtEnd && _cursor.Current is not ('|' or ')'))
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
        if (char.IsWhiteSpace(_cursor.Current))
        {
            _cursor.Next();
            return true;
        }

        if (_cursor.Current != '#')
            return false;
        _cursor.TakeThrough('\n');
        return true;
    }

    private PatternNode Piece()
    {
        var character = _cursor.Next();
        switch (character)
        {
            case '(':
                return Group();
            case '[':
                return new PatternNode.One(Cased(_sets.Class(_ignoreCase)));
            case '\\':
                return Escape();
            case '^':
                return new PatternNode.Condition(NoEndOfLine);
            case '$':
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
        if (_cursor.Current != '?')
            return Closed(Alternatives());
        _cursor.Next();
        if (_cursor.Take("#"))
        {
            _cursor.TakeThrough(')');
            return new PatternNode.Nothing();
        }

        if (_cursor.Take("<!"))
        {
            return Closed(Alternatives()) switch
            {
                PatternNode.One one => new PatternNode.Condition(one.Set),
                PatternNode.Sequence { Pieces: [PatternNode.One first, PatternNode.One second] } => new PatternNode.Condition { NotAfterPair = new CharacterPair(first.Set, second.Set) },
                _ => new PatternNode.Condition(),
            };
        }

        if (_cursor.Take("="))
            return new PatternNode.Condition { Ahead = Closed(Alternatives()) };
        if (_cursor.Take("<="))
        {
            var behind = Closed(Alternatives());
            return new PatternNode.Condition(PatternEnd.NeverOf(behind)) { Behind = behind };
        }

        if (_cursor.Take("!"))
        {
            Closed(Alternatives());
            return new PatternNode.Condition();
        }

        if (_cursor.Take("<") || _cursor.Take("'"))
        {
            if (_cursor.TakeThrough('>', '\'').Contains('-'))
                throw Unknown("a balancing group");
            return Closed(Alternatives());
        }

        if (_cursor.Take(">"))
            return new PatternNode.Repeat(Closed(Alternatives()), 1, 1) { IsAtomic = true };
        if (_cursor.Take(":"))
            return Closed(Alternatives());
        if (_cursor.Take("("))
            throw Unknown("a conditional group");
        return OptionGroup();
    }

    private PatternNode OptionGroup()
    {
        var before = (_ignoreCase, _freeSpacing, _dotMatchesNewline);
        for (var on = true; _cursor.Current is not (')' or ':'); _cursor.Next())
        {
            switch (_cursor.Current)
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
        if (_cursor.Next() == ')')
            return new PatternNode.Nothing();
        var inside = Closed(Alternatives());
        (_ignoreCase, _freeSpacing, _dotMatchesNewline) = before;
        return inside;
    }

    private PatternNode Closed(PatternNode inside)
    {
        _cursor.Next();
        return inside is PatternNode.Nothing ? new PatternNode.Sequence([]) : inside;
    }

    private PatternNode Quantified(PatternNode piece)
    {
        if (_cursor.AtEnd || Bounds() is not var (least, most))
            return piece;
        if (!_cursor.AtEnd && _cursor.Current == '?')
            _cursor.Next();
        return new PatternNode.Repeat(piece, least, most);
    }

    private (int Least, int? Most)? Bounds()
    {
        if (_cursor.Take("*"))
            return (0, null);
        if (_cursor.Take("+"))
            return (1, null);
        if (_cursor.Take("?"))
            return (0, 1);
        if (_cursor.Current != '{' || _cursor.PeekThrough('}') is not { } braces)
            return null;
        var bounds = braces[1..^1].Split(',');
        if (bounds.Length > 2 || !int.TryParse(bounds[0], NumberStyles.None, CultureInfo.InvariantCulture, out var least))
            return null;
        int? most = least;
        if (bounds.Length == 2)
            most = bounds[1].Length == 0 ? null : int.Parse(bounds[1], NumberStyles.None, CultureInfo.InvariantCulture);
        _cursor.Skip(braces.Length);
        return (least, most);
    }

    private PatternNode Escape()
    {
        var escaped = _cursor.Current;
        if (escaped is >= '1' and <= '9' or 'k')
        {
            _cursor.Next();
            if (escaped == 'k')
            {
                _cursor.Next();
                _cursor.TakeThrough('>', '\'');
            }

            return new PatternNode.Backreference();
        }

        if (escaped == 'b')
        {
            _cursor.Next();
            return new PatternNode.WordEdge();
        }

        if (escaped is 'B' or 'A' or 'z' or 'Z' or 'G')
        {
            _cursor.Next();
            return new PatternNode.Condition();
        }

        return new PatternNode.One(Cased(_sets.Escaped()));
    }

    private CharacterSet Cased(CharacterSet set) => _ignoreCase ? set.IgnoringCase() : set;

    private static FormatException Unknown(string construct) => new($"{construct} is not supported");
}
