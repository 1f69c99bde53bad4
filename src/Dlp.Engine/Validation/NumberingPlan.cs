namespace Dlp.Engine.Validation;

/// <summary>
/// Whether digits are a number that some countries' numbering plans have given out, by the patterns of Google's libphonenumber. Its own
/// functions try one country after another, at some microseconds each; here the patterns of all countries are one automaton, built state by
/// state as digits come, so that a number costs a few dozen nanoseconds however many countries there are.
/// </summary>
internal sealed class NumberingPlan
{
    private const int Digits = 10;

    // Nodes have the numbers 1, 2, …; node 0 is the end of a number.
    private readonly List<(int Mask, State Next)> _nodes = [(0, null!)];
    private readonly Dictionary<(int Mask, State Next), int> _nodeNumbers = [];
    private readonly Dictionary<string, State> _states = new(StringComparer.Ordinal);
    private readonly Lock _building = new();
    private readonly State _start;

    /// <summary>The plan whose numbers any of these patterns match as a whole.</summary>
    public NumberingPlan(IEnumerable<string> patterns)
    {
        var end = Intern([0]);
        _start = Union([.. patterns.Distinct(StringComparer.Ordinal).Select(pattern => new Pattern(this, pattern).Before(end))]);
    }

    public bool Holds(ReadOnlySpan<char> digits)
    {
        var state = _start;
        foreach (var digit in digits)
        {
            state = Volatile.Read(ref state.Next[digit - '0']) ?? Step(state, digit - '0');
            if (state.Nodes.Length == 0)
                return false;
        }

        return state.Nodes is [0, ..];
    }

    private State Step(State state, int digit)
    {
        lock (_building)
        {
            var next = Union([.. state.Nodes.Where(node => (_nodes[node].Mask & (1 << digit)) != 0).Select(node => _nodes[node].Next)]);
            Volatile.Write(ref state.Next[digit], next);
            return next;
        }
    }

    private State Union(IReadOnlyList<State> united) =>
        united.Count == 1 ? united[0] : Intern([.. united.SelectMany(state => state.Nodes).Distinct().Order()]);

    private State Intern(int[] sorted)
    {
        var key = string.Join(' ', sorted);
        if (!_states.TryGetValue(key, out var state))
            _states[key] = state = new State(sorted);
        return state;
    }

    private State OneOf(int mask, State next)
    {
        if (!_nodeNumbers.TryGetValue((mask, next), out var number))
        {
            _nodeNumbers[(mask, next)] = number = _nodes.Count;
            _nodes.Add((mask, next));
        }

        return Intern([number]);
    }

    /// <summary>The nodes at which a number that was read so far may be.</summary>
    private sealed class State(int[] nodes)
    {
        public readonly int[] Nodes = nodes;
        public readonly State?[] Next = new State?[Digits];
    }

    /// <summary>
    /// A pattern of libphonenumber's: digits, classes of digits, groups, alternatives, <c>?</c> and <c>{n,m}</c>. Another construct is an
    /// error in the program's data, and thrown.
    /// </summary>
    private sealed class Pattern(NumberingPlan plan, string text)
    {
        private int _at;

        /// <summary>The state before all that the pattern matches, when what follows it is a given state.</summary>
        public State Before(State end)
        {
            var alternatives = Alternatives();
            return _at == text.Length ? alternatives(end) : throw Unreadable();
        }

        private Func<State, State> Alternatives()
        {
            List<Func<State, State>> alternatives = [Sequence()];
            for (; Is('|'); _at++)
            {
                _at++;
                alternatives.Add(Sequence());
                _at--;
            }

            return end => plan.Union([.. alternatives.Select(alternative => alternative(end))]);
        }

        private Func<State, State> Sequence()
        {
            List<Func<State, State>> parts = [];
            while (_at < text.Length && text[_at] is not ('|' or ')'))
                parts.Add(Repeated(Atom()));
            return end => parts.AsEnumerable().Reverse().Aggregate(end, (next, part) => part(next));
        }

        private Func<State, State> Repeated(Func<State, State> part)
        {
            var (least, most) = Count();
            return end =>
            {
                var state = end;
                for (var i = least; i < most; i++)
                    state = plan.Union([part(state), end]);
                for (var i = 0; i < least; i++)
                    state = part(state);
                return state;
            };
        }

        private (int Least, int Most) Count()
        {
            if (Is('?'))
            {
                _at++;
                return (0, 1);
            }

            if (!Is('{'))
                return (1, 1);
            var close = text.IndexOf('}', _at);
            var counts = text[(_at + 1)..close].Split(',');
            _at = close + 1;
            return (int.Parse(counts[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(counts[^1], System.Globalization.CultureInfo.InvariantCulture));
        }

        private Func<State, State> Atom()
        {
            if (Is('('))
            {
                _at += text.AsSpan(_at).StartsWith("(?:", StringComparison.Ordinal) ? 3 : 1;
                var inner = Alternatives();
                _at += Is(')') ? 1 : throw Unreadable();
                return inner;
            }

            var mask = Is('[') ? Class() : Character();
            return end => plan.OneOf(mask, end);
        }

        private int Class()
        {
            var mask = 0;
            for (_at++; !Is(']');)
            {
                var first = Character();
                if (Is('-'))
                {
                    _at++;
                    var last = Character();
                    first = (last << 1) - first;
                }

                mask |= first;
            }

            _at++;
            return mask;
        }

        private int Character()
        {
            if (text.AsSpan(_at).StartsWith(@"\d", StringComparison.Ordinal))
            {
                _at += 2;
                return (1 << Digits) - 1;
            }

            return _at < text.Length && char.IsAsciiDigit(text[_at]) ? 1 << (text[_at++] - '0') : throw Unreadable();
        }

        private bool Is(char character) => _at < text.Length && text[_at] == character;

        private FormatException Unreadable() => new($"a pattern of digits cannot be read at character {_at}: {text}");
    }
}
