using System.Text;

namespace Dlp.Engine.Rules;

/// <summary>Walks once over a valid .NET pattern and notes what bears on its cost. It need not understand more than groups, classes, escapes and quantifiers.</summary>
internal sealed class PatternWalk(string pattern)
{
    private readonly StringBuilder _literals = new();

    // One entry an open group: whether something inside it repeats without bound.
    private readonly Stack<bool> _groups = new([false]);

    private int _at;

    /// <summary>Whether the pattern refers back to what a group has matched.</summary>
    public bool HasBackreference { get; private set; }

    /// <summary>Whether something that repeats without bound is repeated without bound.</summary>
    public bool HasNestedRepetition { get; private set; }

    /// <summary>Characters that stand for themselves, classes included.</summary>
    public string Literals => _literals.ToString();

    public void Run()
    {
        while (_at < pattern.Length)
        {
            var repeatsInside = Atom();
            var repeated = Quantifier();
            HasNestedRepetition |= repeated && repeatsInside == true;
            if (repeated || repeatsInside == true)
            {
                _groups.Pop();
                _groups.Push(true);
            }
        }
    }

    // Reads one atom; true when it is a group that holds an unbounded repetition, null when it cannot be repeated.
    private bool? Atom()
    {
        switch (pattern[_at++])
        {
            case '\\':
                return Escape();
            case '[':
                CharacterClass();
                return false;
            case '(':
                OpenGroup();
                return null;
            case ')':
                return _groups.Count > 1 && _groups.Pop();
            case '|' or '^' or '$':
                return null;
            case '.':
                return false;
            case var literal:
                _literals.Append(literal);
                return false;
        }
    }

    private bool? Escape()
    {
        var escaped = pattern[_at++];
        switch (escaped)
        {
            case >= '1' and <= '9' or 'k':
                HasBackreference = true;
                return false;
            case 'p' or 'P':
                _at = pattern.IndexOf('}', _at) + 1;
                return false;
            case 'x':
                _at += 2;
                return false;
            case 'u':
                _at += 4;
                return false;
            case 'c':
                _at++;
                return false;
            case 'b' or 'B' or 'A' or 'z' or 'Z' or 'G':
                return null;
            default:
                if (!char.IsAsciiLetterOrDigit(escaped))
                    _literals.Append(escaped);
                return false;
        }
    }

    private void CharacterClass()
    {
        if (_at < pattern.Length && pattern[_at] == '^')
            _at++;
        for (var first = true; _at < pattern.Length && (first || pattern[_at] != ']'); first = false)
        {
            if (pattern[_at] == '\\')
            {
                _at++;
                Escape();
            }
            else if (pattern[_at] == '[' && _at > 0 && pattern[_at - 1] == '-')
            {
                _at++;
                CharacterClass();
            }
            else
                _literals.Append(pattern[_at++]);
        }

        _at++;
    }

    private void OpenGroup()
    {
        _groups.Push(false);
        if (_at >= pattern.Length || pattern[_at] != '?')
            return;
        _at++;
        if (pattern[_at] == '#')
        {
            _at = pattern.IndexOf(')', _at);
        }
        else if (pattern[_at] is '<' or '\'' && pattern[_at + 1] is not ('=' or '!'))
        {
            _at = pattern.IndexOfAny(['>', '\''], _at + 1) + 1;
        }
        else
        {
            // Options and kinds of group: (?i: (?: (?= (?! (?> (?<= (?<!
            while (pattern[_at] is not (':' or '=' or '!' or '>' or ')'))
                _at++;
            if (pattern[_at] != ')')
                _at++;
        }
    }

    private bool Quantifier()
    {
        if (_at >= pattern.Length)
            return false;
        var unbounded = false;
        if (pattern[_at] is '*' or '+')
        {
            unbounded = true;
            _at++;
        }
        else if (pattern[_at] == '?')
            _at++;
        else if (pattern[_at] == '{' && pattern.IndexOf('}', _at) is var close and > 0 && pattern[_at + 1] is >= '0' and <= '9')
        {
            unbounded = pattern[close - 1] == ',';
            _at = close + 1;
        }
        else
            return false;

        if (_at < pattern.Length && pattern[_at] == '?')
            _at++;
        return unbounded;
    }
}
