using System.Text;
using System.Text.RegularExpressions;
using Dlp.Engine.Rules;

namespace Dlp.Benchmarks.Yardsticks;

/// <summary>A pattern in the syntax of Hyperscan: as written, else without the lookaround that it has not and with any character for any letter, else as a prefilter.</summary>
internal sealed partial class HyperscanPattern
{
    // Repeated, it takes Hyperscan a quarter of a minute a pattern to compile, and several together minutes.
    private const string AnyLetter = @"\p{L}";

    private readonly HyperscanFlags _mode;
    private int _form;

    public HyperscanPattern(YardstickPattern pattern, uint id, HyperscanFlags mode)
    {
        Id = id;
        Expression = CodeUnit().Replace(pattern.Text, @"\x{$1}");
        // Patterns on folded text run on text that keeps its case.
        _mode = mode | (pattern.View == TextView.Normalized ? HyperscanFlags.Caseless : HyperscanFlags.None)
            | (Ascii.IsValid(Expression) && Expression == pattern.Text ? HyperscanFlags.None : HyperscanFlags.Utf8);
        Flags = _mode;
        if (Lookaround().IsMatch(Expression) || Expression.Contains(AnyLetter, StringComparison.Ordinal))
            UseNextForm();
    }

    public uint Id { get; }

    public string Expression { get; private set; }

    public HyperscanFlags Flags { get; private set; }

    /// <summary>Whether it matches just what the pattern matches.</summary>
    public bool IsAsWritten => _form == 0;

    /// <summary>Goes over to a form that matches more; false when there is none left.</summary>
    public bool UseNextForm()
    {
        _form++;
        if (_form == 1)
            Expression = WithoutLookaround(Expression).Replace(AnyLetter, @"\S", StringComparison.Ordinal);
        else if (_form == 2 && !_mode.HasFlag(HyperscanFlags.StartOfMatch))
            Flags = _mode | HyperscanFlags.Prefilter;
        else
            return false;
        return true;
    }

    private static string WithoutLookaround(string expression)
    {
        var text = new StringBuilder();
        for (var at = 0; at < expression.Length; at++)
        {
            if (Lookaround().Match(expression, at) is { Success: true } group && group.Index == at)
                at = EndOfGroup(expression, at) - 1;
            else if (expression[at] == '\\')
                text.Append(expression, at++, 2);
            else if (expression[at] == '[')
            {
                var end = EndOfClass(expression, at);
                text.Append(expression, at, end - at);
                at = end - 1;
            }
            else
                text.Append(expression[at]);
        }

        return text.ToString();
    }

    private static int EndOfGroup(string expression, int open)
    {
        var depth = 0;
        for (var at = open; ; at++)
        {
            if (expression[at] == '\\')
                at++;
            else if (expression[at] == '[')
                at = EndOfClass(expression, at) - 1;
            else if (expression[at] == '(')
                depth++;
            else if (expression[at] == ')' && --depth == 0)
                return at + 1;
        }
    }

    private static int EndOfClass(string expression, int open)
    {
        var at = open + 1;
        while (expression[at] != ']' || at == open + 1)
            at += expression[at] == '\\' ? 2 : 1;
        return at + 1;
    }

    [GeneratedRegex(@"\(\?<?[=!]")]
    private static partial Regex Lookaround();

    [GeneratedRegex(@"\\u([0-9A-Fa-f]{4})")]
    private static partial Regex CodeUnit();
}
