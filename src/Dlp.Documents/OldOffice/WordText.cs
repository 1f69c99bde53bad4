using System.Text;

namespace Dlp.Documents.OldOffice;

/// <summary>Turns the characters of a Word document into text ([MS-DOC] 2.4.1): fields, cells, breaks; hidden and deleted runs go to places of their own.</summary>
internal sealed class WordText(AttachmentText text, Place place)
{
    private const int FlushAt = 32_768;
    private const int MaxFieldDepth = 256;

    private readonly StringBuilder _shown = new();
    private readonly StringBuilder _hidden = new();
    private readonly StringBuilder _deleted = new();
    private readonly StringBuilder _fields = new();

    // One bit a field that is open: whether its result has begun.
    private readonly Stack<bool> _open = new();
    private WordRun _last;

    /// <summary>Characters of one run.</summary>
    public void Append(ReadOnlySpan<char> characters, WordRun kind)
    {
        if (kind != _last)
        {
            EndLine(_hidden);
            EndLine(_deleted);
            _last = kind;
        }

        foreach (var character in characters)
            Append(character, kind);
        if (_shown.Length >= FlushAt && _shown[^1] == '\n')
        {
            text.Add(place, _shown.ToString());
            _shown.Clear();
        }
    }

    /// <summary>The text is complete.</summary>
    public void End()
    {
        text.Add(place, _shown.ToString());
        text.Add(Place.HiddenText, _hidden.ToString());
        text.Add(Place.DeletedText, _deleted.ToString());
        text.Add(Place.Field, _fields.ToString());
    }

    private void Append(char character, WordRun kind)
    {
        switch (character)
        {
            case '\u0013':
                if (_open.Count < MaxFieldDepth)
                    _open.Push(false);
                return;
            case '\u0014':
                if (_open.TryPop(out _))
                    _open.Push(true);
                EndLine(_fields);
                return;
            case '\u0015':
                _open.TryPop(out _);
                EndLine(_fields);
                return;
        }

        var target = _open.TryPeek(out var hasResult) && !hasResult ? _fields : kind switch
        {
            WordRun.Hidden => _hidden,
            WordRun.Deleted => _deleted,
            _ => _shown,
        };
        switch (character)
        {
            case '\r' or '\v' or '\f' or '\u000E':
                target.Append('\n');
                break;
            case '\a':
                target.Append('\t');
                break;
            case '\u001E':
                target.Append('-');
                break;
            case '\u001F':
                break;
            case '\t' or '\n':
                target.Append(character);
                break;
            case < ' ':
                // Anchors of pictures, notes and comments.
                break;
            default:
                target.Append(character);
                break;
        }
    }

    private static void EndLine(StringBuilder builder)
    {
        if (builder.Length > 0 && builder[^1] != '\n')
            builder.Append('\n');
    }
}
