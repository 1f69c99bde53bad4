using System.Globalization;
using System.Text.Unicode;
using Dlp.Engine.Detection.Terms;

namespace Dlp.Engine.Rules.WordLists;

/// <summary>Takes the terms of a word list and what is wrong with its lines.</summary>
internal sealed class WordListBuilder(string path)
{
    /// <summary>Faults that are told one by one; a file of the wrong kind has one on every line.</summary>
    public const int MostFaults = 100;

    private readonly List<RuleFault> _faults = [];
    private int _untold;

    /// <summary>The terms so far.</summary>
    public TermPacker Terms { get; } = new();

    /// <summary>All faults; when there are too many to tell, the last says how many more.</summary>
    public IReadOnlyList<RuleFault> Faults => _untold == 0
        ? _faults
        : [.. _faults, new RuleFault(path, _faults[^1].Line, 1, string.Create(CultureInfo.InvariantCulture, $"{_untold} more faults follow; check that this is the right file"))];

    /// <summary>Adds the term of a line; an empty one is left out.</summary>
    public void Add(ReadOnlySpan<char> term, int line)
    {
        term = term.Trim();
        if (!term.IsEmpty && !Terms.Add(term))
            Fault(line, $"'{term}' has no letter and no digit, so it is never found; remove it, or use a regex for signs");
    }

    /// <summary>Reports what is wrong with a line.</summary>
    public void Fault(int line, string message)
    {
        if (_faults.Count < MostFaults)
            _faults.Add(new RuleFault(path, line, 1, message));
        else
            _untold++;
    }

    /// <summary>Reports every line that is not UTF-8; false when there is one.</summary>
    public bool CheckEncoding(ReadOnlySpan<byte> file)
    {
        if (Utf8.IsValid(file))
            return true;
        var number = 0;
        foreach (var line in file.Split((byte)'\n'))
        {
            number++;
            if (!Utf8.IsValid(file[line]))
                Fault(number, "this line is not UTF-8; save the file as UTF-8");
        }

        return false;
    }
}
